import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runSheet } from '../../src/cli/run-sheet.ts'
import { readContent } from '../../src/content/read-content.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { useTempFolder } from '../store/temp-folder.ts'

export const project = resolve(import.meta.dirname, '../..')
const library = readContent(join(project, 'content'))
const fonts = loadFonts(join(project, 'out/fonts'))
export const recordId = '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b'
export const asked =
  '--topic raised-liver-enzymes --language en --date 2026-11-22 --retest 2026-12-07 --cause fatty-liver:likely --cause drug-injury:checking --result ALT=96/45 --result AST=58/40 --region uk'.split(
    ' ',
  )

/** The command in this process, at noon of 22 November 2026. */
export const run = (...args: string[]) =>
  runSheet(args, {
    now: new Date('2026-11-22T12:00:00'),
    readLibrary: () => library,
    loadFonts: () => fonts,
    makeId: () => recordId,
  })

/** A folder of its own for each test of a file: a place in it, and a way to write a file there. */
export function useFolder() {
  const folder = useTempFolder()
  const inFolder = (name = '') => join(folder(), name)
  const write = (name: string, content: unknown) => {
    writeFileSync(inFolder(name), typeof content === 'string' ? content : JSON.stringify(content))
    return inFolder(name)
  }
  return { inFolder, write }
}
