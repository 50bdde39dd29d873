import { makeRecoveryCode } from '../../src/store/history/derive-key.ts'
import { emptyJournal } from '../../src/store/empty-journal.ts'
import { openHistoryDatabase } from '../../src/store/history/history-database.ts'
import { readWraps, replaceCode, unwrapByCode } from '../../src/store/history/history-keys.ts'
import { makeAcknowledge } from './acknowledge.ts'

// Makes one recovery code after another for a history, as the app does, and tells of each before and after it took its place:
// node renew-codes.ts history.db recovery-code
const [path = '', code = ''] = process.argv.slice(2)
const acknowledge = makeAcknowledge('-')
const db = openHistoryDatabase(path)
const [wrap] = readWraps(db)
const key = wrap && unwrapByCode(wrap, code)
if (!key) throw new Error('The code does not open the history.')
for (;;) {
  const next = makeRecoveryCode()
  acknowledge(`begun ${next}`)
  replaceCode(db, key, next)
  acknowledge(`made ${next}`)
  emptyJournal(db)
}
