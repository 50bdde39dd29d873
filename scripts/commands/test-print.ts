import { addTallies, formatTally } from '../checks/count-tests.ts'
import { runSteps } from '../checks/step.ts'
import { makeUnitStep, makeWindowStep } from '../checks/test-runners.ts'
import { installPrograms } from '../system/install-programs.ts'
import { explainNoCups, listMissingForPrinting, startOwnCups } from '../system/own-cups.ts'
import { stopOnError } from './stop-on-error.ts'

// Ctrl+C ends the tools and CUPS too: they are all stopped on exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

// What npm test does about printing, alone; and where npm test would skip it, this fails.
await stopOnError(async () => {
  installPrograms(listMissingForPrinting())
  const reason = explainNoCups()
  if (reason !== null) throw new Error(`${reason}. Please run: sudo npm run test:print`)
  const cups = await startOwnCups()
  try {
    const steps = [
      makeUnitStep(['tests/main/print-for-real.test.ts', 'tests/main/print-sheets.test.ts'], cups.variables),
      makeWindowStep(['print.e2e.ts'], cups.variables),
    ]
    const outcomes = await runSteps(steps, 1)
    if (outcomes.some(({ isGood }) => !isGood)) process.exitCode = 1
    console.log(formatTally(addTallies(outcomes.map(({ tally }) => tally))))
  } finally {
    cups.stop()
  }
})
