import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Habits } from '../../domain/habits.ts'
import type { SavedHabits } from '../../ipc/contract.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { Notice } from '../sheet/use-issue.ts'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'
import { joinSentences } from '../words/join-sentences.ts'

const none = Habits.parse({})

/** What the clinic writes again and again, what changes it, and what there is to say of the last change. */
export function useHabits(ask: Ask) {
  const { t, write, writeProblems } = useWords()
  const answers = useQueryClient()
  const habits = useAnswer(ask, 'habits.read', {}).data ?? none
  const [notice, setNotice] = useState<Notice | null>(null)

  const show = (saved: SavedHabits, done: string) => {
    answers.setQueryData(toAnswerKey('habits.read', {}), saved.habits)
    const told = saved.told.map(write)
    setNotice({ tone: told.length > 0 ? 'stop' : 'plain', text: joinSentences([done, ...told]) })
  }
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (thrown) {
      setNotice({ tone: 'stop', text: writeProblems(toAppError(thrown).problems) })
      return false
    }
  }
  return {
    habits,
    notice,
    /** Says whether it was done. */
    keep: (changed: Partial<Habits>, done: string) =>
      run(async () => show(await ask('habits.save', { ...habits, ...changed }), done)),
    takeFile: () =>
      void run(async () => {
        const taken = await ask('snippets.import', {})
        if (taken !== null) show(taken, t('snippets.taken', { count: taken.taken }))
      }),
    saveFile: () =>
      void run(async () => {
        const { path } = await ask('snippets.export', {})
        if (path !== null) setNotice({ tone: 'plain', text: t('issue.saved', { path }) })
      }),
  }
}
