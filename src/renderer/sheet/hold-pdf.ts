import {
  getDocument,
  VerbosityLevel,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { followUses } from './follow-uses.ts'
import { renewPdfThread, sharePdfThread } from './pdf-thread.ts'
import { readByThread } from './read-by-thread.ts'

/** The bytes of a sheet, open whenever they are used. */
export type HeldPdf = {
  /**
   * @param work may be begun twice, where the thread is lost
   * @throws Error for what is no PDF, or where it was closed meanwhile; ThreadLost where a second thread was lost too
   */
  readonly use: <T>(work: (pdf: PDFDocumentProxy) => Promise<T>) => Promise<T>
  readonly close: () => void
}

const tidy = () => window.gc?.()

/**
 * What reading all the sheets before took is given back once no sheet is read for ten seconds: left alone, the page would
 * keep a hundred megabytes of sheets that are gone until memory runs short. The first tidying lets go of what the second finds.
 */
const follow = followUses([
  {
    after: 10_000,
    act: () => {
      renewPdfThread()
      tidy()
    },
  },
  { after: 1000, act: tidy },
])

/** Holds a sheet. Its thread may be another at each use, and then it is opened again. */
export function holdPdf(pdf: Uint8Array): HeldPdf {
  let opened: { readonly reader: PDFWorker; readonly task: PDFDocumentLoadingTask } | undefined
  const open = (reader: PDFWorker) => {
    if (opened?.reader !== reader) opened = { reader, task: openPdf(pdf, reader) }
    return opened.task.promise
  }
  const closing = Promise.withResolvers<never>()
  closing.promise.catch(() => undefined) // whoever uses it then is told
  return {
    use: (work) =>
      follow(() => readByThread(sharePdfThread, async ({ reader }) => work(await open(reader)), closing.promise)),
    close: () => {
      closing.reject(new Error('The sheet was closed.'))
      // What it held is gone with the page or its thread; there is nothing left to do if closing it fails.
      void opened?.task.destroy().catch(() => undefined)
    },
  }
}

/** Opens the bytes of a sheet. They are copied, for the worker takes what it is given. */
function openPdf(pdf: Uint8Array, worker: PDFWorker): PDFDocumentLoadingTask {
  return getDocument({
    data: pdf.slice(),
    worker,
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
