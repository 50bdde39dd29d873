import type { Language } from '../domain/ids.ts'
import { listWords } from './break-lines.ts'
import type { FaceName, Fonts } from './load-fonts.ts'
import { shapeWords } from './pdf-document.ts'
import { splitByFace } from './split-by-face.ts'

/**
 * Prepares the words of `texts`, in both weights, so that the first sheet takes no longer than the next ones.
 * For words of the content only: what is prepared is kept, and nothing a patient is called may be.
 */
export function warmFonts(fonts: Fonts, texts: readonly string[], language: Language): void {
  const words = new Map<FaceName, Set<string>>()
  const keep = (face: FaceName, word: string) => words.set(face, (words.get(face) ?? new Set()).add(word))
  for (const word of new Set(texts.flatMap((text) => listWords(text.normalize('NFC')))))
    for (const weight of ['regular', 'bold'] as const)
      for (const { text, face } of splitByFace(word, weight, language, fonts)) {
        keep(face, `${text.trimEnd()} `)
        keep(face, text.trimEnd())
      }
  for (const [face, shaped] of words) shapeWords(fonts, face, shaped)
}
