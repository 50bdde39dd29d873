import { createStore } from 'zustand/vanilla'
import type { Answer } from '../../ipc/contract.ts'
import type { Clinic } from '../../domain/clinic.ts'
import type { Problem } from '../../domain/app-error.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { DraftReading } from '../read-draft.ts'

/** A rendered sheet; `version` rises with each. */
export type RenderedSheet = Answer<'sheet.render'> & { readonly version: number }

/** The last good sheet of a visit, and why there is none for what stands in the window now. */
export type Preview = {
  readonly visit: number
  readonly sheet: RenderedSheet | null
  readonly problems: readonly Problem[]
}

const none: readonly Problem[] = []

/** What the fonts, or the drawing, say against the sheet of this visit. */
export const findUnprintable = (preview: Preview, visit: number): readonly Problem[] =>
  preview.visit === visit ? preview.problems : none

/** What of the clinic stands on the sheet, which the main process knows by itself; `logoVersion` rises with each change of it. */
export type Letterhead = { readonly clinic: Clinic; readonly logoVersion: number }

/** What the sheet is to show. */
export type Wish = {
  readonly reading: DraftReading
  /** on the sheet too, so another one renders anew */
  readonly letterhead: Letterhead
  /** rises with each new patient, who must never see the sheet of the one before */
  readonly visit: number
}

/**
 * Renders the sheet after each wish, one at a time: while one is being drawn, only the newest wish waits. While something
 * must be mended first, it still asks what else must be, for only the fonts know what they can print.
 */
export function createPreviewer(ask: Ask, visit: number) {
  const preview = createStore<Preview>(() => ({ visit, sheet: null, problems: none }))
  let last: Wish | null = null
  let waiting: Wish | null = null
  let isBusy = false

  async function renderNewest(): Promise<void> {
    isBusy = true
    for (let wish = waiting; wish !== null; wish = waiting) {
      const next = await renderSheet(ask, wish.reading)
      if (waiting !== wish) continue
      waiting = null
      preview.setState(next)
    }
    isBusy = false
  }

  function want(wish: Wish): void {
    if (last !== null && isSame(last, wish)) return
    last = wish
    waiting = wish
    if (preview.getState().visit !== wish.visit) preview.setState({ visit: wish.visit, sheet: null, problems: none })
    if (!isBusy) void renderNewest()
  }
  return { preview, want }
}

const isSame = (one: Wish, other: Wish) =>
  one.reading === other.reading && one.letterhead === other.letterhead && one.visit === other.visit

/** The next preview as a change of the last: a failure keeps the sheet that was there, and so does what is not whole. */
async function renderSheet(ask: Ask, { told, selection }: DraftReading): Promise<(last: Preview) => Partial<Preview>> {
  if (told === null) return () => ({ problems: none })
  try {
    const answer = await ask('sheet.render', told)
    if (selection === null) return () => ({ problems: none })
    return ({ sheet }) => ({ sheet: { ...answer, version: (sheet?.version ?? 0) + 1 }, problems: none })
  } catch (thrown) {
    return () => ({ problems: toAppError(thrown).problems })
  }
}
