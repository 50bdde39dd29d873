import { AppError } from '../../domain/app-error.ts'
import type { HistoryRecord, PatientRecords } from '../../domain/history.ts'
import { tell } from '../../domain/message.ts'
import type { Db } from '../open-database.ts'
import type { HistoryKey } from './history-keys.ts'
import { listRecords, readPapers } from './history-store.ts'

/** A record with the PDF that was given; null where that was changed on the disk. */
export type PatientPaper = { readonly record: HistoryRecord; readonly pdf: Buffer | null }

/**
 * The records that bear the very name a record bears; that record alone where it bears none, for it may be anyone's.
 * @throws AppError not-available when the record is gone; storage-failed
 */
export function listPatientRecords(db: Db, key: HistoryKey, id: string): PatientRecords {
  const { record } = readPapers(db, key, id)
  const { records, damaged } = listRecords(db, key, { words: '' }, null, Number.MAX_SAFE_INTEGER)
  const isOfPatient = ({ handout, patientName }: HistoryRecord) =>
    patientName === '' ? handout.id === id : patientName === record.patientName
  return { records: records.filter(isOfPatient), damaged }
}

/** These records of one patient with their papers. @throws AppError not-available when one is gone, bears another name, or is one of several without any; storage-failed */
export function readPatientPapers(db: Db, key: HistoryKey, ids: readonly string[]): PatientPaper[] {
  const papers = ids.map((id) => readPapers(db, key, id))
  const names = new Set(papers.map(({ record }) => record.patientName))
  if (names.size > 1 || (papers.length > 1 && names.has('')))
    throw new AppError('not-available', tell('history-names-differ'))
  return papers
}
