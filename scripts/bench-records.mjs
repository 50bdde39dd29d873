// npm run bench:records: the log with 100,000 sheets: looking things up, writing, copying, healing.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('tests/bench/bench-records.ts', process.argv.slice(2))
