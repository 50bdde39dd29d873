// npm run sheet: an advice sheet from the command line, without Electron and without a build.
import { enterNode24, ensurePackages } from './bootstrap/enter-node-24.mjs'
import { copyMissingFonts } from './build/copy-fonts.mjs'

ensurePackages()
copyMissingFonts()
enterNode24('src/cli/sheet.ts', process.argv.slice(2))
