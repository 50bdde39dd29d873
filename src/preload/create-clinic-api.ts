import { channels } from '../ipc/channels.ts'
import type { ClinicApi } from '../ipc/contract.ts'

/** One function a channel, and nothing else: no event and no part of Electron reaches the page. */
export function createClinicApi(invoke: (channel: string, input: unknown) => Promise<unknown>): ClinicApi {
  const functions = channels.map((channel) => [channel, (input: unknown) => invoke(channel, input)])
  // fromEntries forgets the keys: they are those of the contract
  return Object.fromEntries(functions) as ClinicApi
}
