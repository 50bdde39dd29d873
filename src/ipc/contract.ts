import { z } from 'zod'
import { IsoDate } from '../domain/calendar.ts'
import { Clinic } from '../domain/clinic.ts'
import { Bundles } from '../domain/bundle.ts'
import { Habits } from '../domain/habits.ts'
import { Language } from '../domain/ids.ts'
import { Handout, TeachBack } from '../domain/handout.ts'
import { HandoutFilter, HandoutPage } from '../domain/handout-log.ts'
import type { Library } from '../domain/library.ts'
import { PrintChoice } from '../domain/print-choice.ts'
import { RecordSettings } from '../domain/record-settings.ts'
import { Selection } from '../domain/selection.ts'
import { type ErrorCode, type Problem } from '../domain/app-error.ts'
import { Message, tell, toIssue } from '../domain/message.ts'
import { historyDays, HistoryFilter, HistoryPage, PatientRecords } from '../domain/history.ts'
import {
  FilePassphrase,
  FollowUpList,
  HistoryLock,
  HistoryStatus,
  MadeCode,
  NewHistory,
  OneCopy,
  RecoveryCode,
  Secret,
  ShownRecord,
} from './history.ts'
import type { Channel } from './channels.ts'
import { Printer, PrinterOptions, PrintJob } from './printing.ts'
import { RecordsStatus } from './records.ts'

const nothing = z.strictObject({})
/** By this the window and the log mean the same sheet. */
const HandoutId = Handout.unwrap().shape.id
/** The records that a person said are of one patient. */
const OfOnePatient = z
  .array(HandoutId)
  .min(1)
  .max(10_000)
  .refine((ids) => new Set(ids).size === ids.length)
const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

/** What a search finds: a topic, or a cause within it. */
export const SearchHit = z.strictObject({
  topic: z.string(),
  cause: z.string().nullable(),
  title: z.string(),
  topicTitle: z.string(),
  /** the text it was found by, as a code or another name; null where the title says it */
  by: z.string().nullable(),
})
export type SearchHit = z.output<typeof SearchHit>

/** What was found, best first; `meant` are the words that were looked for in place of mistyped ones, null where none were. */
export const SearchResult = z.strictObject({ hits: z.array(SearchHit), meant: z.string().nullable() })
export type SearchResult = z.output<typeof SearchResult>

/** Letters a search may have, in UTF-16 units. */
export const longestSearch = 200

/** The settings as every sheet now shows them; `notKept` says why they will not be there after a restart, if so. */
const SavedSettings = z.strictObject({ clinic: Clinic, notKept: Message.nullable() })
export type SavedSettings = z.output<typeof SavedSettings>

/** The logo as it is printed, to be shown. */
const ShownLogo = z.strictObject({
  mediaType: z.enum(['image/png', 'image/svg+xml']),
  bytes: z.instanceof(Uint8Array),
})
export type ShownLogo = z.output<typeof ShownLogo>

/** The logo as every sheet now shows it; `notKept` says why it will not be so after a restart, if so. */
const ChangedLogo = z.strictObject({ logo: ShownLogo.nullable(), notKept: Message.nullable() })
export type ChangedLogo = z.output<typeof ChangedLogo>

/** The bundles as they now are, and what there is to say of them: why they are not kept, or what was left out. */
const KeptBundles = z.strictObject({ bundles: Bundles, told: z.array(Message) })
export type KeptBundles = z.output<typeof KeptBundles>

/** Bundles taken from a file; `taken` is how many. */
const TakenBundles = KeptBundles.extend({ taken: z.int() })
export type TakenBundles = z.output<typeof TakenBundles>

/** What is written again and again as it now is, and what there is to say of it. */
const SavedHabits = z.strictObject({ habits: Habits, told: z.array(Message) })
export type SavedHabits = z.output<typeof SavedHabits>

/** Snippets taken from a file; `taken` is how many. */
const TakenSnippets = SavedHabits.extend({ taken: z.int() })
export type TakenSnippets = z.output<typeof TakenSnippets>

/** A part of others that is shipped with the app. */
export const Licence = z.strictObject({ name: z.string(), version: z.string(), licence: z.string() })
export type Licence = z.output<typeof Licence>

/** What this app is made of: the versions that someone asks for who is to help. */
const About = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  /** the Electron this was made for, where another runs; null when it is the one */
  standsInFor: z.string().nullable(),
  licences: z.array(Licence),
})
export type About = z.output<typeof About>

