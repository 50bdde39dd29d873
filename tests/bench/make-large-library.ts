import type { Library, LibraryTopic } from '../../src/domain/library.ts'
import { makeLibrary, makeTopic, makeWords } from '../store/make-library.ts'

const wordsPerLanguage = 6000
const chineseCharacters = 2500
const firstCharacter = 0x4e_00
const endings = { en: ['', 'itis', 'osis', 'oma'], es: ['', 'itis', 'osis', 'ía'] } as const

/** Chance that is the same in every run (a linear congruential generator; Numerical Recipes). */
export function startChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One of a list; the first ones far more often, as words are used (Zipf). */
const pickOften = <T>(list: readonly T[], chance: () => number): T => list[Math.floor(list.length ** chance()) - 1]!
const pick = <T>(list: readonly T[], chance: () => number): T => list[Math.floor(list.length * chance())]!

const consonants = 'bcdfghlmnprstv'.split('')
const vowels = 'aeiou'.split('')
const syllable = (chance: () => number) => pick(consonants, chance) + pick(vowels, chance)

/** How each of the characters is spelled in Latin letters; many are spelled alike. */
const initials = ['', ...'bpmfdtnlgkhjqxrzcsyw'.split(''), 'zh', 'ch', 'sh']
const finals = ['a', 'o', 'e', 'i', 'u', 'ai', 'ei', 'ao', 'ou', 'an', 'en', 'ang', 'eng', 'ong', 'ian', 'ing']

/**
 * A library of so many topics, each with two causes and a medicine, in three languages: names of two or three words, three
 * synonyms each, codes as ICD and SNOMED have them. Nothing of it means anything.
 */
export function makeLargeLibrary(count: number): Library {
  const chance = startChance(7)
  const coin = (list: readonly string[]) =>
    Array.from({ length: wordsPerLanguage }, () => {
      const length = 2 + Math.floor(chance() * 3)
      return Array.from({ length }, () => syllable(chance)).join('') + pick(list, chance)
    })
  const vocabulary = { en: coin(endings.en), es: coin(endings.es) }
  const spelled = Array.from({ length: chineseCharacters }, () => pick(initials, chance) + pick(finals, chance))
  const pinyin: Record<string, string> = {}

  const say = (language: 'en' | 'es') =>
    Array.from({ length: 2 + Math.floor(chance() * 2) }, () => pickOften(vocabulary[language], chance)).join(' ')
  const sayChinese = () => {
    const characters = Array.from({ length: 3 + Math.floor(chance() * 4) }, () =>
      Math.floor(chineseCharacters ** chance() - 1),
    )
    const text = String.fromCodePoint(...characters.map((each) => firstCharacter + each))
    pinyin[text] = characters.map((each) => spelled[each]).join(' ')
    return text
  }
  const times = <T>(many: number, make: () => T) => Array.from({ length: many }, make)
  const icd = () =>
    `${String.fromCodePoint(65 + Math.floor(chance() * 26))}${Math.floor(chance() * 90 + 10)}.${Math.floor(chance() * 10)}`
  const snomed = () => String(Math.floor(chance() * 9e8 + 1e8))

  const plainTopic = makeTopic()
  const [rust, fuel] = plainTopic.causes
  if (!rust || !fuel) throw new Error('The plain topic has lost its causes.')
  const makeEntry = (index: number): LibraryTopic => {
    const topic = {
      ...plainTopic,
      id: `topic-${index}`,
      codes: [{ system: 'ICD-10', code: icd() } as const],
      causes: [rust, fuel].map((cause) => ({
        ...cause,
        codes: [{ system: 'ICD-10', code: icd() } as const, { system: 'SNOMED-CT', code: snomed() } as const],
      })),
    }
    const write = (language: 'en' | 'es' | 'zh-CN', speak: () => string) => ({
      ...makeWords(language, {
        title: speak(),
        topicAlso: times(3, speak),
        rust: speak(),
        rustAlso: times(3, speak),
        oldFuel: speak(),
        polish: speak(),
      }),
    })
    const words = {
      en: write('en', () => say('en')),
      es: write('es', () => say('es')),
      'zh-CN': write('zh-CN', sayChinese),
    }
    return { topic, words, sha256: 'f'.repeat(64), outdated: [] }
  }
  return { ...makeLibrary(), topics: Array.from({ length: count }, (_, index) => makeEntry(index)), pinyin }
}
