import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Licence, type About } from '../ipc/contract.ts'
import { logFailure } from './log-failure.ts'

/** What this is made of. A list of licences that cannot be read is left out: it must not hide the versions. */
export function readAbout(licencesFile: string, version: string, made: NodeJS.ProcessVersions): About {
  let licences: Licence[] = []
  try {
    licences = z.array(Licence).parse(JSON.parse(readFileSync(licencesFile, 'utf8')))
  } catch (error) {
    logFailure('licences.json', error)
  }
  return { version, electron: made.electron ?? '', chromium: made.chrome ?? '', node: made.node, licences }
}
