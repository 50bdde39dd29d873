import type { Language } from '../domain/ids.ts'
import type { FaceName } from './load-fonts.ts'

const latin = ` &'()+,-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz°·×–`
const usual: Record<Language, string> = { en: latin, es: `${latin}¿áéíñóúü`, 'zh-CN': '' }

/**
 * The characters nearly every sheet of a language needs of a font. They are embedded in any case, so that most sheets share
 * one font that is made once. Chinese has too many for that.
 */
export function listUsual(language: Language, face: FaceName): string {
  return face.startsWith('main') ? usual[language] : ''
}
