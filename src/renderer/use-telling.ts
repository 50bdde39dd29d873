import { useMemo, useState } from 'react'
import { toAppError } from './clinic-api.ts'
import { useWords } from './words/use-words.ts'
import type { Say } from './words/words.ts'

/** How a thing is told: as done, as done with something to look at, or as not done. */
export type Tone = 'plain' | 'care' | 'stop'

/** What came of the last thing done. */
export type Told = { readonly tone: Tone; readonly text: string }

/** What is to be told, before it is in any language. */
export type Telling = { readonly tone: Tone; readonly say: Say }

/** Why something was not done. @param thrown what was caught */
export function tellFailure(thrown: unknown): Telling {
  const { problems } = toAppError(thrown)
  return { tone: 'stop', say: ({ writeProblems }) => writeProblems(problems) }
}

/**
 * Does one thing after another and keeps what came of the last: what it says of itself, or why it was not done. It is said
 * in the language the window speaks when it is shown.
 */
export function useTelling() {
  const words = useWords()
  const [telling, setTelling] = useState<Telling | null>(null)
  /** @param work gives what to say; null for nothing @returns whether it was done */
  const run = async (work: () => Promise<Say | Telling | null>): Promise<boolean> => {
    try {
      const said = await work()
      setTelling(typeof said === 'function' ? { tone: 'plain', say: said } : said)
      return true
    } catch (thrown) {
      setTelling(tellFailure(thrown))
      return false
    }
  }
  const told = useMemo<Told | null>(() => telling && { tone: telling.tone, text: telling.say(words) }, [telling, words])
  return { told, run, clear: () => setTelling(null) }
}
