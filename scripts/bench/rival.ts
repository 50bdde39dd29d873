import type { Sheet } from '../../src/domain/sheet.ts'
import type { RenderJob } from '../../src/main/render-messages.ts'

/** One sheet of the mix: what was chosen, and the sheet that is composed from it. */
export type BenchDocument = { readonly job: RenderJob; readonly sheet: Sheet }

/** A way to make a PDF, opened once and then used for one document after another. */
export type OpenRival = {
  readonly draw: (document: BenchDocument) => Promise<Uint8Array>
  /** resident bytes of processes of its own */
  readonly measureElsewhere?: () => Promise<number>
  readonly close: () => Promise<void>
}

/** `fonts` is the folder of the fonts every rival draws with. */
export type Rival = {
  readonly name: string
  /** so slow that it takes part in some rounds only */
  readonly isSlow: boolean
  readonly open: (fonts: string) => Promise<OpenRival>
}
