import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: '100%', // nothing else runs meanwhile
    isolate: false, // no test replaces a module, so files may share what they import: half the time
    testTimeout: 60_000, // slow machines are slow, not wrong; tests about time measure it themselves
    passWithNoTests: false,
    allowOnly: false, // a forgotten .only would leave the rest untested and the result green
  },
})
