import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Bundle } from '../../domain/bundle.ts'
import type { KeptBundles } from '../../ipc/contract.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { Notice } from '../sheet/use-issue.ts'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'
import { joinSentences } from '../words/join-sentences.ts'

const none: readonly Bundle[] = []

/** The clinic's bundles, what changes them, and what there is to say of the last change. */
export function useBundles(ask: Ask) {
  const { t, write, writeProblem, writeProblems } = useWords()
  const answers = useQueryClient()
  const { data, error } = useAnswer(ask, 'bundles.list', {}, { askOnFocus: true })
  const [notice, setNotice] = useState<Notice | null>(null)

  /** rises with each change: a slow disk may answer after the next one was made, which is what is shown then */
  const changes = useRef(0)

  const show = (changed: KeptBundles, done: string, isNewest: boolean) => {
    if (isNewest) answers.setQueryData(toAnswerKey('bundles.list', {}), { bundles: changed.bundles, told: [] })
    const told = changed.told.map(write)
    if (isNewest || told.length > 0)
      setNotice({ tone: told.length > 0 ? 'stop' : 'plain', text: joinSentences([done, ...told]) })
  }
  const run = async (work: (isNewest: () => boolean) => Promise<void>) => {
    const own = (changes.current += 1)
    try {
      await work(() => own === changes.current)
    } catch (thrown) {
      setNotice({ tone: 'stop', text: writeProblems(toAppError(thrown).problems) })
    }
  }
  const keep = (bundles: readonly Bundle[], done: string) => {
    // Shown at once; the disk follows.
    answers.setQueryData(toAnswerKey('bundles.list', {}), { bundles: [...bundles], told: [] })
    void run(async (isNewest) => show(await ask('bundles.keep', { bundles: [...bundles] }), done, isNewest()))
  }
  const takeFile = () =>
    void run(async (isNewest) => {
      const taken = await ask('bundles.import', {})
      if (taken !== null) show(taken, t('bundles.taken', { count: taken.taken }), isNewest())
    })
  const saveFile = () =>
    void run(async () => {
      const { path } = await ask('bundles.export', {})
      if (path !== null) setNotice({ tone: 'plain', text: t('issue.saved', { path }) })
    })

  const unread = error === null ? (data?.told ?? []).map(write) : toAppError(error).problems.map(writeProblem)
  const first: Notice | null = unread.length > 0 ? { tone: 'stop', text: joinSentences(unread) } : null
  return {
    bundles: data?.bundles ?? none,
    notice: notice ?? first,
    clear: () => setNotice(null),
    keep,
    takeFile,
    saveFile,
  }
}
