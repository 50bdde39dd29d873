import { buildAppIfChanged } from '../build/build-app.ts'
import { makeStep, runTool, type Step } from './step.ts'

const typedParts = ['domain', 'node', 'web', 'tests']

/** Everything that is judged without running the app. */
export function listStaticSteps(): Step[] {
  const tool = (name: string, script: string, ...options: string[]): Step =>
    makeStep(name, () => runTool(script, options))
  return [
    tool('lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
    tool('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'),
    ...typedParts.map((part) =>
      tool(`types: ${part}`, 'node_modules/typescript/bin/tsc', '-p', `tsconfig.${part}.json`),
    ),
    tool('who may import whom', 'scripts/commands/check-layers.ts'),
    tool('content', 'src/cli/check-content.ts', '--release'),
  ]
}

export const buildStep: Step = makeStep('build', async () => {
  buildAppIfChanged()
  return { code: 0, output: '' }
})
