import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { findBackupFolder } from '../store/keep-old-version.ts'
import { restoreBackup } from '../store/restore-backup.ts'
import type { Ending } from './run-sheet.ts'

const makeUsage = (
  command: string,
) => `Puts a copy of the records in their place. What was there stays beside it. CareSheet must be closed.

  ${command} caresheet-2026-11-22-7f3a91c2.db [--data folder]

  --data folder   where CareSheet keeps its data, unless it is the usual folder of this account`

/** What the restore is run with. */
export type RestoreKit = {
  readonly now: Date
  /** how it is called */
  readonly command: string
  /** where CareSheet keeps its data unless told otherwise */
  readonly usualFolder: string
}

/** Where Electron keeps the data of an app of this name. */
export function findDataFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const name = 'CareSheet'
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name)
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name)
}

function readArguments(
  args: readonly string[],
  command: string,
): { readonly copy: string; readonly data: string | undefined } {
  const [copy, flag, data, ...more] = args
  const isFit = copy !== undefined && !copy.startsWith('--') && more.length === 0
  if (!isFit || (flag !== undefined && (flag !== '--data' || data === undefined)))
    throw new AppError('bad-input', makeUsage(command))
  return { copy: resolve(copy), data }
}

/** SQLite would say of a file that is not there that it may not be opened. */
function refuseMissing(copy: string, folder: string): void {
  const found = statSync(copy, { throwIfNoEntry: false })
  if (found?.isFile() === true) return
  const [what, usual] = [
    found === undefined ? 'There is no file' : 'This is a folder, no copy:',
    findBackupFolder(join(folder, 'clinic.db')),
  ]
  const where = existsSync(usual) ? ` Copies are kept in ${usual}.` : ''
  throw new AppError('bad-input', `${what} ${copy}. Please check its name.${where}`)
}

/** Runs the `restore` command. */
export function runRestore(args: readonly string[], kit: RestoreKit): Ending {
  try {
    if (args.includes('--help')) return { status: 0, stdout: `${makeUsage(kit.command)}\n`, stderr: '' }
    const { copy, data } = readArguments(args, kit.command)
    const folder = data === undefined ? kit.usualFolder : resolve(data)
    if (!existsSync(folder))
      throw new AppError('bad-input', `CareSheet keeps no data in ${folder}. Please say where with --data.`)
    refuseMissing(copy, folder)
    const handouts = restoreBackup(copy, join(folder, 'clinic.db'), kit.now)
    return {
      status: 0,
      stdout: `Restored, with ${handouts} ${handouts === 1 ? 'sheet' : 'sheets'} in the log. What was there before stays in ${folder} as clinic-replaced-….db.\n`,
      stderr: '',
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { status: 2, stdout: '', stderr: `${error.message}\n` }
  }
}
