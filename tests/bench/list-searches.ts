import type { Library } from '../../src/domain/library.ts'
import { startChance } from './make-large-library.ts'

/** Searches as people type them, by kind: every letter of a name is a search of its own. */
export function listSearches(library: Library, each: number): ReadonlyMap<string, readonly string[]> {
  const chance = startChance(11)
  const topic = () => library.topics[Math.floor(chance() * library.topics.length)]!
  const times = (make: () => string) => Array.from({ length: each }, make)
  const titleOf = (language: 'en' | 'es' | 'zh-CN') => topic().words[language]?.title ?? ''
  const begin = (text: string) => text.slice(0, 1 + Math.floor(chance() * text.length))
  const code = () => topic().topic.causes[0]?.codes[1]?.code ?? ''
  /** two neighbouring letters of the first word swapped */
  const mistype = (text: string) => {
    const [word = ''] = text.split(' ')
    const at = 1 + Math.floor(chance() * (word.length - 2))
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  }
  return new Map([
    ['English, as typed', times(() => begin(titleOf('en')))],
    ['Spanish, as typed', times(() => begin(titleOf('es')))],
    ['Chinese, as typed', times(() => begin(titleOf('zh-CN')))],
    ['pinyin, as typed', times(() => begin((library.pinyin[titleOf('zh-CN')] ?? '').replaceAll(' ', '')))],
    ['one letter', times(() => titleOf('en').charAt(0))],
    ['codes, as typed', times(() => begin(code()))],
    ['mistyped', times(() => mistype(titleOf(chance() < 0.5 ? 'en' : 'es')))],
    ['two words that never meet', times(() => `${titleOf('en').slice(0, 3)} ${titleOf('es').slice(0, 3)} zzz`)],
  ])
}
