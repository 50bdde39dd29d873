// npm run test:faults: kills, power cuts, full disks and damaged files, each as often as it takes to believe the answer.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/test-faults.ts', process.argv.slice(2))
