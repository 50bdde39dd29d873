// npm run bench:compose: how long the composer takes for the longest sheet there can be.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/bench-compose.ts', process.argv.slice(2))
