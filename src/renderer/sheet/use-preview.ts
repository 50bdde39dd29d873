import { useEffect, useState } from 'react'
import type { StoreApi } from 'zustand'
import type { Ask } from '../clinic-api.ts'
import type { Draft } from '../draft.ts'
import type { DraftReading } from '../read-draft.ts'
import { createPreviewer, type Preview, type Wish } from './create-previewer.ts'

type PreviewOptions = Omit<Wish, 'reading'> & {
  readonly draft: Draft
  /** the same reading for the same draft */
  readonly read: (draft: Draft) => DraftReading
  /** calls with each new draft before the window is drawn with it, until the function it returns is called */
  readonly onDraft: (listen: (draft: Draft) => void) => () => void
}

/** The preview of what stands in the window, to be read by those that show it: the rest is not drawn for it. */
export function usePreview(ask: Ask, { draft, read, onDraft, letterhead, visit }: PreviewOptions): StoreApi<Preview> {
  const [{ preview, want }] = useState(() => createPreviewer(ask, visit))
  useEffect(() => want({ reading: read(draft), letterhead, visit }), [want, read, draft, letterhead, visit])
  // Asked for at once: the sheet is drawn in its thread while the window draws the rest.
  useEffect(
    () => onDraft((changed) => want({ reading: read(changed), letterhead, visit })),
    [want, read, onDraft, letterhead, visit],
  )
  return preview
}
