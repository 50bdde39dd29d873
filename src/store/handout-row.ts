import { LoggedHandout } from '../domain/handout-log.ts'
import { isSeal, sealRow, type Cell } from './seal.ts'

/** The sealed columns of `handouts`, in the order of the seal. */
export const handoutColumns = [
  'id',
  'given_at',
  'way',
  'audience',
  'staff',
  'topic',
  'topic_version',
  'content_sha256',
  'app_version',
  'sheet_id',
  'language',
  'second_language',
  'causes',
  'pages',
  'copies',
  'override_reason',
  'teach_back',
  'pdf_seal',
  'made_on',
] as const

/** A row of `handouts` as SQLite gives it: the table is STRICT, so its columns have these types, even on a damaged disk. */
export type HandoutRow = Readonly<Record<(typeof handoutColumns)[number] | 'row' | 'seal', Cell>>

/** A row of a file that is not of the newest version may lack its last column. */
type FoundRow = Omit<HandoutRow, 'row' | 'seal' | 'made_on'> & { readonly made_on?: Cell }

/** The seal a row should have. One without `made_on` has the seal from before there was that column. */
export function sealHandout(key: Uint8Array, row: FoundRow): Buffer {
  const cells = handoutColumns.map((column) => row[column] ?? null)
  return sealRow(key, 'handouts', cells.at(-1) === null ? cells.slice(0, -1) : cells)
}

/** A handout as a row, with its seal. */
export function toRow(key: Uint8Array, handout: LoggedHandout): Omit<HandoutRow, 'row'> {
  const row = {
    id: handout.id,
    given_at: handout.givenAt,
    way: handout.way,
    audience: handout.audience,
    staff: handout.staff,
    topic: handout.topic,
    topic_version: handout.topicVersion,
    content_sha256: Buffer.from(handout.contentSha256, 'hex'),
    app_version: handout.appVersion,
    sheet_id: handout.sheetId,
    language: handout.languages[0],
    second_language: handout.languages[1] ?? null,
    causes: JSON.stringify(handout.causes.map(({ id, certainty }) => [id, certainty])),
    pages: handout.pages,
    copies: handout.copies,
    override_reason: handout.overrideReason,
    teach_back: handout.teachBack,
    pdf_seal: Buffer.from(handout.pdfSeal, 'hex'),
    made_on: handout.madeOn,
  }
  return { ...row, seal: sealHandout(key, row) }
}

function parseList(text: Cell): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

/** How the id of a cause stands in the column `causes`, which is [["fatty-liver","likely"]]: so it is found in the text. */
export function markCause(id: string): string {
  return `["${id}",`
}

function readCauses(text: Cell): unknown {
  const pairs = parseList(text)
  return Array.isArray(pairs)
    ? pairs.map((pair: unknown) =>
        Array.isArray(pair) ? { id: pair[0] as unknown, certainty: pair[1] as unknown } : pair,
      )
    : pairs
}

const toHex = (bytes: Cell) => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString('hex') : '')

/** Whether a row is as it was written. */
export function isIntactRow(key: Uint8Array, row: HandoutRow): boolean {
  return isSeal(row.seal, sealHandout(key, row))
}

/** The handout of a row; null when its seal says that the disk, or someone, has changed it. */
export function readRow(key: Uint8Array, row: HandoutRow): LoggedHandout | null {
  if (!isIntactRow(key, row)) return null
  const read = LoggedHandout.safeParse({
    id: row.id,
    givenAt: row.given_at,
    way: row.way,
    audience: row.audience,
    staff: row.staff,
    topic: row.topic,
    topicVersion: row.topic_version,
    contentSha256: toHex(row.content_sha256),
    appVersion: row.app_version,
    sheetId: row.sheet_id,
    languages: row.second_language === null ? [row.language] : [row.language, row.second_language],
    causes: readCauses(row.causes),
    pages: row.pages,
    copies: row.copies,
    overrideReason: row.override_reason,
    teachBack: row.teach_back,
    pdfSeal: toHex(row.pdf_seal),
    madeOn: row.made_on,
  })
  return read.data ?? null
}
