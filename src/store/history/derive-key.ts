import { hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt (RFC 7914) with 128 MB and about a second a guess: what a stolen file makes cheap to try, this makes dear. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const

/** A key of 32 bytes from what a person types. Takes about a second, in a thread of Node's own. */
export async function deriveKey(secret: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, cost, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** Whether a secret is the one a key was made from; takes as long for every wrong one. */
export async function isSecretOf(secret: string, salt: Uint8Array, key: Uint8Array): Promise<boolean> {
  const derived = await deriveKey(secret, salt)
  return derived.length === key.length && timingSafeEqual(derived, key)
}

/** Crockford's base 32: no letter that is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new recovery code of 160 random bits, to be written down: "7F3A-91C2-…", eight groups. */
export function makeRecoveryCode(): string {
  const code = Array.from(randomBytes(32), (byte) => letters[byte % 32]).join('')
  return code.match(/.{4}/gu)?.join('-') ?? ''
}

/** A key from a recovery code, however it was typed. The code is random, so it needs no slow guess. */
export function deriveFromCode(code: string, salt: Uint8Array): Buffer {
  const plain = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  return Buffer.from(hkdfSync('sha256', plain, salt, 'CareSheet recovery code', 32))
}
