import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listLicences, type ShippedPart } from '../build/list-licences.ts'
import { projectFolder } from '../project-folder.ts'

/** The licence of a package in its own words, empty where it brings none. */
function readLicence(name: string): string {
  const folder = path.join(projectFolder, 'node_modules', name)
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file))
  return files
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
    .join('\n\n')
}

/** All licences of what is shipped, in full. A package without a text of its own is named with its licence. */
export function writeNotices(parts: readonly ShippedPart[] = listLicences()): string {
  const line = '-'.repeat(78)
  return parts
    .map(({ name, version, licence }) =>
      `${line}\n${name} ${version}: ${licence}\n${line}\n\n${readLicence(name)}`.trimEnd(),
    )
    .join('\n\n\n')
    .concat('\n')
}
