/** A thread that broke off, or does not answer. */
export class ThreadLost extends Error {}

/** A thread that is asked; `lost` rejects with ThreadLost once it is given up. */
export type AskedThread = {
  readonly messages: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  readonly lost: Promise<never>
  readonly giveUp: () => void
}

// Milliseconds of silence after which a thread that was asked has failed: it answers within some hundred.
const patience = 20_000

/** Gives a thread up once it says nothing for too long, until the function it returns is called. */
function watchSilence({ messages, giveUp }: AskedThread): () => void {
  let timer = setTimeout(giveUp, patience)
  const hear = () => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, patience)
  }
  messages.addEventListener('message', hear)
  return () => {
    clearTimeout(timer)
    messages.removeEventListener('message', hear)
  }
}

/**
 * Reads by the shared thread, and once more by another where that one is lost.
 * @param share gives the thread of now
 * @param read may be begun twice
 * @param closed rejects when what is read is gone: its questions may then stay unanswered, which is no fault of the thread
 * @throws ThreadLost where a second thread was lost too; whatever `read` and `closed` reject with
 */
export async function readByThread<Thread extends AskedThread, T>(
  share: () => Thread,
  read: (thread: Thread) => Promise<T>,
  closed: Promise<never>,
): Promise<T> {
  const readOnce = async () => {
    const thread = share()
    const stopWatching = watchSilence(thread)
    try {
      return await Promise.race([closed, thread.lost, read(thread)])
    } finally {
      stopWatching()
    }
  }
  try {
    return await readOnce()
  } catch (error) {
    if (error instanceof ThreadLost) return readOnce()
    throw error
  }
}
