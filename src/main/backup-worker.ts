import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../domain/app-error.ts'
import { backUp } from '../store/back-up.ts'
import { refuseUnfitIndexes } from '../store/check-indexes.ts'
import { refuseDamaged } from '../store/check-records.ts'
import { DamagedFile } from '../store/storage-error.ts'
import { BackupOrder, type BackupReply } from './backup-messages.ts'
import { nameError } from './log-failure.ts'

// A thread of its own, for to read all records twice would hold up the window.
const order = BackupOrder.parse(workerData)

async function answer(): Promise<BackupReply> {
  try {
    refuseUnfitIndexes(order.database)
    if (order.task === 'copy') await backUp(order.database, order.folder, order.day)
    else refuseDamaged(order.database)
    return { kind: 'done' }
  } catch (error) {
    if (error instanceof AppError)
      return {
        kind: 'refused',
        code: error.code,
        problems: [...error.problems],
        isDamaged: error instanceof DamagedFile,
      }
    return { kind: 'failed', what: nameError(error) }
  }
}

void answer().then((reply) => parentPort?.postMessage(reply))
