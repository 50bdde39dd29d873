// npm run pictures: the pictures of the README, taken from the real app.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/take-pictures.ts', process.argv.slice(2))
