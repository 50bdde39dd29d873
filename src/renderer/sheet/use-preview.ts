import { useEffect, useState } from 'react'
import type { Answer } from '../../ipc/contract.ts'
import type { Clinic } from '../../domain/clinic.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Selection } from '../../domain/selection.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { DraftReading } from '../read-draft.ts'

const pauseInMilliseconds = 60

/** A rendered sheet; `version` rises with each. */
export type RenderedSheet = Answer<'sheet.render'> & { readonly version: number }

/** The last good sheet, and why there is none for what stands in the window now. */
export type Preview = { readonly sheet: RenderedSheet | null; readonly problems: readonly Problem[] }

const noPreview: Preview = { sheet: null, problems: [] }

/**
 * Renders the sheet after each change, once typing rests. Only the answer to the newest question counts. While something
 * must be mended first, it still asks what else must be, for only the fonts know what they can print.
 * @param reading what stands in the window now
 * @param clinic on the sheet too, so a change of it renders anew
 * @param visit rises with each new patient, who must never see the sheet of the one before
 */
export function usePreview(ask: Ask, reading: DraftReading, clinic: Clinic, visit: number): Preview {
  const { selection, told } = reading
  const [kept, setKept] = useState<Preview & { readonly visit: number }>({ ...noPreview, visit })
  const preview = kept.visit === visit ? kept : noPreview
  useEffect(() => {
    if (told === null) return undefined
    let isNewest = true
    const render = async () => {
      const next = await renderSheet(ask, told, selection !== null)
      if (isNewest) setKept((last) => ({ ...next(last.visit === visit ? last : noPreview), visit }))
    }
    const timer = setTimeout(() => void render(), pauseInMilliseconds)
    return () => {
      isNewest = false
      clearTimeout(timer)
    }
    // The main process reads the clinic itself, so it is not used here, and yet each change of it is a new sheet.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ask, selection, told, clinic, visit])
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
