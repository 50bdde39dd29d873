// npm run bench:search: how long a search takes in large libraries; in the real window it is `bench:window -- --part search`.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('tests/bench/bench-search.ts', process.argv.slice(2))
