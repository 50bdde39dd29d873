import { resolve } from 'node:path'
import { AppError, type Problem } from '../domain/app-error.ts'
import { isoDate, toLocalDate, type IsoDate } from '../domain/calendar.ts'
import { checkNote } from '../domain/check-note.ts'
import { findContent } from '../domain/check-selection.ts'
import { writeEnglish, tell } from '../domain/message.ts'
import { listRetestDoubts } from '../domain/retest-doubts.ts'
import type { Library } from '../domain/library.ts'
import { answerAllStops, describeFindings, listStops, shortestReason } from '../domain/refuse-unsafe.ts'
import { resolveRetestDate } from '../domain/retest-date.ts'
import { toPlainText } from '../domain/to-plain-text.ts'
import { readSelection, toProblems, type Selection } from '../domain/selection.ts'
import type { Fonts } from '../pdf/load-fonts.ts'
import type { Logo } from '../pdf/logo/read-logo.ts'
import { listRefusals, renderSelection } from '../pdf/render-selection.ts'
import { renderWithRecord } from '../pdf/render-with-record.ts'
import { readLogoFile } from '../store/read-logo-file.ts'
import { writeFileWhole } from '../store/write-file-whole.ts'
import { listContent } from './list-content.ts'
import { listMissing, readClinic } from './read-clinic.ts'
import { readJson } from './read-json.ts'
import { readOptions, usage, type Options } from './sheet-options.ts'
import { toRawSelection } from './to-raw-selection.ts'

/** What a command is run with; what is read from disk is read only when it is needed. */
export type Kit = {
  /** the day a sheet is given, unless --date says another */
  readonly now: Date
  readonly readLibrary: () => Library
  readonly loadFonts: () => Fonts
  /** a new lower-case UUID */
  readonly makeId: () => string
}

function readToday(date: string | undefined, now: Date): IsoDate {
  const parsed = isoDate('field-date', '--date').safeParse(date ?? toLocalDate(now))
  if (!parsed.success) throw new AppError('bad-input', toProblems(parsed.error))
  return parsed.data
}

/** The logo of a file. What reads pictures is loaded only where there is one to read. */
async function readLogo(path: string | undefined): Promise<Logo | undefined> {
  if (path === undefined) return undefined
  const { cleanLogo, openLogo } = await import('../pdf/logo/read-logo.ts')
  return openLogo(cleanLogo(await readLogoFile(resolve(path))))
}

/** The Selection when nothing is to be mended; else all that is, in what can be read. */
function readWhole(raw: unknown, listProblems: (told: Selection) => readonly Problem[]): Selection {
  const { told, unread } = readSelection(raw)
  const problems = [...unread, ...(told === null ? [] : listProblems(told))]
  if (told !== null && problems.length === 0) return told
  throw new AppError('bad-input', problems)
}

/** What is printed, and what the clinician is warned of beside it. */
type Made = { readonly stdout: string; readonly warnings: readonly string[] }

/** The stops of a sheet, and how to answer one: its reason is missing, or too short to be one. */
function listAnswerable(library: Library, selection: Selection): Problem[] {
  const stops = listStops(library, selection)
  const message = `To give the sheet all the same, say why with --reason "…", in ${shortestReason} letters or more.`
  return stops.length === 0 ? [] : [...stops, { field: 'overrideReason', message }]
}

/** What to look at once more before the date of the next test prints, a sentence each. */
function listDoubts(library: Library, selection: Selection, today: IsoDate): string[] {
  const { entry } = findContent(library, selection)
  return listRetestDoubts(entry, selection, today).map((finding) => writeEnglish(tell('safety-warn', { finding })))
}

/** A card that was asked for and cannot be, as a sentence. */
function listMissingCard(library: Library, selection: Selection, today: IsoDate): string[] {
  const { entry } = findContent(library, selection)
  if (!selection.retestCard || resolveRetestDate(entry.topic, selection, today) !== null) return []
  return ['Take care: The sheet has no card, because it has no day for the next test. Give one with --retest.']
}

/** What a patient may misread in the note, a sentence each. */
function listNoteWarnings(library: Library, { note, language }: Selection): string[] {
  return checkNote(note, language, library).map(({ suggestion }) => `Take care: Note: ${suggestion}`)
}

async function makeSheet(options: Options, { now, readLibrary, loadFonts, makeId }: Kit): Promise<Made> {
  if (options.help) return { stdout: usage, warnings: [] }
  const today = readToday(options.date, now)
  const library = readLibrary()
  if (options.list) return { stdout: listContent(library), warnings: [] }
  const raw = options.selection === undefined ? toRawSelection(options) : readJson(options.selection)
  const clinic = readClinic(library, options)
  const logo = await readLogo(options.logo)
  const fonts = loadFonts()
  const answer = (told: Selection) => (options.reason === undefined ? told : answerAllStops(library, told))
  const told = readWhole(raw, (choices) => [
    ...listRefusals({ library, selection: choices, clinic, today }, fonts).flatMap(({ problems }) => problems),
    ...listAnswerable(library, answer(choices)),
    ...listMissing(clinic),
  ])
  const selection = answer(told)
  const inputs = { library, selection, clinic, today }
  const { composed, pdf } = options['attach-record']
    ? await renderWithRecord(inputs, fonts, { id: makeId(), issuedAt: now.toISOString() }, { logo })
    : await renderSelection(inputs, fonts, { logo })
  if (options.out !== undefined) await writeFileWhole(resolve(options.out), pdf)
  const warnings = [
    ...describeFindings(library, selection).map(writeEnglish),
    ...listDoubts(library, selection, today),
    ...listMissingCard(library, selection, today),
    ...listNoteWarnings(library, selection),
  ]
  const sheets = 'sheets' in composed ? composed.sheets : [composed]
  if (options.text) return { stdout: sheets.map(toPlainText).join('\n').trimEnd(), warnings }
  return { stdout: options.json ? JSON.stringify(composed, null, 2) : (options.out ?? ''), warnings }
}

/** What a command ends with: the exit status, and what it prints on standard output and standard error. */
export type Ending = { readonly status: 0 | 2; readonly stdout: string; readonly stderr: string }

/** Runs the `sheet` command: writes the PDF, prints the sheet as JSON or plain text, or lists the content. */
export async function runSheet(args: readonly string[], kit: Kit): Promise<Ending> {
  try {
    const { stdout, warnings } = await makeSheet(readOptions(args), kit)
    return { status: 0, stdout: `${stdout}\n`, stderr: warnings.map((warning) => `${warning}\n`).join('') }
  } catch (error) {
    const message =
      error instanceof AppError
        ? error.message.replaceAll('\n', ' ')
        : 'CareSheet could not make this sheet, and the fault is its own. Please report it.'
    return { status: 2, stdout: '', stderr: `${message}\n` }
  }
}
