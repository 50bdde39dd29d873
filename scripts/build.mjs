// npm run build: the app, its fonts and its library of topics, into out/.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/build-app.ts', process.argv.slice(2))
