// Where releases are made: what electron-builder takes besides the built app.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildAppIfChanged } from '../build/build-app.ts'
import { stopOnError } from '../commands/stop-on-error.ts'
import { drawIcon } from '../package/make-icons.ts'
import { writeNotices } from '../package/write-notices.ts'
import { writeBom } from '../package/write-sbom.ts'
import { projectFolder } from '../project-folder.ts'
import { readDeclaredElectron } from '../electron/electron-package.ts'

await stopOnError(async () => {
  buildAppIfChanged()
  const write = (file: string, bytes: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(projectFolder, file)), { recursive: true })
    writeFileSync(path.join(projectFolder, file), bytes)
  }
  write('out/icons/caresheet.png', await drawIcon('caresheet', 1024))
  write('out/notices/THIRD-PARTY-LICENCES.txt', writeNotices())
  write('out/notices/sbom.cdx.json', writeBom(readDeclaredElectron()))
})
