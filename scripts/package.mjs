// npm run package: what this machine can make, a package for Debian.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/package-app.ts', process.argv.slice(2))
