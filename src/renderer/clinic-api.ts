import type { Channel } from '../ipc/channels.ts'
import type { Answer, ClinicApi, Given, Reply } from '../ipc/contract.ts'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'

/** Asks the main process one question of the contract. @throws AppError when it says no, or does not answer */
export type Ask = <C extends Channel>(channel: C, input: Given<C>) => Promise<Answer<C>>

/** Replies that were asked for before anyone wanted them, by channel: each is for the first who asks. */
export type FirstReplies = { readonly [C in Channel]?: Promise<Reply<Answer<C>>> }

/** The contract as plain calls: a Reply becomes its value, or a thrown AppError. */
export function createAsk(clinic: ClinicApi, first: FirstReplies = {}): Ask {
  const begun: { [C in Channel]?: Promise<Reply<Answer<C>>> | undefined } = { ...first }
  return async function ask<C extends Channel>(channel: C, input: Given<C>): Promise<Answer<C>> {
    const early: Promise<Reply<Answer<C>>> | undefined = begun[channel]
    begun[channel] = undefined
    const reply = await (early ?? clinic[channel](input)).catch(() => null)
    if (reply === null) throw new AppError('unexpected', tell('no-answer'))
    if (!reply.ok) throw new AppError(reply.code, reply.problems)
    return reply.value
  }
}

/** Whatever was thrown, as an AppError: anything but our own failures is told without its inner words. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError('unexpected', tell('went-wrong'))
}
