import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { Clinic } from '../domain/clinic.ts'
import { IsoDate, toLocalDate } from '../domain/calendar.ts'
import { parseSelection, toProblems } from '../domain/selection.ts'
import { readContent } from '../content/read-content.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { renderSelection } from '../pdf/render-selection.ts'
import { writeFileWhole } from '../store/write-file-whole.ts'
import { listContent } from './list-content.ts'
import { readOptions, toRawSelection, usage, type Options } from './sheet-options.ts'

const project = resolve(import.meta.dirname, '../..')

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not valid JSON' : 'it cannot be opened'
    throw new AppError('bad-input', `The file ${path} cannot be read: ${why}.`)
  }
}

function readClinic(path: string | undefined): Clinic {
  const parsed = Clinic.safeParse(path === undefined ? {} : readJson(path))
  if (!parsed.success) throw new AppError('bad-input', toProblems(parsed.error))
  return parsed.data
}

function readToday(date: string | undefined): IsoDate {
  const parsed = IsoDate.safeParse(date ?? toLocalDate(new Date()))
  if (!parsed.success) throw new AppError('bad-input', `--date: "${date}" is not a date in the calendar. Write it as YYYY-MM-DD.`)
  return parsed.data
}

async function makeSheet(options: Options): Promise<string> {
  if (options.help) return usage
  const today = readToday(options.date)
  const library = readContent(join(project, 'content'), today)
  if (options.list) return listContent(library)
  const selection = parseSelection(options.selection === undefined ? toRawSelection(options) : readJson(options.selection))
  const fonts = loadFonts(join(project, 'out/fonts'))
  const { sheet, pdf } = await renderSelection({ library, selection, clinic: readClinic(options.clinic), today }, fonts)
  if (options.out !== undefined) await writeFileWhole(resolve(options.out), pdf)
  return options.json ? JSON.stringify(sheet, null, 2) : (options.out ?? '')
}

try {
  console.log(await makeSheet(readOptions(process.argv.slice(2))))
} catch (error) {
  const known = error instanceof AppError
  console.error(known ? error.message : 'CareSheet could not make this sheet, and the fault is its own. Please report it.')
  process.exitCode = 2
}
