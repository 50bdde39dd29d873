import type { Channel } from '../ipc/channels.ts'
import { contract, type Handlers, type Reply } from '../ipc/contract.ts'
import { AppError, toProblem } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { toProblems } from '../domain/selection.ts'
import { isPlainData } from './plain-data.ts'
import { isTrustedSender, type Sender } from './trusted-sender.ts'

/** The one method of Electron's ipcMain that is used. */
export type Door = { handle(channel: string, answer: (event: Sender, raw: unknown) => Promise<Reply<unknown>>): void }

type Guard = {
  /** the origins whose pages may ask */
  readonly origins: readonly string[]
  /** counts each answer until it is given */
  readonly follow: <T>(work: Promise<T>) => Promise<T>
  /** told what nobody foresaw; must not write the error's text */
  readonly logFailure: (channel: string, error: unknown) => void
}

function toReply(channel: Channel, error: unknown, { logFailure }: Pick<Guard, 'logFailure'>): Reply<never> {
  if (error instanceof AppError) return { ok: false, code: error.code, problems: error.problems }
  logFailure(channel, error)
  return { ok: false, code: 'unexpected', problems: [toProblem('', tell('fault-inside'))] }
}

async function answer(channel: Channel, raw: unknown, handlers: Handlers): Promise<unknown> {
  const { input, output } = contract[channel]
  if (!isPlainData(raw)) throw new AppError('bad-input', tell('shape-wrong'))
  const asked = input.safeParse(raw)
  if (!asked.success) throw new AppError('bad-input', toProblems(asked.error))
  // TypeScript cannot pair this input with this handler; the parsing above did
  const handle = handlers[channel] as (input: unknown) => unknown
  return output.parse(await handle(asked.data))
}

/**
 * Opens every channel of the contract, and no other. The only way in: the asker is checked, the question and the answer
 * are parsed, and a failure goes back as data.
 */
export function serve(door: Door, handlers: Handlers, guard: Guard): void {
  // the keys of the contract are its channels
  for (const channel of Object.keys(contract) as Channel[])
    door.handle(channel, async (event, raw) => {
      try {
        if (!isTrustedSender(event, guard.origins)) throw new AppError('untrusted-sender', tell('page-untrusted'))
        return { ok: true, value: await guard.follow(answer(channel, raw, handlers)) }
      } catch (error) {
        return toReply(channel, error, guard)
      }
    })
}
