// npm run restore: puts a copy of the records in their place, while CareSheet is closed.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('src/cli/restore-backup.ts', process.argv.slice(2))
