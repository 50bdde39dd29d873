// npm start: everything from a fresh clone to the open app. Arguments after -- go to the app.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/start-app.ts', process.argv.slice(2))
