import { afterAll, expect, test } from 'vitest'
import { openLibraryDatabase } from '../../src/store/library-database.ts'
import { prepareSearch } from '../../src/store/search-library.ts'
import type { Language } from '../../src/domain/ids.ts'
import type { Library } from '../../src/domain/library.ts'
import { makeLibrary } from './make-library.ts'

const library: Library = { ...makeLibrary(), pinyin: { 生锈的管道: 'sheng xiu de guan dao', 脂肪肝: 'zhi fang gan' } }
const db = openLibraryDatabase(':memory:', library, 'hash')
afterAll(() => db.close())
const search = prepareSearch(db, library)
const find = (words: string) => search(words, 'en').hits.map(({ topic, cause }) => cause ?? topic)

test.each([
  ['name', 'Old fuel', 'old-fuel'],
  ['other order', 'fuel old', 'old-fuel'],
  ['unfinished word', 'fue', 'old-fuel'],
  ['upper case', 'RUSTY', 'rust'],
  ['accents left out', 'deja', 'rust'],
  ['accents typed where there are none', 'rústy', 'rust'],
  ['synonym', 'nafld', 'rust'],
  ['code', 'K76.0', 'rust'],
  ['code without its point', 'k760', 'rust'],
  ['start of a code', 'R74', 'tired-engine'],
  ['topic code', 'R74.01', 'tired-engine'],
  ['code with a hyphen', '1742-6', 'tired-engine'],
  ['analyte', 'oil level', 'tired-engine'],
  ['topic title', 'tired', 'tired-engine'],
  ['topic synonym', 'motor', 'tired-engine'],
  ['medicine', 'silver', 'rust'],
  ['medicine code', 'A05AA', 'rust'],
  ['Chinese name', '生锈的管道', 'rust'],
  ['part of a Chinese word', '脂肪', 'rust'],
  ['one Chinese character', '肝', 'rust'],
  ['pinyin', 'zhifanggan', 'rust'],
  ['pinyin with spaces', 'zhi fang gan', 'rust'],
  ['unfinished pinyin', 'zhifa', 'rust'],
  ['initials of pinyin', 'zfg', 'rust'],
  ['pinyin of a part of the name', 'guandao', 'rust'],
  ['initials of a part', 'gd', 'rust'],
  ['a code with a space in it', 'K 76.0', 'rust'],
  ['full-width letters', 'ＮＡＦＬＤ', 'rust'],
  ['Chinese medicine name', '银光', 'rust'],
])('finds by %s', (_, words, expected) => {
  expect(find(words)[0]).toBe(expected)
})

test('a hit is named in the words of the window', () => {
  expect(search('脂肪肝', 'en').hits).toEqual([
    { topic: 'tired-engine', cause: 'rust', title: 'Rusty déjà-vu pipe', topicTitle: 'Tired engine', by: '脂肪肝' },
  ])
})

test.each([
  ['its name', 'rusty', null],
  ['its name without accents, and unfinished', 'deja v', null],
  ['another name', 'nafld', 'NAFLD'],
  ['a code', 'k76', 'K76.0'],
  ['a code without its point', 'k760', 'K76.0'],
  ['a medicine', 'silver', 'Silver polish'],
  ['the code of a medicine', 'A05AA', 'A05AA02'],
  ['its name in another language', '生锈', '生锈的管道'],
  ['pinyin in one word', 'zhifanggan', '脂肪肝'],
  ['pinyin in three', 'zhi fang gan', '脂肪肝'],
  ['its name and a code', 'rusty k76', 'K76.0'],
  ['a code and a medicine', 'silver k76', 'Silver polish · K76.0'],
  ['a typing mistake', 'nafdl', 'NAFLD'],
])('a hit says what it was found by, unless that is the name that stands there: %s', (_, words, by) => {
  expect(search(words, 'en').hits.find(({ cause }) => cause === 'rust')?.by).toBe(by)
})

test('all words must fit', () => {
  expect(find('rusty fuel')).toEqual([])
})

test('a word is found by its start, not by its middle', () => {
  expect(find('lish')).toEqual([])
})

