import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()

it('nothing that was typed is left in the memory that draws, once the next sheet was drawn', () => {
  const file = path.join(folder(), 'memory.heapsnapshot')
  execFileSync(process.execPath, ['--expose-gc', path.join(import.meta.dirname, 'draw-and-forget.ts'), file])
  const { strings } = z.object({ strings: z.array(z.string()) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  expect(strings.some((text) => text.includes('A note from your clinician'))).toBe(true)
  const typed = ['adamzyxwv', '丙丁甲乙', 'quxnote', 'quxamine', '4711 U/L', 'ALT 4711']
  expect(typed.filter((words) => strings.some((text) => text.includes(words)))).toEqual([])
})
