import { useState } from 'react'
import type { Selection } from '../../domain/selection.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { countPages } from './count-pages.ts'

/** What is said about the last thing done: done, or why not. */
export type Notice = { readonly tone: 'plain' | 'stop'; readonly text: string }

/** Saving and printing a sheet, one at a time, and what came of it. */
export function useIssue(ask: Ask) {
  const [isBusy, setIsBusy] = useState(false)
  const [notice, setNotice] = useState<Notice | null>(null)

  const run = async (doing: string, work: () => Promise<string>) => {
    if (isBusy) return
    setIsBusy(true)
    setNotice({ tone: 'plain', text: doing })
    try {
      setNotice({ tone: 'plain', text: await work() })
    } catch (thrown) {
      setNotice({ tone: 'stop', text: toAppError(thrown).message })
    }
    setIsBusy(false)
  }
  const save = (selection: Selection) =>
    void run('Saving…', async () => {
      const { path } = await ask('sheet.save', selection)
      return path === null ? 'Not saved.' : `Saved to ${path}`
    })
  const print = (selection: Selection, printer: string, copies: number) =>
    void run('Printing…', async () => {
      const { pages } = await ask('sheet.print', { selection, printer, copies })
      return copies === 1
        ? `Sent ${countPages(pages)} to ${printer}`
        : `Sent ${copies} copies of ${countPages(pages)} to ${printer}`
    })
  const announce = (text: string) => setNotice({ tone: 'plain', text })
  const clear = () => setNotice(null)
  return { isBusy, notice, save, print, announce, clear }
}
