// npm run content:proof: one PDF a language with every text beside its English, for a clinician to read and sign.
import { enterNode24, runInNode24 } from './bootstrap/enter-node-24.mjs'

runInNode24('scripts/commands/make-fonts.ts')
enterNode24('src/cli/proof-content.ts', process.argv.slice(2))
