import type { Message } from '../../domain/message.ts'
import type { Telling } from '../use-telling.ts'
import { joinSentences } from '../words/join-sentences.ts'

/** That a sheet was saved. @param notKept what of it was not kept, or will not be, and why; null when all is well */
export function tellSaved(path: string, notKept: Message | null): Telling {
  return {
    tone: notKept === null ? 'plain' : 'care',
    say: ({ t, write }) => joinSentences([t('issue.saved', { path }), ...(notKept === null ? [] : [write(notKept)])]),
  }
}
