import { useState } from 'react'
import type { PrintChoice } from '../../domain/print-choice.ts'
import type { Selection } from '../../domain/selection.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { keepOffered } from './print-choice.ts'
import { useWords } from '../words/use-words.ts'
import { usePrintJobs } from './use-print-jobs.ts'
import { joinSentences } from '../words/join-sentences.ts'

/** What is said about the last thing done: done, or why not. */
export type Notice = { readonly tone: 'plain' | 'stop'; readonly text: string }

/**
 * Saving and printing a sheet, and what came of it. Sheets that print go on while the next is made.
 * @param first what is said to begin with
 */
export function useIssue(ask: Ask, first: string | null) {
  const { t, write, writeProblems } = useWords()
  const [isBusy, setIsBusy] = useState(false)
  const [withRecord, setWithRecord] = useState(false)
  const [notice, setNotice] = useState<Notice | null>(first === null ? null : { tone: 'plain', text: first })
  const [shownJob, setShownJob] = useState<number | null>(null)
  const [hiddenJobs, setHiddenJobs] = useState<readonly number[]>([])
  const { jobs, refresh } = usePrintJobs(ask)

  const explain = (thrown: unknown) => writeProblems(toAppError(thrown).problems)
  const run = async (doing: string, work: () => Promise<string | null>) => {
    if (isBusy) return
    setIsBusy(true)
    setNotice({ tone: 'plain', text: doing })
    try {
      const text = await work()
      setNotice(text === null ? null : { tone: 'plain', text })
    } catch (thrown) {
      setNotice({ tone: 'stop', text: `${explain(thrown)} ${t('issue.stillThere')}` })
    }
    setIsBusy(false)
  }
  const save = (selection: Selection) =>
    void run(t('issue.saving'), async () => {
      const { path, notLogged } = await ask('sheet.save', { selection, withRecord })
      if (path === null) return t('issue.notSaved')
      return joinSentences([t('issue.saved', { path }), ...(notLogged ? [write(notLogged)] : [])])
    })
  const print = (selection: Selection, choice: PrintChoice) =>
    void run(t('issue.printing'), async () => {
      // Asked anew: another printer's sides and trays may stand in the window until those of this one are read.
      const options = await ask('printers.options', { printer: choice.printer })
      const { job } = await ask('sheet.print', { selection, choice: { ...choice, ...keepOffered(choice, options) } })
      setShownJob(job)
      await refresh()
      return null
    })
  const cancel = (job: number) => {
    const take = async () => {
      try {
        await ask('jobs.cancel', { job })
      } catch (thrown) {
        setNotice({ tone: 'stop', text: explain(thrown) })
      }
      await refresh()
    }
    void take()
  }
  const hide = (job: number) => setHiddenJobs([...hiddenJobs, job])
  const announce = (text: string, tone: Notice['tone'] = 'plain') => {
    setShownJob(null)
    setNotice({ tone, text })
  }
  const clear = () => {
    setShownJob(null)
    setNotice(null)
  }
  // On paper as it stands in the window, as far as anyone can know.
  const printed = jobs.find(({ id }) => id === shownJob)?.state.kind
  const isPrinted = printed === 'printed' || printed === 'untold'
  const printing = { jobs, shown: shownJob, hidden: hiddenJobs, onCancel: cancel, onHide: hide }
  const pdfOptions = { withRecord, onSwitch: setWithRecord }
  return { isBusy, notice, isPrinted, printing, pdfOptions, save, print, announce, clear }
}
