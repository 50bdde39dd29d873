import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'

/** How many bytes the salt of a file has, with keys of 256 bits. */
export const saltBytes = 16

/** AES-256 in counter mode as ZIP has it: the counter begins with 1, its lowest byte first. Node's own mode counts the other way. */
function encrypt(bytes: Uint8Array, key: Uint8Array): Buffer {
  const counters = Buffer.alloc(Math.ceil(bytes.length / 16) * 16)
  for (let block = 0; block * 16 < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * 16)
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const stream = Buffer.concat([cipher.update(counters), cipher.final()])
  return Buffer.from(bytes.map((byte, index) => byte ^ stream.readUInt8(index)))
}

/**
 * Seals a file of an archive with a passphrase: AES-256 and HMAC-SHA1, as the AE-2 specification of WinZip has them. It derives its keys by PBKDF2 of 1,000 rounds, which nobody may change: what makes it
 * strong is the passphrase.
 * @param salt `saltBytes` random bytes, for this file alone
 */
export function sealZipFile(bytes: Uint8Array, passphrase: string, salt: Uint8Array): Buffer {
  const keys = pbkdf2Sync(passphrase, salt, 1000, 66, 'sha1')
  const sealed = encrypt(bytes, keys.subarray(0, 32))
  const mark = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest().subarray(0, 10)
  return Buffer.concat([salt, keys.subarray(64), sealed, mark])
}
