import { useState } from 'react'
import { toAppError } from './clinic-api.ts'
import { useWords } from './words/use-words.ts'

/** What came of the last thing done. */
export type Told = { readonly tone: 'plain' | 'stop'; readonly text: string }

/** Does one thing after another and keeps what came of the last: what it says of itself, or why it was not done. */
export function useTelling() {
  const { writeProblems } = useWords()
  const [told, setTold] = useState<Told | null>(null)
  /** @param work gives what to say; null for nothing @returns whether it was done */
  const run = async (work: () => Promise<string | null>): Promise<boolean> => {
    try {
      const text = await work()
      setTold(text === null ? null : { tone: 'plain', text })
      return true
    } catch (thrown) {
      setTold({ tone: 'stop', text: writeProblems(toAppError(thrown).problems) })
      return false
    }
  }
  return { told, run }
}
