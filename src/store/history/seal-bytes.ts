import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Of a key, in bytes. */
export const keyLength = 32

/** AES-256-GCM as NIST SP 800-38D has it: a random nonce of 96 bits, a tag of 128. */
const [algorithm, nonceLength, tagLength] = ['aes-256-gcm', 12, 16] as const

/**
 * Seals bytes: nobody without the key reads them, and whoever changes one bit is found out.
 * @param key 32 bytes
 * @param place what the bytes are and where they belong; they open nowhere else
 * @returns nonce, tag and cipher text, one after the other
 */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed; null when it was changed, belongs to another place, or was sealed with another key. */
export function openBytes(key: Uint8Array, sealed: unknown, place: string): Buffer | null {
  if (!(sealed instanceof Uint8Array) || sealed.length < nonceLength + tagLength) return null
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()])
  } catch {
    return null
  }
}

/** The nonce of something sealed, in hex: no two have the same. */
export function readNonce(sealed: Uint8Array): string {
  return Buffer.from(sealed.subarray(0, nonceLength)).toString('hex')
}
