// npm run sheet: an advice sheet from the command line, without Electron.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enterNode24, ensurePackages, runInNode24 } from './bootstrap/enter-node-24.mjs'
import { hashInputs, isBuilt } from './build/build-stamp.mjs'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

ensurePackages()
if (!isBuilt(projectFolder, hashInputs(projectFolder))) runInNode24('scripts/commands/build-app.ts')
enterNode24('out/main/sheet.cjs', process.argv.slice(2))
