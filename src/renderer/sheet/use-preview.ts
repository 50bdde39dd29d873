import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../../ipc/contract.ts'
import type { Clinic } from '../../domain/clinic.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Selection } from '../../domain/selection.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { DraftReading } from '../read-draft.ts'

/** A rendered sheet; `version` rises with each. */
export type RenderedSheet = Answer<'sheet.render'> & { readonly version: number }

/** The last good sheet, and why there is none for what stands in the window now. */
export type Preview = { readonly sheet: RenderedSheet | null; readonly problems: readonly Problem[] }

const noPreview: Preview = { sheet: null, problems: [] }

/** What of the clinic stands on the sheet, which the main process knows by itself; `logoVersion` rises with each change of it. */
export type Letterhead = { readonly clinic: Clinic; readonly logoVersion: number }

/** What is to be rendered: the whole sheet, or what can be read of it, to learn what else must be mended. */
type Job = {
  readonly told: Selection
  readonly isWhole: boolean
  readonly visit: number
  readonly letterhead: Letterhead
}

/**
 * Renders the sheet after each change, one at a time: while one is being drawn, only the newest change waits. While
 * something must be mended first, it still asks what else must be, for only the fonts know what they can print.
 * @param reading what stands in the window now
 * @param letterhead on the sheet too, so another one renders anew
 * @param visit rises with each new patient, who must never see the sheet of the one before
 */
export function usePreview(ask: Ask, reading: DraftReading, letterhead: Letterhead, visit: number): Preview {
  const { selection, told } = reading
  const [kept, setKept] = useState<Preview & { readonly visit: number }>({ ...noPreview, visit })
  const preview = kept.visit === visit ? kept : noPreview
  const wanted = useRef<Job | null>(null)
  const isBusy = useRef(false)
  useEffect(() => {
    wanted.current = told === null ? null : { told, isWhole: selection !== null, visit, letterhead }
    const renderNewest = async () => {
      isBusy.current = true
      for (let job = wanted.current; job !== null; job = wanted.current) {
        const rendered = job
        const next = await renderSheet(ask, rendered.told, rendered.isWhole)
        if (wanted.current !== rendered) continue
        wanted.current = null
        setKept((last) => ({ ...next(last.visit === rendered.visit ? last : noPreview), visit: rendered.visit }))
      }
      isBusy.current = false
    }
    if (!isBusy.current) void renderNewest()
  }, [ask, selection, told, letterhead, visit])
  return told === null ? { ...preview, problems: [] } : preview
}

/** The next preview as a change of the last: a failure keeps the sheet that was there, and so does what is not whole. */
async function renderSheet(ask: Ask, told: Selection, isWhole: boolean): Promise<(last: Preview) => Preview> {
  try {
    const answer = await ask('sheet.render', told)
    if (!isWhole) return (last) => ({ ...last, problems: [] })
    return (last) => ({ sheet: { ...answer, version: (last.sheet?.version ?? 0) + 1 }, problems: [] })
  } catch (thrown) {
    return (last) => ({ ...last, problems: toAppError(thrown).problems })
  }
}
