import { useEffect, useState } from 'react'
import type { Printer } from '../../ipc/printing.ts'
import type { Ask } from '../clinic-api.ts'

/** The printers of this computer; null until they are known. Looked for again whenever the window comes to the front. */
export function usePrinters(ask: Ask): readonly Printer[] | null {
  const [printers, setPrinters] = useState<readonly Printer[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const look = async () => {
      // Without an answer there is none to print on, and saving still works: the bar says so.
      const found = await ask('printers.list', {}).catch(() => [])
      if (isCurrent) setPrinters(found)
    }
    const lookAgain = () => void look()
    lookAgain()
    window.addEventListener('focus', lookAgain)
    return () => {
      isCurrent = false
      window.removeEventListener('focus', lookAgain)
    }
  }, [ask])
  return printers
}
