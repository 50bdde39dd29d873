import { defineConfig } from '@playwright/test'

/** The real app in the real Electron, started once a worker. A flaky test is a failing test: no retries. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000, // slow machines are slow, not wrong
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: { trace: 'retain-on-failure' },
})
