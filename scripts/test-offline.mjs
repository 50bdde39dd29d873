// npm run test:offline: every end-to-end test again, traced, and once more where there is no network.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/test-offline.ts', process.argv.slice(2))