/** Everything the window may ask of the main process. A feature starts with a line here. */
export const contract = {
  'about.read': call(nothing, About),
  'bundles.list': call(nothing, KeptBundles),
  /** Keeps the bundles as they are given, in this order, in place of those before. */
  'bundles.keep': call(z.strictObject({ bundles: Bundles }), KeptBundles),
  /** Lets the clinician choose a file; null when the dialog was closed. */
  'bundles.import': call(nothing, TakenBundles.nullable()),
  'bundles.export': call(nothing, z.strictObject({ path: z.string().nullable() })),
  'habits.read': call(nothing, Habits),
  'habits.save': call(Habits, SavedHabits),
  /** Lets the clinician choose a file of snippets; null when the dialog was closed. */
  'snippets.import': call(nothing, TakenSnippets.nullable()),
  'snippets.export': call(nothing, z.strictObject({ path: z.string().nullable() })),
  /** It is as its schema made it when it was opened: to read it a second time is what the window would wait for longest. */
  'library.open': call(
    nothing,
    z.custom<Library>((given) => typeof given === 'object' && given !== null),
  ),
  'library.search': call(
    z.strictObject({ words: z.string().max(longestSearch, toIssue(tell('search-too-long'))), language: Language }),
    SearchResult,
  ),
  'settings.read': call(nothing, Clinic),
  'settings.save': call(Clinic, SavedSettings),
  'logo.read': call(nothing, ShownLogo.nullable()),
  /**
   * Lets the clinician choose a file; null when the dialog was closed. No path crosses: the main process asks for it, reads
   * it and has it judged.
   */
  'logo.choose': call(nothing, ChangedLogo.nullable()),
  'logo.remove': call(nothing, ChangedLogo),
  'sheet.render': call(
    Selection,
    z.strictObject({ pdf: z.instanceof(Uint8Array), pages: z.number().int(), sheetId: z.string() }),
  ),
  /**
   * `withRecord` puts what was given into the PDF, for the chart. `path` is null when the clinician closed the dialog;
   * `notLogged` says why the log or the history lacks the sheet, if it should have it.
   */
  'sheet.save': call(
    z.strictObject({ selection: Selection, withRecord: z.boolean() }),
    z.strictObject({ path: z.string().nullable(), handout: HandoutId, notLogged: Message.nullable() }),
  ),
  /** Puts a sheet in the queue; `jobs.list` tells what becomes of `job`. The log has it once it is handed over. */
  'sheet.print': call(
    z.strictObject({ selection: Selection, choice: PrintChoice }),
    z.strictObject({ job: z.int(), handout: HandoutId }),
  ),
  'printers.list': call(nothing, z.array(Printer)),
  'printers.options': call(z.strictObject({ printer: z.string().min(1).max(200) }), PrinterOptions),
  /** How the last sheet was printed on this computer; null before the first. */
  'printers.last': call(nothing, PrintChoice.nullable()),
  /** The sheets printed since the app was started, oldest first. */
  'jobs.list': call(nothing, z.array(PrintJob)),
  'jobs.cancel': call(z.strictObject({ job: z.int() }), nothing),
  /** The sheets that were given, newest first: nothing about whom they were for. */
  'log.list': call(
    z.strictObject({ filter: HandoutFilter, before: z.int().nullable(), limit: z.int().min(1).max(200) }),
    HandoutPage,
  ),
  /** Who gave sheets, as the clinic calls them. */
  'log.list-staff': call(nothing, z.strictObject({ staff: z.array(z.string()) })),
  /** How it went when the patient was asked to say it back; null takes it away. */
  'log.record-teach-back': call(z.strictObject({ handout: HandoutId, outcome: TeachBack.nullable() }), nothing),
  /** Whether a sheet of the log can be made again as the very file that was given; refused in words where it cannot. */
  'log.make-again': call(
    z.strictObject({ handout: HandoutId }),
    z.strictObject({ isOutdated: z.boolean(), retestOn: IsoDate.nullable() }),
  ),
  /** Prints that very sheet once more; the log has it once more too. */
  'log.reprint': call(
    z.strictObject({ handout: HandoutId, choice: PrintChoice }),
    z.strictObject({ job: z.int(), handout: HandoutId }),
  ),
  /** How many sheets of the log were given before a day. */
  'log.count-before': call(z.strictObject({ before: IsoDate }), z.strictObject({ sheets: z.int() })),
  /** Takes the sheets given before a day out of the log. */
  'log.purge': call(z.strictObject({ before: IsoDate }), z.strictObject({ removed: z.int() })),
  /** The history with the patients' names: how it stands. It is off until a clinic switches it on. */
  'history.status': call(nothing, HistoryStatus),
  'history.switch-on': call(z.strictObject({ lock: HistoryLock }), NewHistory),
  'history.unlock': call(z.strictObject({ secret: Secret }), HistoryStatus),
  /** Unlocks with the recovery code, and gives a new PIN or passphrase. */
  'history.recover': call(z.strictObject({ code: RecoveryCode, lock: HistoryLock }), HistoryStatus),
  /** Makes a new recovery code while it is unlocked; the one before then opens nothing. */
  'history.renew-code': call(nothing, z.strictObject({ recoveryCode: MadeCode })),
  /** Notes that somebody has the newest recovery code on paper. */
  'history.record-code-kept': call(nothing, HistoryStatus),
  /** Prints a page with its recovery code, which is not kept: the window has it. No list of sheets has that page. */
  'history.print-code': call(z.strictObject({ code: MadeCode, choice: OneCopy }), z.strictObject({ job: z.int() })),
  /** Somebody is there, which puts off that it locks: of a screen reader the main process sees no key and no click. */
  'history.touch': call(nothing, z.strictObject({})),
  /** Locks it; the page is then loaded anew, so that mostly nobody hears the answer. */
  'history.lock': call(nothing, z.strictObject({})),
  /** Removes all of it, its key too, and switches it off. */
  'history.erase': call(nothing, HistoryStatus),
  'history.list': call(
    z.strictObject({ filter: HistoryFilter, before: z.int().nullable(), limit: z.int().min(1).max(200) }),
    HistoryPage,
  ),
  /** A sheet as it was given, to look at. */
  'history.show': call(z.strictObject({ record: HandoutId }), ShownRecord),
  /** Prints the very sheet that was given once more; the log has it once more too. */
  'history.reprint': call(
    z.strictObject({ record: HandoutId, choice: PrintChoice }),
    z.strictObject({ job: z.int(), handout: HandoutId }),
  ),
  'history.save-again': call(
    z.strictObject({ record: HandoutId }),
    z.strictObject({ path: z.string().nullable(), handout: HandoutId, notLogged: Message.nullable() }),
  ),
  'history.remove': call(z.strictObject({ record: HandoutId }), nothing),
  /** What is held of the patient of a record: all that bears the very same name. */
  'history.list-patient': call(z.strictObject({ record: HandoutId }), PatientRecords),
  /**
   * Saves records of one patient, with their PDFs, as one file; `path` is null when the dialog was closed, `withoutPdf` is
   * how many PDFs were damaged on the disk. Whoever has the passphrase can read it.
   */
  'history.export-patient': call(
    z.strictObject({ records: OfOnePatient, passphrase: FilePassphrase }),
    z.strictObject({ path: z.string().nullable(), withoutPdf: z.int() }),
  ),
  /** Removes records of one patient, all or none. */
  'history.remove-patient': call(z.strictObject({ records: OfOnePatient }), nothing),
  /** How many records would go if they were kept for so many days; it takes no key. */
  'history.count-old': call(z.strictObject({ days: historyDays.unwrap() }), z.strictObject({ old: z.int() })),
  /** Removes the records of the days before one. */
  'history.purge': call(z.strictObject({ before: IsoDate }), z.strictObject({ removed: z.int() })),
  /** The tests that are to be done again, of the sheets of the history. */
  'follow-ups.list': call(nothing, FollowUpList),
  /** Notes on which day a test was done; null takes it away. */
  'follow-ups.record-done': call(z.strictObject({ record: HandoutId, doneOn: IsoDate.nullable() }), nothing),
  /** Saves the list as CSV in a sealed archive; `path` is null when the dialog was closed. Whoever has the passphrase can read it. */
  'follow-ups.export': call(
    z.strictObject({ passphrase: FilePassphrase }),
    z.strictObject({ path: z.string().nullable() }),
  ),
  'records.status': call(nothing, RecordsStatus),
  /** Why the last copy of the records could not be made; null once one was, and before the first try. */
  'records.copy-trouble': call(nothing, z.strictObject({ told: Message.nullable() })),
  /** What was done to records that were lost or damaged, a sentence each, until it was put away. */
  'records.healed': call(nothing, z.strictObject({ told: z.array(Message) })),
  /** Puts that away, over every start to come. */
  'records.hide-healed': call(nothing, nothing),
  /** Makes a copy of the records now; one is made each day without being asked. */
  'records.back-up': call(nothing, RecordsStatus),
  /** Puts a copy of `records.status` in the place of the records; those stay beside it. */
  'records.restore': call(
    z.strictObject({ file: z.string().min(1).max(200), folder: z.string().min(1).max(1000) }),
    RecordsStatus,
  ),
  /** Saves all records as JSON; `path` is null when the dialog was closed. */
  'records.export': call(nothing, z.strictObject({ path: z.string().nullable() })),
  /** Asks where the copies go, as to a USB stick. Nothing changes when the dialog was closed. */
  'records.choose-folder': call(nothing, RecordSettings),
  /** Lets the copies go beside the data of this account again. */
  'records.use-own-folder': call(nothing, RecordSettings),
  'records.read-settings': call(nothing, RecordSettings),
  'records.save-settings': call(RecordSettings.omit({ backupFolder: true }), RecordSettings),
} as const satisfies Readonly<Record<Channel, { readonly input: z.ZodType; readonly output: z.ZodType }>>

export type Asked<C extends Channel> = z.output<(typeof contract)[C]['input']>
export type Given<C extends Channel> = z.input<(typeof contract)[C]['input']>
export type Answer<C extends Channel> = z.output<(typeof contract)[C]['output']>

/** A failure crosses as data: an error thrown over IPC would lose everything but its text. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly problems: readonly Problem[] }

export type Handlers = { readonly [C in Channel]: (input: Asked<C>) => Answer<C> | Promise<Answer<C>> }
export type ClinicApi = { readonly [C in Channel]: (input: Given<C>) => Promise<Reply<Answer<C>>> }
