import { createHash } from 'node:crypto'

/** Bytes as large as a sheet, whose end says whether the rest is theirs. @param size in bytes, less its end */
export function makePdf(number: number, size = 300_000): Buffer {
  const body = Buffer.alloc(size, `%PDF ${number} `)
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

/** Whether a file is one of these, from the first byte to the last. */
export function isWholePdf(bytes: Uint8Array): boolean {
  const body = bytes.subarray(0, -32)
  return bytes.length === 300_032 && createHash('sha256').update(body).digest().equals(bytes.subarray(-32))
}
