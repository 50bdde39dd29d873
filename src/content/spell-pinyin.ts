import { pinyin } from 'pinyin-pro'
import { toSharedText, type Library } from '../domain/library.ts'
import { listSearchEntries } from '../domain/search-entries.ts'
import { hashText } from './hash-text.ts'

/**
 * The Chinese texts a library is searched by, each with its syllables in Latin letters: "脂肪肝" as "zhi fang gan", with v
 * for ü as on a keyboard. Done when the library is built, so that the app brings no dictionary along.
 */
export function spellPinyin(library: Pick<Library, 'topics'>): Library['pinyin'] {
  const texts = listSearchEntries(library).flatMap(({ names, synonyms, medicines }) => [
    ...names,
    ...synonyms,
    ...medicines,
  ])
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text))
  const spell = (text: string) => pinyin(text, { toneType: 'none', v: true, nonZh: 'removed', type: 'array' }).join(' ')
  return Object.fromEntries(chinese.map((text) => [text, spell(text)]))
}

/** A library with its pinyin, which its hash then covers too. */
export function addPinyin(library: Library): Library {
  const spelled = { ...library, pinyin: spellPinyin(library) }
  return { ...spelled, sharedSha256: hashText(toSharedText(spelled)) }
}
