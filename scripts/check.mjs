// npm run check: all that npm test does, but for the windows of the end-to-end tests.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/run-checks.ts', ['--only', 'static,unit,build', ...process.argv.slice(2)])
