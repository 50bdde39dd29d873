// npm run content:proof: one PDF a language with every text beside its English, for a clinician to read and sign.
import { enterNode24, ensurePackages } from './bootstrap/enter-node-24.mjs'
import { copyMissingFonts } from './build/copy-fonts.mjs'

ensurePackages()
copyMissingFonts()
enterNode24('src/cli/proof-content.ts', process.argv.slice(2))
