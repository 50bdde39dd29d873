// npm run dev: the app with hot reload.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/develop-app.ts', process.argv.slice(2))
