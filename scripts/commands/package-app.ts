import path from 'node:path'
import { buildAppIfChanged } from '../build/build-app.ts'
import { findElectron } from '../electron/find-electron.ts'
import { buildDeb } from '../package/build-deb.ts'
import { projectFolder } from '../project-folder.ts'
import { stopOnError } from './stop-on-error.ts'

await stopOnError(async () => {
  const options = process.argv.slice(2)
  const unknown = options.find((option) => option !== '--stand-in' && option !== '--driven')
  if (unknown !== undefined) throw new Error(`"${unknown}" is no option here. Use: npm run package [-- --stand-in]`)
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'This makes packages for Debian on 64-bit Linux. For other systems see .github/workflows/release.yml.',
    )
  buildAppIfChanged()
  const { executable } = await findElectron()
  const { file } = await buildDeb(
    {
      electron: path.dirname(executable),
      allowsStandIn: options.includes('--stand-in'),
      isDriven: options.includes('--driven'),
    },
    path.join(projectFolder, 'out/package'),
  )
  console.log(`Packed into ${path.relative(projectFolder, file)}.`)
})
