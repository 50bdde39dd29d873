import { useRef, useState } from 'react'
import type { PrintChoice } from '../../domain/print-choice.ts'
import type { Selection } from '../../domain/selection.ts'
import type { Ask } from '../clinic-api.ts'
import { tellFailure, type Telling, type Told, type Tone } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import type { Say } from '../words/words.ts'
import { keepOffered } from './print-choice.ts'
import { tellSaved } from './tell-saved.ts'
import { usePrintJobs } from './use-print-jobs.ts'

/** What is said about the last thing done: done, or why not. */
export type Notice = Told

const none: readonly number[] = []

/**
 * Saving and printing a sheet, and what came of it. Sheets that print go on while the next is made.
 * @param first what is said to begin with
 */
export function useIssue(ask: Ask, first: Say | null) {
  const words = useWords()
  const [isBusy, setIsBusy] = useState(false)
  const [withRecord, setWithRecord] = useState(false)
  const [telling, setTelling] = useState<Telling | null>(first && { tone: 'plain', say: first })
  const [shownJob, setShownJob] = useState<number | null>(null)
  const [hiddenJobs, setHiddenJobs] = useState(none)
  /** the jobs of this patient's sheets; others are of earlier ones, or were printed again from the history */
  const [ownJobs, setOwnJobs] = useState(none)
  /** counts the patients: what comes of a sheet may be known only once the next one is begun */
  const patient = useRef(0)
  const { jobs, refresh } = usePrintJobs(ask)

  const run = async (doing: Say, work: (isStillHere: () => boolean) => Promise<Telling | null>) => {
    if (isBusy) return
    const begun = patient.current
    const isStillHere = () => patient.current === begun
    setIsBusy(true)
    setTelling({ tone: 'plain', say: doing })
    try {
      const done = await work(isStillHere)
      if (isStillHere()) setTelling(done)
    } catch (thrown) {
      const { tone, say } = tellFailure(thrown)
      const isHere = isStillHere()
      setTelling({ tone, say: (said) => (isHere ? `${say(said)} ${said.t('issue.stillThere')}` : say(said)) })
    }
    setIsBusy(false)
  }
  const save = (selection: Selection) =>
    void run(
      ({ t }) => t('issue.saving'),
      async () => {
        const { path, notLogged } = await ask('sheet.save', { selection, withRecord })
        await refresh() // what was told of it on paper may be settled
        return path === null ? { tone: 'plain', say: ({ t }) => t('issue.notSaved') } : tellSaved(path, notLogged)
      },
    )
  const print = (selection: Selection, choice: PrintChoice) =>
    void run(
      ({ t }) => t('issue.printing'),
      async (isStillHere) => {
        // Asked anew: another printer's sides and trays may stand in the window until those of this one are read.
        const options = await ask('printers.options', { printer: choice.printer })
        const { job } = await ask('sheet.print', { selection, choice: { ...choice, ...keepOffered(choice, options) } })
        if (isStillHere()) {
          setShownJob(job)
          setOwnJobs((own) => [...own, job])
        }
        await refresh()
        return null
      },
    )
  const cancel = (job: number) => {
    const take = async () => {
      try {
        await ask('jobs.cancel', { job })
      } catch (thrown) {
        setTelling(tellFailure(thrown))
      }
      await refresh()
    }
    void take()
  }
  const hide = (job: number) => setHiddenJobs([...hiddenJobs, job])
  const announce = (say: Say, tone: Tone = 'plain') => {
    setShownJob(null)
    setTelling({ tone, say })
  }
  const clear = () => {
    setShownJob(null)
    setTelling(null)
  }
  /** From now on nothing that is told is of a patient before. */
  const beginPatient = () => {
    patient.current += 1
    setOwnJobs(none)
    clear()
  }
  // On paper as it stands in the window, as far as anyone can know.
  const printed = jobs.find(({ id }) => id === shownJob)?.state.kind
  const isPrinted = printed === 'printed' || printed === 'untold'
  const printing = { jobs, own: ownJobs, shown: shownJob, hidden: hiddenJobs, onCancel: cancel, onHide: hide }
  const pdfOptions = { withRecord, onSwitch: setWithRecord }
  /** whether what left is told to be kept in part only, or not at all */
  const isPartlyKept =
    telling?.tone === 'care' || jobs.some(({ id, notLogged }) => ownJobs.includes(id) && notLogged !== undefined)
  const notice: Notice | null = telling && { tone: telling.tone, text: telling.say(words) }
  return { isBusy, notice, isPrinted, isPartlyKept, printing, pdfOptions, save, print, announce, clear, beginPatient }
}
