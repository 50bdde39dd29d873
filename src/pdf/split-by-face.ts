import type { Language } from '../domain/ids.ts'
import { AppError } from '../domain/app-error.ts'
import { sayUnprintable } from './check-printable.ts'
import type { FaceName, Family, Fonts, Weight } from './load-fonts.ts'

export type FaceRun = { readonly text: string; readonly face: FaceName }

// A letter with the marks upon it: they must come from one font to sit right.
const clusters = /\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu
const plainLatin = /^[\u0020-\u007e\u00a0-\u017f]*$/u
// Both fonts have these; among Chinese characters they are as wide as one.
const chinesePunctuation = /^[‘’“”…—]/u

function orderFamilies(cluster: string, language: Language): readonly Family[] {
  return language === 'zh-CN' && chinesePunctuation.test(cluster) ? ['chinese', 'main'] : ['main', 'chinese']
}

/**
 * Cuts a text into runs of one font each: the main font, and where it lacks a character, the Chinese one.
 * @throws AppError unprintable-text when neither has it, rather than leave a hole on paper
 */
export function splitByFace(text: string, weight: Weight, language: Language, fonts: Fonts): FaceRun[] {
  if (text === '') return []
  if (language !== 'zh-CN' && plainLatin.test(text)) return [{ text, face: `main-${weight}` }]
  const runs: FaceRun[] = []
  for (const [cluster] of text.matchAll(clusters)) {
    const faces = orderFamilies(cluster, language).map((family): FaceName => `${family}-${weight}`)
    const face = faces.find((name) =>
      Array.from(cluster).every((letter) => fonts.hasGlyph(name, letter.codePointAt(0) ?? 0)),
    )
    if (face === undefined) throw new AppError('unprintable-text', sayUnprintable([...new Set(cluster)], null))
    const last = runs.at(-1)
    if (last?.face === face) runs[runs.length - 1] = { text: last.text + cluster, face }
    else runs.push({ text: cluster, face })
  }
  return runs
}
