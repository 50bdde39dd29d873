// npm run bench:window: how long after a tick the new sheet stands in the window, and how long the main process is held up.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('tests/bench/bench-window.ts', process.argv.slice(2))
