import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ThreadLost, type AskedThread } from './read-by-thread.ts'
// The address of the file, which Vite exports in place of its contents.
// oxlint-disable-next-line import/default
import workerAsset from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url&no-inline'

const workerUrl = new URL(workerAsset, document.baseURI).href

/** The part of Trusted Types used here; browsers have it, TypeScript's own types do not name it yet. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

/** Lets the one worker of this window be loaded, and no other script. */
function createWorkerPolicy() {
  const rules = {
    createScriptURL(url: string): string {
      if (url !== workerUrl) throw new TypeError('This window loads no script but its own worker.')
      return url
    },
  }
  return window.trustedTypes?.createPolicy('caresheet', rules) ?? rules
}

// One name, one policy: the page may not make it twice.
const policy = createWorkerPolicy()

/** What reads PDFs, in a thread. */
export type PdfThread = AskedThread & { readonly reader: PDFWorker; readonly end: () => void }

let shared: PdfThread | undefined

function startPdfThread(): PdfThread {
  const worker = new Worker(policy.createScriptURL(workerUrl), { type: 'module' })
  const loss = Promise.withResolvers<never>()
  loss.promise.catch(() => undefined) // whoever uses it then is told
  const end = () => worker.terminate()
  const thread = { reader: PDFWorker.create({ port: worker }), messages: worker, end, lost: loss.promise, giveUp }
  function giveUp(): void {
    if (shared === thread) shared = undefined
    end()
    loss.reject(new ThreadLost('The thread that reads PDFs broke off, or does not answer.'))
  }
  worker.addEventListener('error', giveUp)
  return thread
}

/**
 * The thread that reads PDFs, one for all sheets: drawing then never holds up typing for longer than a page takes to
 * paint. It is handed to pdf.js with each sheet, which would otherwise end it with the first one that is closed.
 */
export function sharePdfThread(): PdfThread {
  shared ??= startPdfThread()
  return shared
}

/**
 * Ends the thread and starts another, warm for the next sheet: after a hundred sheets it holds a hundred megabytes of what
 * it read, which the browser gives back with the thread alone. No sheet may be in use.
 */
export function renewPdfThread(): void {
  shared?.reader.destroy()
  shared?.end()
  shared = startPdfThread()
}
