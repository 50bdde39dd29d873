import { readdirSync } from 'node:fs'
import type { IsoDate } from '../domain/calendar.ts'

const namePattern = /^caresheet-(\d{4}-\d{2}-\d{2})(?:-([0-9a-f]{8}))?\.db$/u

/** A copy of the records by its name: the day it is of, and of which installation, where the name tells. */
type CopyName = { readonly file: string; readonly day: IsoDate; readonly of: string | undefined }

/** How the copy of a day is called. */
export function nameCopy(day: IsoDate, installation: string): string {
  return `caresheet-${day}-${installation}.db`
}

/** The copies that lie in a folder. @throws what the disk throws */
export function listCopyNames(folder: string): CopyName[] {
  return readdirSync(folder).flatMap((file) => {
    const [, day, of] = namePattern.exec(file) ?? []
    return day === undefined ? [] : [{ file, day, of }]
  })
}
