import { assertNever } from '../../domain/app-error.ts'
import type { PrintJob } from '../../ipc/printing.ts'
import type { Told } from '../use-telling.ts'
import type { Words } from '../words/words.ts'

/** What of how much goes where: "2 copies of 2 pages on Front_desk". */
function describeExtent({ copies, pages, printer }: PrintJob, { t }: Words): string {
  const said = { pages: t('preview.pages', { count: pages }), printer }
  return copies === 1 ? t('jobs.extent', said) : t('jobs.extentCopies', { ...said, count: copies })
}

/** Where a job stands, in a sentence or two; never more than the print system said. */
export function describeJob(job: PrintJob, words: Words): Told {
  const { t, write } = words
  const { state, printer } = job
  const extent = describeExtent(job, words)
  const plain = (text: string) => ({ tone: 'plain' as const, text })
  switch (state.kind) {
    case 'waiting':
      return plain(t('jobs.waiting', { extent }))
    case 'sending':
      return plain(t('jobs.sending', { extent }))
    case 'accepted':
      return plain(t('jobs.accepted', { extent }))
    case 'printing':
      return plain(t('jobs.printing', { extent }))
    case 'held':
      return { tone: 'stop', text: t('jobs.held', { printer, why: write(state.message) }) }
    case 'printed':
      return plain(t('jobs.printed', { extent }))
    case 'cancelled':
      return plain(t('jobs.cancelled', { extent }))
    case 'failed':
      return { tone: 'stop', text: write(state.message) }
    case 'untold':
      return plain(t('jobs.untold', { extent }))
    default:
      return assertNever(state)
  }
}
