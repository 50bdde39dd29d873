import { AppError, toProblem } from '../domain/app-error.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import type { Paper } from '../domain/ids.ts'
import { tell } from '../domain/message.ts'
import type { PrintChoice } from '../domain/print-choice.ts'
import type { Channel } from '../ipc/channels.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { ShownRecord } from '../ipc/history.ts'
import type { Services } from './services.ts'
import { suggestFileName } from './save-sheet.ts'

type HistoryChannel = Extract<Channel, `history.${string}` | `follow-ups.${string}` | 'log.make-again' | 'log.reprint'>

/** A sheet that was given, to be printed once more. */
type GivenAgain = {
  readonly handout: LoggedHandout
  readonly pdf: Uint8Array
  readonly pages: number
  readonly paper: Paper
}

/** What answers the channels of the history, and of sheets that leave once more. */
export function answerHistoryWith(services: Services): Pick<Handlers, HistoryChannel> {
  const { history, log } = services
  const newId = () => services.markRecord().id

  /** A sheet that may be given once more: what is retired is not. */
  function findGivable(id: string): ShownRecord {
    const shown = history.show(id)
    const { topic: name } = shown.record.handout
    const entry = services.openLibrary().topics.find(({ topic }) => topic.id === name)
    if (entry === undefined || entry.topic.status === 'retired')
      throw new AppError('not-available', [toProblem('topic', tell('topic-retired'))])
    return shown
  }

  function printAgain({ handout, pdf, pages, paper }: GivenAgain, choice: PrintChoice) {
    services.keepPrintChoice(choice)
    const again = { id: newId(), way: 'printed', copies: choice.copies } as const
    const job = services.printQueue.add({
      pdf,
      pages,
      target: { ...choice, paper },
      onTaken: () => log.addAgain(handout, again),
    })
    return { job, handout: again.id }
  }

  return {
    'log.make-again': async ({ handout }) => {
      const { isOutdated, retestOn } = await services.makeAgain(handout)
      return { isOutdated, retestOn }
    },
    'log.reprint': async ({ handout: id, choice }) => {
      const { handout, sheet, selection } = await services.makeAgain(id)
      return printAgain({ handout, pdf: sheet.pdf, pages: sheet.pages, paper: selection.paper }, choice)
    },
    'history.status': () => history.readStatus(),
    'history.switch-on': ({ lock }) => history.switchOn(lock),
    'history.unlock': ({ secret }) => history.unlock(secret),
    'history.recover': ({ code, lock }) => history.recover(code, lock),
    'history.renew-code': () => ({ recoveryCode: history.renewCode() }),
    'history.record-code-kept': () => history.recordCodeKept(),
    'history.print-code': async ({ code, choice }) => ({ job: await services.printCode(code, choice) }),
    'history.touch': () => {
      services.touch()
      return {}
    },
    'history.lock': () => {
      history.lock()
      return {}
    },
    'history.erase': () => history.erase(),
    'history.list': ({ filter, before, limit }) => history.list(filter, before, limit),
    'history.show': ({ record }) => history.show(record),
    'history.reprint': ({ record: id, choice }) => {
      const { record, pdf } = findGivable(id)
      const { handout, paper } = record
      return printAgain({ handout, pdf, pages: handout.pages, paper }, choice)
    },
    'history.save-again': async ({ record: id }) => {
      const { record, pdf } = findGivable(id)
      const again = { id: newId(), way: 'saved', copies: 1 } as const
      const name = suggestFileName(record.handout.topic, services.readToday())
      // locked or removed while the dialog stood there: nothing leaves
      const path = await services.saveSheet(pdf, name, () => void findGivable(id))
      return { path, handout: again.id, notLogged: path === null ? null : log.addAgain(record.handout, again) }
    },
    'history.remove': ({ record }) => {
      history.remove(record)
      return {}
    },
    'history.list-patient': ({ record }) => history.listPatient(record),
    'history.export-patient': ({ records, passphrase }) => services.exportPatient(records, passphrase),
    'history.remove-patient': ({ records }) => {
      history.removePatient(records)
      return {}
    },
    'history.count-old': ({ days }) => ({ old: history.countOld(days) }),
    'history.purge': ({ before }) => ({ removed: history.purge(before) }),
    'follow-ups.list': () => history.listFollowUps(),
    'follow-ups.record-done': ({ record, doneOn }) => {
      history.recordDone(record, doneOn)
      return {}
    },
    'follow-ups.export': async ({ passphrase }) => ({ path: await services.exportFollowUps(passphrase) }),
  }
}
