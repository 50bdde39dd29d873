import { addTallies, formatTally } from '../checks/count-tests.ts'
import { runSteps } from '../checks/step.ts'
import { makeUnitStep } from '../checks/test-runners.ts'
import { stopOnError } from './stop-on-error.ts'

// Ctrl+C ends the tools too: they are all stopped on exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

// What npm test tries a few times, in full.
await stopOnError(async () => {
  const extra = process.argv.slice(2)
  const step = makeUnitStep(['tests/faults', ...extra], { CARESHEET_FAULTS: 'full' })
  const outcomes = await runSteps([{ ...step, name: 'faults, in full' }], 1)
  if (outcomes.some(({ isGood }) => !isGood)) process.exitCode = 1
  console.log(outcomes.map(({ output }) => output.match(/^.*✓ [DR]\d.*$/gmu)?.join('\n') ?? '').join('\n'))
  console.log(formatTally(addTallies(outcomes.map(({ tally }) => tally))))
})
