import { AppError, toProblem } from './app-error.ts'
import { tell, type Message } from './message.ts'

/** Largest file a logo is read from, in bytes. */
export const mostLogoBytes = 5_000_000
/** Largest SVG that is kept, in bytes: a drawing with more in it is no logo. */
export const mostSvgBytes = 1_000_000

/** A logo that was refused. @param clause what is wrong and what to do */
export function refuseLogo(clause: Message): AppError {
  return new AppError('bad-input', [toProblem('logo', tell('logo', { clause }))])
}

export const notALogo = () => refuseLogo(tell('logo-unknown'))

/** A number of bytes as people say it, in MB. */
function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}

/** For a file whose size alone refuses it. @param bytes its size */
export function refuseLargeLogo(bytes: number): AppError {
  return refuseLogo(tell('logo-large', { size: toMegabytes(bytes), most: toMegabytes(mostLogoBytes) }))
}

const magicBytes = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
} as const

/** What may stand before the first element of an SVG. */
const svgStart = /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!(?!--)[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w-]+:)?svg[\s/>]/u

/** How far into a file its first element is looked for, in bytes. */
const svgStartWithin = 20_000

/** What a file is, by its bytes and never by its name; null for anything that cannot be a logo. */
export function findLogoType(bytes: Uint8Array): 'png' | 'jpeg' | 'svg' | null {
  const startsWith = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (startsWith(magicBytes.png)) return 'png'
  if (startsWith(magicBytes.jpeg)) return 'jpeg'
  const start = String.fromCodePoint(...bytes.subarray(0, svgStartWithin)).replace(/^\u00ef\u00bb\u00bf/u, '')
  return svgStart.test(start) ? 'svg' : null
}

/** A logo as it is kept: a small PNG, or an SVG that was found safe. */
export type KeptLogo = { readonly type: 'png' | 'svg'; readonly bytes: Uint8Array }

/** Bytes as the logo they are; null when they are none that could have been kept. */
export function toKeptLogo(bytes: Uint8Array): KeptLogo | null {
  const type = bytes.length <= mostLogoBytes ? findLogoType(bytes) : null
  return type === 'png' || type === 'svg' ? { type, bytes } : null
}
