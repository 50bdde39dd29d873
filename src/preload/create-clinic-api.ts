import { contract, type ClinicApi } from '../ipc/contract.ts'

/** One function a channel, and nothing else: no event and no part of Electron reaches the page. */
export function createClinicApi(invoke: (channel: string, input: unknown) => Promise<unknown>): ClinicApi {
  const functions = Object.keys(contract).map((channel) => [channel, (input: unknown) => invoke(channel, input)])
  // fromEntries forgets the keys: they are those of the contract
  return Object.fromEntries(functions) as ClinicApi
}
