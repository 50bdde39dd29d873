import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepParts } from '../../src/store/part-notes.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { isWholePdf } from './make-pdf.ts'
import { killAfter, startChild } from './start-child.ts'

const folder = useTempFolder()

test('R9: a PDF whose saving is killed is the old one or the new one, and the next start sweeps the rest away', async () => {
  const [chosen, notes] = [join(folder(), 'chosen'), join(folder(), 'notes')]
  mkdirSync(chosen)
  const path = join(chosen, 'sheet.pdf')
  const kills = countFaults(15, 100)
  let [hits, torn, left] = [0, 0, 0]
  for (let kill = 0; kill < kills; kill += 1) {
    await killAfter(startChild('write-pdfs.ts', [path, notes]), 1 + ((kill * 7) % 23))
    if (existsSync(path) && !isWholePdf(readFileSync(path))) torn += 1
    hits += readdirSync(notes).length
    sweepParts(notes)
    left += readdirSync(chosen).filter((name) => name !== 'sheet.pdf').length + readdirSync(notes).length
  }
  expect({ torn, left }).toEqual({ torn: 0, left: 0 })
  expect(hits).toBeGreaterThan(0) // kills did hit while a file was being written
}, 600_000)
