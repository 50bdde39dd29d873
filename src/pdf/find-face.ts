import type { Language } from '../domain/ids.ts'
import type { FaceName, Family, Fonts, Weight } from './load-fonts.ts'

// A letter with the marks upon it: they must come from one font to sit right.
const clusters = /\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu
// Both fonts have these; among Chinese characters they are as wide as one.
const chinesePunctuation = /^[‘’“”…—]/u
// A ring or square around a letter, which fits no letter but the widest: around others it would stand on the one before.
const enclosingMark = /\p{Me}/u

/** The letters of a text, each with the marks upon it. */
export function listClusters(text: string): string[] {
  return Array.from(text.matchAll(clusters), ([cluster]) => cluster)
}

function orderFamilies(cluster: string, language: Language): readonly Family[] {
  return language === 'zh-CN' && chinesePunctuation.test(cluster) ? ['chinese', 'main'] : ['main', 'chinese']
}

/** The font that has a letter and all its marks: the main one, or else the Chinese one; undefined where none has. */
export function findFace(cluster: string, weight: Weight, language: Language, fonts: Fonts): FaceName | undefined {
  if (enclosingMark.test(cluster)) return undefined
  return orderFamilies(cluster, language)
    .map((family): FaceName => `${family}-${weight}`)
    .find((name) => Array.from(cluster).every((letter) => fonts.hasGlyph(name, letter.codePointAt(0) ?? 0)))
}

/** Why no font has a letter with its marks: the characters that none has, or else the marks, which none has upon it. */
export function listLacking(cluster: string, fonts: Fonts): string[] {
  const letters = Array.from(cluster)
  const lacking = letters.filter((letter) => findFace(letter, 'regular', 'en', fonts) === undefined)
  return lacking.length > 0 ? lacking : letters.slice(1)
}
