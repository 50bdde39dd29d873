import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Licence, type About } from '../ipc/contract.ts'
import { logFailure } from './log-failure.ts'

/** What the build writes of what is shipped: the Electron it was made for, and the parts of others. */
const Parts = z.object({ electron: z.string(), licences: z.array(Licence) })

function readParts(file: string): z.output<typeof Parts> | null {
  try {
    return Parts.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    logFailure('licences.json', error)
    return null
  }
}

/**
 * What this is made of. A list of licences that cannot be read is left out: it must not hide the versions. Electron and what
 * is within it come as they run, for a stand-in is another than the one this was made for.
 */
export function readAbout(licencesFile: string, version: string, made: NodeJS.ProcessVersions): About {
  const parts = readParts(licencesFile)
  const [electron, chromium, node] = [made.electron ?? '', made.chrome ?? '', made.node]
  const around: Licence[] = [
    { name: 'Electron', version: electron, licence: 'MIT' },
    { name: 'Chromium', version: chromium, licence: 'BSD-3-Clause; LICENSES.chromium.html' },
    { name: 'Node.js', version: node, licence: 'MIT' },
  ]
  return {
    version,
    electron,
    chromium,
    node,
    standsInFor: parts === null || parts.electron === electron ? null : parts.electron,
    licences: [...around, ...(parts?.licences ?? [])],
  }
}
