import { writeFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { readErrorCode } from '../store/storage-error.ts'
import type { Ending } from './run-sheet.ts'

/** What a thread that runs a command is born with; `gate` has two numbers: whether it has ended, and with which status. */
type ThreadStart = { readonly args: readonly string[]; readonly data: string; readonly gate: Int32Array }

/** The last words of a command; where even they cannot be written, its status says that it failed. */
function tryToSay(sentence: string): void {
  try {
    writeFileSync(2, sentence)
  } catch {
    // nobody reads
  }
}

/**
 * Runs a command of an installed app, whose main thread waits for this one: what goes through that thread, as
 * process.stdout does, would wait for ever.
 * @param run gets what follows the command, and the folder of the app's data
 */
export async function answerThread(
  run: (args: readonly string[], data: string) => Promise<Ending> | Ending,
): Promise<void> {
  const { args, data, gate } = workerData as ThreadStart // as start.ts sends it
  const open = (status: number) => {
    Atomics.store(gate, 1, status)
    Atomics.store(gate, 0, 1)
    Atomics.notify(gate, 0)
  }
  try {
    const { status, stdout, stderr } = await run(args, data)
    if (stdout !== '') writeFileSync(1, stdout)
    if (stderr !== '') writeFileSync(2, stderr)
    open(status)
  } catch (error) {
    const kind = readErrorCode(error) || (error instanceof Error ? error.name : typeof error) // its text may name a patient
    tryToSay(`CareSheet: something went wrong inside (${kind}). Please try again, or report it with this word.\n`)
    open(1)
  }
}
