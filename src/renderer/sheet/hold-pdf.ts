import {
  getDocument,
  VerbosityLevel,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { renewPdfWorker, sharePdfWorker } from './pdf-worker.ts'

/** The bytes of a sheet, open whenever they are used. */
export type HeldPdf = {
  /** @throws Error for what is no PDF, or where it was closed meanwhile */
  readonly use: <T>(work: (pdf: PDFDocumentProxy) => Promise<T>) => Promise<T>
  readonly close: () => void
}

/** Milliseconds without use after which is given back what reading all the sheets before took. */
const restsAfter = 10_000
/** Milliseconds between two tidyings of memory: the first lets go of what the second finds. */
const betweenTidyings = 1000

let inUse = 0
let rest: ReturnType<typeof setTimeout> | undefined

/** Holds a sheet. Its thread may be another at each use, and then it is opened again. */
export function holdPdf(pdf: Uint8Array): HeldPdf {
  let opened: { readonly reader: unknown; readonly task: PDFDocumentLoadingTask } | undefined
  const open = () => {
    const reader = sharePdfWorker()
    if (opened?.reader !== reader) opened = { reader, task: openPdf(pdf) }
    return opened.task.promise
  }
  return {
    use: async (work) => {
      inUse += 1
      clearTimeout(rest)
      try {
        return await work(await open())
      } finally {
        inUse -= 1
        if (inUse === 0) rest = setTimeout(giveBack, restsAfter)
      }
    },
    // What it held is gone with the page or its thread; there is nothing left to do if closing it fails.
    close: () => void opened?.task.destroy().catch(() => undefined),
  }
}

/** Left alone, the page would keep a hundred megabytes of sheets that are gone until memory runs short. */
function giveBack(): void {
  renewPdfWorker()
  window.gc?.()
  rest = setTimeout(() => window.gc?.(), betweenTidyings)
}

/** Opens the bytes of a sheet. They are copied, for the worker takes what it is given. */
function openPdf(pdf: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    data: pdf.slice(),
    worker: sharePdfWorker(),
    // Everything a sheet needs is inside it: nothing is fetched, nothing is taken from the computer.
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableWorkerRendering: true,
    // Letters are drawn as outlines: to load the fonts of each new sheet into the page takes longer.
    disableFontFace: true,
    // A sheet that is closed while its words are read is no news.
    verbosity: VerbosityLevel.ERRORS,
  })
}
