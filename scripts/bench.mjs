// npm run bench: how long a sheet takes, beside other ways to make a PDF. Its packages are installed here, once.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enterNode24 } from './bootstrap/enter-node-24.mjs'
import { arePackagesInstalled, installPackages } from './bootstrap/installed-packages.mjs'

const benchFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'bench')

if (!arePackagesInstalled(benchFolder)) installPackages(benchFolder, ['--ignore-scripts'])
enterNode24('scripts/commands/bench-sheets.ts', process.argv.slice(2))
