// npm run content:report: what every instrument measures on the content. It fails when a gate does not hold.
import { enterNode24, ensurePackages } from './bootstrap/enter-node-24.mjs'
import { copyMissingFonts } from './build/copy-fonts.mjs'

ensurePackages()
copyMissingFonts()
enterNode24('src/cli/report-content.ts', process.argv.slice(2))
