// npm run test:package: installs the package in a clean Debian, uses it, and removes it.
import { enterNode24 } from './bootstrap/enter-node-24.mjs'

enterNode24('scripts/commands/test-package.ts', process.argv.slice(2))
