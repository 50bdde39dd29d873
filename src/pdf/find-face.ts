import type { Language } from '../domain/ids.ts'
import type { FaceName, Family, Fonts, Weight } from './load-fonts.ts'

// A letter with the marks upon it: they must come from one font to sit right.
const clusters = /\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu
// Both fonts have these; among Chinese characters they are as wide as one.
const chinesePunctuation = /^[‘’“”…—]/u
// A ring or square around a letter, which fits no letter but the widest: around others it would stand on the one before.
const enclosingMark = /\p{Me}/u
/**
 * More marks on one letter than have room: they would pile up over other lines. Of the orthographies in use none leaves more
 * than two after NFC: Vietnamese leaves none, Yoruba (ẹ́) and Navajo (ǫ́) one, Lithuanian with its stress (i̇́) and Dinka (ɛ̤̈)
 * two. A Chinese character fills its line, and no orthography puts a mark upon it: there is room for one.
 */
const tooManyMarks =
  /(?:\p{M}\P{M}*){3}|^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}](?:\p{M}\P{M}*){2}/u

/** The letters of a text, each with the marks upon it. */
export function listClusters(text: string): string[] {
  return Array.from(text.matchAll(clusters), ([cluster]) => cluster)
}

function orderFamilies(cluster: string, language: Language): readonly Family[] {
  return language === 'zh-CN' && chinesePunctuation.test(cluster) ? ['chinese', 'main'] : ['main', 'chinese']
}

/** Whether a letter bears more marks than can be printed upon it. */
export function isOvermarked(cluster: string): boolean {
  return tooManyMarks.test(cluster)
}

/** The font that can print a letter and all its marks: the main one, or else the Chinese one; undefined where none can. */
export function findFace(cluster: string, weight: Weight, language: Language, fonts: Fonts): FaceName | undefined {
  if (enclosingMark.test(cluster) || isOvermarked(cluster)) return undefined
  return orderFamilies(cluster, language)
    .map((family): FaceName => `${family}-${weight}`)
    .find((name) => Array.from(cluster).every((letter) => fonts.hasGlyph(name, letter.codePointAt(0) ?? 0)))
}

/**
 * Why no font has a letter with its marks: the characters that none has, or else the marks that none has upon it. Nothing
 * where only the marks are too many.
 */
export function listLacking(cluster: string, fonts: Fonts): string[] {
  const isLacking = (text: string) => findFace(text, 'regular', 'en', fonts) === undefined
  const letters = Array.from(cluster)
  const lacking = letters.filter(isLacking)
  if (lacking.length > 0 || isOvermarked(cluster)) return lacking
  const [letter = '', ...marks] = letters
  const misfits = marks.filter((mark) => isLacking(letter + mark))
  return misfits.length > 0 ? misfits : marks
}
