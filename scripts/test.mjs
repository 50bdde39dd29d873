// npm test: every check there is. One group alone: npm test -- --only e2e [-- options of its runner]
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/run-checks.ts', process.argv.slice(2))
