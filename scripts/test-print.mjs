// npm run test:print: prints for real, on a CUPS of its own.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/test-print.ts', process.argv.slice(2))
