import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toLocalDate } from '../domain/calendar.ts'
import { mostHistoryDays } from '../domain/history.ts'
import { tell, type Message } from '../domain/message.ts'
import { compareAge, listBackups } from '../store/back-up.ts'
import { renewInstallation, tryNote } from '../store/copies-note.ts'
import { nameFresh } from '../store/hold-place.ts'
import { salvageRecords, type Salvaged } from '../store/salvage.ts'

type HealKit = {
  readonly clinicDatabase: string
  readonly backups: string
  readonly now: Date
}

/**
 * The copies to heal from, newest first: those of this installation, beside clinic.db and where the clinic wants them. Where
 * there are none, the others beside it, which are of before a name was given anew, or were put there by hand. What was about
 * to be put back when a kill came is newer than all.
 */
function listSources({ clinicDatabase, backups, now }: HealKit, chosen: string) {
  const today = toLocalDate(now)
  const copies = [...new Set([chosen, backups])].flatMap((folder) =>
    listBackups(clinicDatabase, folder, today).map((copy) => ({ ...copy, folder })),
  )
  const own = copies.filter(({ from }) => from === 'here')
  const sources = own.length > 0 ? own : copies.filter(({ folder }) => folder === backups)
  const paths = sources.toSorted(compareAge(today)).map(({ folder, file }) => join(folder, file))
  return {
    paths: [nameFresh(clinicDatabase), ...paths].filter((path) => existsSync(path)),
    isSeen: chosen === backups || own.some(({ folder }) => folder === chosen),
  }
}

function describe({ handouts, settings, lostContents, areDaysKnown, keyFrom, aside, journal }: Salvaged): Message[] {
  const gone = keyFrom === 'copy' ? 'records-from-copy' : 'records-begun-anew'
  return [
    aside === null ? tell(gone, { handouts, settings }) : tell('records-healed', { handouts, settings, file: aside }),
    ...(journal === null ? [] : [tell('journal-kept', { file: journal })]),
    ...(areDaysKnown ? [] : [tell('history-days-lost', { days: mostHistoryDays })]),
    ...(lostContents === 0 ? [] : [tell('contents-lost', { count: lostContents })]),
  ]
}

/**
 * Makes a new clinic.db of what is whole in a damaged one and in its copies.
 * @returns what was done, a sentence each
 * @throws AppError storage-failed, with everything as it was
 */
export function healClinic(kit: HealKit): Message[] {
  const note = tryNote(kit.clinicDatabase)
  const chosen = note?.folder ?? kit.backups
  const { paths, isSeen } = listSources(kit, chosen)
  const saved = salvageRecords(kit.clinicDatabase, {
    copies: paths,
    noted: note?.days ?? null,
    at: kit.now,
    // What was not seen, or could not be read, must not give way to the copies of a file that lacks it.
    beforeSwap: ({ keyFrom }) => {
      if (keyFrom === 'nowhere' || !isSeen || note === null) renewInstallation(kit.clinicDatabase)
    },
  })
  return [...describe(saved), ...(isSeen ? [] : [tell('copies-unseen', { folder: chosen })])]
}
