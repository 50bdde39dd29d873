import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { Clinic } from '../domain/clinic.ts'
import { IsoDate, toLocalDate } from '../domain/calendar.ts'
import { answerAllStops, describeFindings, refuseUnsafe } from '../domain/refuse-unsafe.ts'
import { toPlainText } from '../domain/to-plain-text.ts'
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

function readToday(date: string | undefined, now: Date): IsoDate {
  const parsed = IsoDate.safeParse(date ?? toLocalDate(now))
  if (!parsed.success)
    throw new AppError('bad-input', `--date: "${date}" is not a date in the calendar. Write it as YYYY-MM-DD.`)
  return parsed.data
}

/** What is printed, and what the clinician is warned of beside it. */
type Made = { readonly stdout: string; readonly warnings: readonly string[] }

async function makeSheet(options: Options, now: Date): Promise<Made> {
  if (options.help) return { stdout: usage, warnings: [] }
  const today = readToday(options.date, now)
  const library = readContent(join(project, 'content'))
  if (options.list) return { stdout: listContent(library), warnings: [] }
  const raw = options.selection === undefined ? toRawSelection(options) : readJson(options.selection)
  const parsed = parseSelection(raw)
  const selection = options.reason === undefined ? parsed : answerAllStops(library, parsed)
  const inputs = { library, selection, clinic: readClinic(options.clinic), today }
  refuseUnsafe(library, inputs.selection)
  const { composed, pdf } = await renderSelection(inputs, loadFonts(join(project, 'out/fonts')))
  if (options.out !== undefined) await writeFileWhole(resolve(options.out), pdf)
  const warnings = describeFindings(library, inputs.selection)
  const sheets = 'sheets' in composed ? composed.sheets : [composed]
  if (options.text) return { stdout: sheets.map(toPlainText).join('\n').trimEnd(), warnings }
  return { stdout: options.json ? JSON.stringify(composed, null, 2) : (options.out ?? ''), warnings }
}

/** What a command ends with: the exit status, and what it prints on standard output and standard error. */
export type Ending = { readonly status: 0 | 2; readonly stdout: string; readonly stderr: string }

/**
 * Runs the `sheet` command: writes the PDF, prints the sheet as JSON or plain text, or lists the content.
 * @param now the day it is given, unless --date says another
 */
export async function runSheet(args: readonly string[], now: Date): Promise<Ending> {
  try {
    const { stdout, warnings } = await makeSheet(readOptions(args), now)
    return { status: 0, stdout: `${stdout}\n`, stderr: warnings.map((warning) => `${warning}\n`).join('') }
  } catch (error) {
    const message =
      error instanceof AppError
        ? error.message.replaceAll('\n', ' ')
        : 'CareSheet could not make this sheet, and the fault is its own. Please report it.'
    return { status: 2, stdout: '', stderr: `${message}\n` }
  }
}
