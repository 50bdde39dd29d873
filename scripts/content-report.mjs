// npm run content:report: what every instrument measures on the content. It fails when a gate does not hold.
import { enterNode24, runInNode24 } from './bootstrap/enter-node-24.mjs'

runInNode24('scripts/commands/make-fonts.ts')
enterNode24('src/cli/report-content.ts', process.argv.slice(2))
