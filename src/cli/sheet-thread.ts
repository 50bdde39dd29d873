import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { runSheet, type Ending } from './run-sheet.ts'
import { makeSheetKit } from './sheet-kit.ts'

// The `sheet` command of an installed app, whose main thread waits for this one: what goes through that thread, as
// process.stdout does, would wait for ever. `gate` has two numbers: whether this has ended, and with which status.
const { args, gate } = workerData as { readonly args: readonly string[]; readonly gate: Int32Array }

function end({ status, stdout, stderr }: Ending): void {
  if (stdout !== '') writeFileSync(1, stdout)
  if (stderr !== '') writeFileSync(2, stderr)
  open(status)
}

function open(status: number): void {
  Atomics.store(gate, 1, status)
  Atomics.store(gate, 0, 1)
  Atomics.notify(gate, 0)
}

void runSheet(args, makeSheetKit(join(import.meta.dirname, '..')))
  .then(end)
  .catch(() => open(1))