test.each([
  '',
  ' ',
  '"',
  '""',
  '*',
  '-',
  '(',
  'NEAR(',
  'NEAR(a b, 5)',
  'AND',
  'NOT',
  'OR',
  '^rust',
  'names:rust',
  '{names}: rust',
  "'",
  ';',
  '\u0000',
  '%',
  '\\',
  '"rust',
  'rust"',
  '😀',
  '\ud800',
  'a'.repeat(200),
  '" OR "1',
])('survives %j as plain words', (words) => {
  expect(() => find(words)).not.toThrow()
})

test('signs alone find nothing, and signs around a word do not hide it', () => {
  expect([find('"*('), find('("rusty*')]).toEqual([[], ['rust']])
})

test('a retired topic is not found', () => {
  const retired = makeLibrary({ status: 'retired' })
  const empty = openLibraryDatabase(':memory:', retired, 'hash')
  expect(prepareSearch(empty, retired)('rusty', 'en').hits).toEqual([])
  empty.close()
})

test('an entry that the library does not know is left out, whatever the index says', () => {
  const changed = openLibraryDatabase(':memory:', library, 'hash')
  changed.exec(`UPDATE entries SET cause = 'made-up' WHERE cause = 'rust'`)
  expect(prepareSearch(changed, library)('rusty', 'en').hits).toEqual([])
  changed.close()
})

test('what is so named comes before what only speaks of it', () => {
  const [topic] = library.topics
  if (!topic) throw new Error('the library has no topic')
  const words = topic.words.en
  if (!words) throw new Error('the topic has no English')
  const rename = (name: string, alsoCalled: string[]) => ({ name, hint: 'hint', alsoCalled })
  const named = {
    ...library,
    topics: [
      {
        ...topic,
        words: {
          en: {
            ...words,
            causes: Object.fromEntries(
              Object.entries(words.causes).map(([id, cause]) => [
                id,
                {
                  ...cause,
                  ...(id === 'rust'
                    ? rename('Sticky C', ['sticky B', 'sticky b sticky b'])
                    : rename('Sticky B', ['long tail of other words'])),
                },
              ]),
            ),
          },
        },
      },
    ],
  }
  const other = openLibraryDatabase(':memory:', named, 'hash')
  expect(prepareSearch(other, named)('sticky b', 'en').hits.map(({ cause }) => cause)).toEqual(['old-fuel', 'rust'])
  other.close()
})

test('what the shown name says comes before what another language spells so', () => {
  const spelled: Library = { ...makeLibrary(), pinyin: { 生锈的管道: 'ol' } }
  const other = openLibraryDatabase(':memory:', spelled, 'hash')
  const causesIn = (language: Language) => prepareSearch(other, spelled)('ol', language).hits.map(({ cause }) => cause)
  expect([causesIn('en'), causesIn('zh-CN')]).toEqual([
    ['old-fuel', 'rust'],
    ['rust', 'old-fuel'],
  ])
  other.close()
})

test.each([
  ['a letter too many', 'silvver', 'silver'],
  ['a letter too few', 'engne', 'engine'],
  ['two letters swapped', 'tierd', 'tired'],
  ['another letter', 'rosty', 'rusty'],
  ['a wrong first letter', 'kolish', 'polish'],
  ['a mistake in an unfinished word', 'polsi', 'polish'],
  ['one of two words', 'rusty poipe', 'rusty pipe'],
])('%s is forgiven, and told', (_, typed, meant) => {
  const { hits, meant: told } = search(typed, 'en')
  expect([hits.length > 0, told]).toEqual([true, meant])
})

test.each(['pol', 'poplash', '4ngine', '生绣的管道', 'quartz'])('%s is not guessed at', (typed) => {
  expect(search(typed, 'en').meant).toBeNull()
})

test('what was found is named in the language asked for, else in English', () => {
  const named = (language: Language) => search('rusty', language).hits[0]?.title
  expect([named('zh-CN'), named('es')]).toEqual(['生锈的管道', 'Rusty déjà-vu pipe'])
})
