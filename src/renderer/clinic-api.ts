import type { Answer, Channel, ClinicApi, Given } from '../ipc/contract.ts'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'

/** Asks the main process one question of the contract. @throws AppError when it says no, or does not answer */
export type Ask = <C extends Channel>(channel: C, input: Given<C>) => Promise<Answer<C>>

/** The contract as plain calls: a Reply becomes its value, or a thrown AppError. */
export function createAsk(clinic: ClinicApi): Ask {
  return async function ask<C extends Channel>(channel: C, input: Given<C>): Promise<Answer<C>> {
    const reply = await clinic[channel](input).catch(() => null)
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
