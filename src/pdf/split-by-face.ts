import type { Language } from '../domain/ids.ts'
import { AppError, toProblem } from '../domain/app-error.ts'
import { sayUnprintable } from './check-printable.ts'
import { findFace, listClusters } from './find-face.ts'
import type { FaceName, Fonts, Weight } from './load-fonts.ts'

export type FaceRun = { readonly text: string; readonly face: FaceName }

const plainLatin = /^[\u0020-\u007e\u00a0-\u017f]*$/u

/**
 * Cuts a text into runs of one font each: the main font, and where it lacks a character, the Chinese one.
 * @throws AppError unprintable-text when neither has it, rather than leave a hole on paper
 */
export function splitByFace(text: string, weight: Weight, language: Language, fonts: Fonts): FaceRun[] {
  if (text === '') return []
  if (language !== 'zh-CN' && plainLatin.test(text)) return [{ text, face: `main-${weight}` }]
  const runs: FaceRun[] = []
  for (const cluster of listClusters(text)) {
    const face = findFace(cluster, weight, language, fonts)
    if (face === undefined)
      throw new AppError(
        'unprintable-text',
        sayUnprintable(cluster, null, fonts).map((told) => toProblem('', told)),
      )
    const last = runs.at(-1)
    if (last?.face === face) runs[runs.length - 1] = { text: last.text + cluster, face }
    else runs.push({ text: cluster, face })
  }
  return runs
}
