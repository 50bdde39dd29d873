import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { DamagedFile } from '../store/storage-error.ts'
import { BackupReply, type BackupOrder } from './backup-messages.ts'
import { logFailure } from './log-failure.ts'
import type { Thread } from './pdf-worker.ts'

/** Copies the records, or reads them through. @throws AppError storage-failed with the reason */
export type RunBackup = (order: BackupOrder) => Promise<void>

const brokenOff = () => new AppError('storage-failed', tell('backup-fault'))

function settle(raw: unknown): void {
  const reply = BackupReply.parse(raw)
  if (reply.kind === 'refused') throw new (reply.isDamaged ? DamagedFile : AppError)(reply.code, reply.problems)
  if (reply.kind === 'failed') {
    logFailure(`copying the records (${reply.what})`, undefined)
    throw brokenOff()
  }
}

/** Makes the function that copies or checks the records in a thread of its own, born for each time. @param start makes the thread */
export function makeBackupRunner(start: (order: BackupOrder) => Pick<Thread, 'on'>): RunBackup {
  return async (order) => {
    const thread = start(order)
    try {
      const reply = await new Promise<unknown>((resolve, reject) => {
        thread.on('message', resolve)
        thread.on('error', reject)
        thread.on('exit', () => reject(brokenOff()))
      })
      settle(reply)
    } catch (error) {
      if (error instanceof AppError) throw error
      logFailure('copying the records', error)
      throw brokenOff()
    }
  }
}
