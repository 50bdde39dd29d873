// npm run bench:start: how long a start takes, beside an empty window.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('tests/bench/bench-start.ts', process.argv.slice(2))
