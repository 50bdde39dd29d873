import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Bundle } from '../../src/domain/bundle.ts'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { keepRecords } from '../../src/main/keep-records.ts'
import { makeBackupRunner, type RunBackup } from '../../src/main/run-backup.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { useTempFolder } from '../store/temp-folder.ts'

export const gym = Bundle.parse({ name: 'Gym', choices: { topic: 'tired-engine', causes: [{ id: 'rust' }] } })
const workerFile = resolve(import.meta.dirname, '../../src/main/backup-worker.ts')
export const realRun = makeBackupRunner((workerData) => new Worker(workerFile, { workerData }))

/** A folder for each test, and records kept in it. Hooks belong to the file that asks: each test file calls this once. */
export function useRecords() {
  const folder = useTempFolder()
  function makeKept(runBackup: RunBackup = realRun, now = '2026-11-22T09:30:00.000Z') {
    const [backups, writing] = [join(folder(), 'backups'), join(folder(), 'writing')]
    const paths = { clinicDatabase: join(folder(), 'clinic.db'), backups, writing }
    const readTime = () => new Date(now)
    const reserve = makeReserve(folder(), 'records')
    const kept = keepClinic({ paths, reserve, readTime })
    const asked: (string | null)[] = []
    const ask = {
      forExport: async (suggestion: string) => (asked.push(suggestion), join(folder(), 'all records.json')),
      forFolder: async () => join(folder(), 'usb'),
    }
    const listBundles = async () => [gym]
    const records = keepRecords({ paths, kept, listBundles, reserves: [reserve], runBackup, ask, readTime })
    return { kept, asked, records }
  }
  return { folder, makeKept }
}
