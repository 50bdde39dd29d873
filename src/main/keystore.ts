import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { logFailure } from './log-failure.ts'

/** The keystore of this computer account: DPAPI, Keychain, libsecret, KWallet. */
export type Keystore = {
  /** why it keeps no key; null when it does */
  readonly refusal: () => Message | null
  /** @throws AppError not-available */
  readonly wrap: (key: Buffer) => Buffer
  /** @throws AppError not-available when this account has lost what opens it */
  readonly unwrap: (wrapped: Buffer) => Buffer
}

/**
 * What is used of Electron's safeStorage. Newer versions have calls that wait, and call these deprecated; the stand-in has
 * only these, and they do the same.
 */
export type SafeStore = {
  readonly isEncryptionAvailable: () => boolean
  readonly getSelectedStorageBackend: () => string
  readonly encryptString: (text: string) => Buffer
  readonly decryptString: (sealed: Buffer) => string
}

/** The keystores of Linux that lock their keys away. "basic_text" encrypts with a key that is in every Chromium. */
const realBackends = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])

/** @param platform as Node names it */
export function makeKeystore(safeStorage: SafeStore, platform: NodeJS.Platform): Keystore {
  function refusal(): Message | null {
    try {
      if (platform === 'linux' && !realBackends.has(safeStorage.getSelectedStorageBackend()))
        return tell('keystore-none')
      return safeStorage.isEncryptionAvailable() ? null : tell('keystore-closed')
    } catch (error) {
      logFailure('the keystore', error)
      return tell('keystore-closed')
    }
  }

  function ask<T>(work: () => T): T {
    const why = refusal()
    if (why !== null) throw new AppError('not-available', why)
    try {
      return work()
    } catch (error) {
      logFailure('the keystore', error)
      throw new AppError('not-available', tell('keystore-lost'))
    }
  }
  return {
    refusal,
    wrap: (key) => ask(() => safeStorage.encryptString(key.toString('base64'))),
    unwrap: (wrapped) => ask(() => Buffer.from(safeStorage.decryptString(wrapped), 'base64')),
  }
}
