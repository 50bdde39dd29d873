import { chooseGroups } from '../checks/choose-groups.ts'
import { addTallies, formatTally } from '../checks/count-tests.ts'
import { buildStep, listStaticSteps } from '../checks/static-steps.ts'
import { runSteps, type Step } from '../checks/step.ts'
import { makeUnitStep, makeWindowStep } from '../checks/test-runners.ts'
import { withOwnCups } from '../system/own-cups.ts'
import { stopOnError } from './stop-on-error.ts'

// Ctrl+C ends the tools and the screen too: they are all stopped on exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

await stopOnError(async () => {
  const { chosen, extra } = chooseGroups(process.argv.slice(2))
  const sideBySide: Step[] = []
  if (chosen.has('build')) sideBySide.push(buildStep)
  if (chosen.has('static')) sideBySide.push(...listStaticSteps())
  const outcomes = await runSteps(sideBySide, 2)
  let whyNotPrinted: string | null = null
  // Chosen here, so that it can be told: what passes in silence shows none of its output.
  const seed = process.env['PROPERTY_SEED'] || String(Date.now() % 2 ** 31)
  if (chosen.has('unit') || chosen.has('e2e')) {
    const { result, whyNot } = await withOwnCups(async (variables) => {
      const alone: Step[] = [] // they measure times and drive windows
      if (chosen.has('unit')) alone.push(makeUnitStep(extra, { ...variables, PROPERTY_SEED: seed }))
      if (chosen.has('e2e')) alone.push(makeWindowStep(extra, variables))
      return runSteps(alone, 1)
    })
    outcomes.push(...result)
    whyNotPrinted = whyNot
  }
  if (chosen.has('unit')) console.log(`Random choices: PROPERTY_SEED=${seed}`)
  if (outcomes.some(({ isGood }) => !isGood)) process.exitCode = 1
  console.log(formatTally(addTallies(outcomes.map(({ tally }) => tally)), whyNotPrinted))
})
