import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A package of scripts/bench/node_modules. The compiler cannot know it: it is installed only when the bench runs. */
export function loadPackage(name: string): unknown {
  return require(name)
}
