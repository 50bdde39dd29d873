import type { Language } from '../domain/ids.ts'
import type { FaceName } from './load-fonts.ts'

// With the letters of Spanish names, which are on English sheets too.
const latin = ` &'()+,-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz°·×–¿áéíñóúü`
const usual: Record<Language, string> = { en: latin, es: latin, 'zh-CN': '' }

/**
 * The characters nearly every sheet of a language needs of a font. They are embedded in any case, so that most sheets share
 * one font that is made once. Chinese has too many for that.
 */
export function listUsual(language: Language, face: FaceName): string {
  return face.startsWith('main') ? usual[language] : ''
}
