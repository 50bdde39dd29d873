import { toLocalDate } from '../domain/calendar.ts'
import type { TeachBack } from '../domain/handout.ts'
import type { HistoryRecord } from '../domain/history.ts'
import type { Library } from '../domain/library.ts'
import type { PatientPaper } from '../store/history/patient-records.ts'
import { writeZip, type PackedFile } from './write-zip.ts'

/** What is held of one patient, for people and programs to read. */
type PatientExport = {
  readonly program: 'CareSheet'
  readonly exportedAt: string
  readonly patientName: string
  /** oldest first; topic and causes also by their names, in the patient's language */
  readonly records: readonly (HistoryRecord & {
    readonly topicTitle: string
    readonly causeNames: readonly string[]
    /** the name of its PDF in the archive; null where that was damaged on the disk */
    readonly file: string | null
  })[]
}

function nameIn(library: Library, { handout }: HistoryRecord) {
  const { topic: id, causes, languages } = handout
  const words = library.topics.find(({ topic }) => topic.id === id)?.words
  const said = words?.[languages[0]] ?? words?.en
  return { topicTitle: said?.title ?? id, causeNames: causes.map((cause) => said?.causes[cause.id]?.name ?? cause.id) }
}

/**
 * All that is held of one patient as one archive: each record in `records.json`, and the very PDFs that were given, sealed with
 * a passphrase. The names of the files in it, which can be read without that, say when, and never what or who.
 * @param papers of one patient, in any order
 * @param findOutcome how teach-back of a sheet went: noted in the log, after the record was kept
 */
export function writePatient(
  papers: readonly PatientPaper[],
  library: Library,
  findOutcome: (handout: string) => TeachBack | null,
  at: Date,
  passphrase: string,
): Uint8Array {
  const pdfs: PackedFile[] = []
  const inOrder = papers.toSorted((a, b) => a.record.handout.givenAt.localeCompare(b.record.handout.givenAt))
  const records = inOrder.map(({ record, pdf }, index) => {
    const day = toLocalDate(new Date(record.handout.givenAt))
    const file = pdf && `${index + 1}-${day}.pdf`
    if (pdf !== null && file !== null) pdfs.push({ name: file, bytes: pdf })
    const handout = { ...record.handout, teachBack: findOutcome(record.handout.id) }
    return { ...record, handout, ...nameIn(library, record), file }
  })
  const told: PatientExport = {
    program: 'CareSheet',
    exportedAt: at.toISOString(),
    patientName: papers[0]?.record.patientName ?? '',
    records,
  }
  const json = new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`)
  return writeZip([{ name: 'records.json', bytes: json }, ...pdfs], passphrase, at)
}
