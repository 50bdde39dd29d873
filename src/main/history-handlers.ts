import { AppError, toProblem } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { Channel } from '../ipc/channels.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { ShownRecord } from '../ipc/history.ts'
import type { Services } from './services.ts'
import { suggestFileName } from './save-sheet.ts'

type HistoryChannel = Extract<Channel, `history.${string}` | `follow-ups.${string}`>

/** What answers the channels of the history; one line a channel, but for a sheet that leaves once more. */
export function answerHistoryWith(services: Services): Pick<Handlers, HistoryChannel> {
  const { history, log } = services
  const newId = () => services.markRecord().id

  /** A sheet that may be given once more: what is retired is not. */
  function findGivable(id: string): ShownRecord {
    const shown = history.show(id)
    const { topic: name } = shown.record.handout
    const entry = services.openLibrary().topics.find(({ topic }) => topic.id === name)
    if (entry?.topic.status === 'retired')
      throw new AppError('not-available', [toProblem('topic', tell('topic-retired', { topic: name }))])
    return shown
  }

  return {
    'history.status': () => history.readStatus(),
    'history.switch-on': ({ lock }) => history.switchOn(lock),
    'history.unlock': ({ secret }) => history.unlock(secret),
    'history.recover': ({ code, lock }) => history.recover(code, lock),
    'history.lock': () => history.lock(),
    'history.erase': () => history.erase(),
    'history.list': ({ filter, before, limit }) => history.list(filter, before, limit),
    'history.show': ({ record }) => history.show(record),
    'history.reprint': ({ record: id, choice }) => {
      const { record, pdf } = findGivable(id)
      services.keepPrintChoice(choice)
      const again = { id: newId(), way: 'printed', copies: choice.copies } as const
      const job = services.printQueue.add({
        pdf,
        pages: record.handout.pages,
        target: { ...choice, paper: record.paper },
        onTaken: () => log.addAgain(record.handout, again),
      })
      return { job, handout: again.id }
    },
    'history.save-again': async ({ record: id }) => {
      const { record, pdf } = findGivable(id)
      const again = { id: newId(), way: 'saved', copies: 1 } as const
      const path = await services.saveSheet(pdf, suggestFileName(record.handout.topic, services.readToday()))
      return { path, handout: again.id, notLogged: path === null ? null : log.addAgain(record.handout, again) }
    },
    'history.remove': ({ record }) => {
      history.remove(record)
      return {}
    },
    'history.purge': ({ before }) => ({ removed: history.purge(before) }),
    'follow-ups.list': () => history.listFollowUps(),
    'follow-ups.record-done': ({ record, doneOn }) => {
      history.recordDone(record, doneOn)
      return {}
    },
    'follow-ups.export': async () => ({ path: await services.exportFollowUps() }),
  }
}
