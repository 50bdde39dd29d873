import { describe, expect, test } from 'vitest'
import { loadByLanguage } from '../../src/content/load-content.ts'
import { readContent } from '../../src/content/read-content.ts'
import { checkNote } from '../../src/domain/check-note.ts'
import type { Language } from '../../src/domain/ids.ts'
import { Library } from '../../src/domain/library.ts'
import type { NoteWarning } from '../../src/domain/note-warning.ts'
import { WordRules } from '../../src/domain/word-rules.ts'
import { shipped } from '../content/plant.ts'

// The shipped rules themselves: what they find and what they leave alone is what matters.
const library = readContent(shipped)
const check = (note: string, language: Language = 'en') => checkNote(note, language, library)
const findWords = (note: string, language: Language = 'en') => check(note, language).map(({ found }) => found)
const ofKind = (kind: NoteWarning['kind'], note: string, language: Language = 'en') =>
  check(note, language).filter((warning) => warning.kind === kind)
const words = (count: number) => Array.from({ length: count }, () => 'rest').join(' ')

describe('writing that is easily misread is told', () => {
  test.each<[note: string, found: string, suggestion: string]>([
    ['Take 1.0 mg', '1.0', 'Write 1 without'],
    ['Take 10.00 mL a day.', '10.00', 'Write 10 without'],
    ['Take .5 mg', '.5', 'Write 0.5 with'],
    ['Take 10mg', '10mg', '10 mg'],
    ['Use 50000 units', '50000', 'comma'],
    ['Take 5 mg. with food', 'mg.', 'without the full stop'],
    ['Take 2 tablets/day', 'tablets/day', 'each day'],
    ['Use 10U', '10U', '"10 units"'],
    ['Use 4 u now', '4 u', '"4 units"'],
    ['Take 800 IU', 'IU', '"units"'],
    ['Take 5 µg', 'µg', '"micrograms"'],
    ['Take 5 μg', 'μg', '"micrograms"'],
    ['Take 5 ug', 'ug', '"micrograms"'],
    ['Take 5 mcg', 'mcg', '"micrograms" in full'],
    ['Drink 10 cc', 'cc', '"mL"'],
    ['Once QD.', 'QD', '"once a day"'],
    ['Once q.d.', 'q.d.', '"once a day"'],
    ['Take it OD', 'OD', '"once a day"'],
    ['Take it qod', 'qod', '"every other day"'],
    ['Take it bid', 'bid', '"2 times a day"'],
    ['Take it TID', 'TID', '"3 times a day"'],
    ['Take it q.i.d.', 'q.i.d.', '"4 times a day"'],
    ['Take it TIW', 'TIW', 'a week'],
    ['Take it q6h', 'q6h', '"every 6 hours"'],
    ['Take it q4-6h', 'q4-6h', '"every 4-6 hours"'],
    ['Take it x3d', 'x3d', '"for 3 days"'],
    ['Take it HS', 'HS', '"at bedtime"'],
    ['Take it prn', 'prn', '"when you need it"'],
    ['Take it pc', 'pc', '"after meals"'],
    ['Take it PO', 'PO', '"by mouth"'],
    ['Take it per os', 'per os', '"by mouth"'],
    ['Take it SC', 'SC', '"under the skin"'],
    ['Take it sub q', 'sub q', '"under the skin"'],
    ['D/C the pill', 'D/C', '"stop taking"'],
    ['If fever > 38', '> 38', '"more than"'],
    ['If fever ≥38.5', '≥38.5', '"more than"'],
    ['Sleep <6 hours', '<6', '"less than"'],
    ['Your count is ↑', '↑', 'Arrows'],
    ['Come @ 8', '@', '"at"'],
    ['Rest & drink', '&', '"and"'],
    ['Rest + drink', '+', '"and"'],
    ['Stop the MTX', 'MTX', 'full name'],
  ])('%s', (note, found, suggestion) => {
    const [warning, ...more] = check(note)
    expect(more).toEqual([])
    expect(warning).toMatchObject({ kind: 'error-prone', found })
    expect(warning?.suggestion).toContain(suggestion)
  })

  const misread: readonly (readonly [Language, note: string, found: string, suggestion: string])[] = [
    ['en', 'Use U 10', 'U 10', '"10 units"'],
    ['en', 'Use U10 now', 'U10', '"10 units"'],
    ['en', 'Use 10 U', '10 U', '"10 units"'],
    ['en', 'Your MS pills', 'MS', '"morphine" or "magnesium"'],
    ['en', 'Your MSO4 pills', 'MSO4', '"morphine" or "magnesium"'],
    ['en', 'Your MgSO4 drip', 'MgSO4', '"morphine" or "magnesium"'],
    ['en', 'Drink 5cc', 'cc', '"mL"'],
    ['en', 'Once Q.D', 'Q.D', '"once a day"'],
    ['en', 'Take it QOD', 'QOD', '"every other day"'],
    ['en', 'Take 2.0 micrograms', '2.0', 'Write 2 without'],
    ['es', 'Use U 10', 'U 10', '"10 unidades"'],
    ['es', 'Use 10 U', '10 U', '"10 unidades"'],
    ['es', 'Use u 10', 'u 10', '"10 unidades"'],
    ['es', 'Use U 8', 'U 8', '"8 unidades"'],
    ['es', 'Su MS de hoy', 'MS', '"morfina" or "magnesio"'],
    ['es', 'Su MSO4 de hoy', 'MSO4', '"morfina" or "magnesio"'],
    ['es', 'Su MgSO4 de hoy', 'MgSO4', '"morfina" or "magnesio"'],
    ['es', 'Tome 10 cc', 'cc', '"ml"'],
    ['es', 'Tome q.d. uno', 'q.d.', '"una vez al día"'],
    ['es', 'Tome QOD uno', 'QOD', '"un día sí y otro no"'],
    ['es', 'Tome 2,0 miligramos', '2,0', 'Write 2 without'],
    ['es', 'Tome ,5 mg', ',5', 'Write 0,5 with'],
    ['zh-CN', '打U 10', 'U 10', '"10单位"'],
    ['zh-CN', '打10 U', '10 U', '"10单位"'],
    ['zh-CN', '用MS止痛', 'MS', '"吗啡" or "硫酸镁"'],
    ['zh-CN', '用MSO4止痛', 'MSO4', '"吗啡" or "硫酸镁"'],
    ['zh-CN', '用MgSO4', 'MgSO4', '"吗啡" or "硫酸镁"'],
    ['zh-CN', '喝10cc水', 'cc', '"毫升"'],
    ['zh-CN', '服药q.d.一片', 'q.d.', '"每天1次"'],
    ['zh-CN', '服药QOD一片', 'QOD', '"隔天1次"'],
    ['zh-CN', '吃2.0片', '2.0', 'Write 2 without'],
    ['zh-CN', '吃.5片', '.5', 'Write 0.5 with'],
  ]
  test.each(misread)('in %s: %s', (language, note, found, suggestion) => {
    const told = check(note, language)
    expect(told.map((warning) => warning.found)).toEqual([found])
    expect(told[0]).toMatchObject({ kind: 'error-prone', suggestion: expect.stringContaining(suggestion) })
  })

  test('in Spanish', () => {
    expect(findWords('Tome 1,0 mg c/8h vo. Luego ,5 mg OD > 3 días y 10 UI hs.', 'es')).toEqual([
      '1,0',
      'c/8h',
      'vo',
      ',5',
      'OD',
      '> 3',
      'UI',
      'hs',
    ])
  })

  test('in Chinese, where the letters stand right beside the characters', () => {
    expect(findWords('每次1.0毫克bid，打10U，服药qd，疼>3天来。', 'zh-CN')).toEqual(['1.0', 'bid', '10U', 'qd', '>3'])
  })
})

describe('what only looks alike is left alone', () => {
  test.each([
    'Take 1.05 mg, then 10 mg.',
    'Come on 10.02.2026, or 1.0.2026.',
    'Your iron was 1.0 mg/dL, 5 µg/L and 40 U/L.',
    'Come at 10.00 or 9.30.',
    'It costs 0.5 or 10.5. See 2.5.1...',
    'You and your family: use plenty of fluids, undo buttons.',
    'U of X, plan U, the U.S. and room 5 U.S. style.',
    'An HIV test, an MRI, and a CT scan.',
    'Write to bid.qd@po.hs.org or see www.od.org/qd/bid and https://x.org/a>b&c@1.',
    'We forbid tidy squids on the spot.',
    'Call PO Box 12, Columbia, SC.',
    'Smith & Sons and A&E are open -> go.',
    'Cc: Dr. Jones. Your boss bids. Ask @clinic.',
    'You can take 10 000 steps, and 2 1/2 hours of rest on 10/02/2026.',
    'Room U-10, the EU 27 and bus 10U5.',
    'Ask Ms. Lee in Jackson, MS, or use MS-DOS.',
    'Cc Dr. Lee, 2 ccs, and 5 acc.',
    'Call Q. D. Smith, quod and God.',
    'Run 2.0 miles, read page 3.0.',
    'Wait. 5 pills are enough.',
    'mg',
  ])('%s', (note) => {
    expect(check(note)).toEqual([])
  })

  test.each<[Language, string]>([
    ['es', 'Tome 1.000 mg o 1,05 mg. Escriba a vo@hs.es. Uno u otro, el 10,5 y el 10.02.2026.'],
    ['es', 'Venga el 10 u 11, o entre 70 u 80 días.'],
    ['es', 'Venga a las 7 u 8, a la sala U-10 de la UE 27. Pague 2,0 euros. El Ms. Lee y su acc.'],
    ['zh-CN', '请到U-10室，坐BMS车，2.0元，找Ms. Lee。'],
    ['zh-CN', '请在10.02.2026来，写信到bid@qd.cn。您的HIV检查和CT，1.05毫克。'],
  ])('in %s', (language, note) => {
    expect(check(note, language)).toEqual([])
  })
})

describe('a medical term', () => {
  test('is told at its first use, with its plain meaning to write', () => {
    const note = 'Your statin is safe. Keep the statin.'
    expect(check(note)).toEqual([
      {
        kind: 'unexplained-term',
        found: 'statin',
        start: 5,
        end: 11,
        suggestion: 'A patient may not know this word. Write "statin (a medicine that lowers cholesterol)".',
      },
    ])
  })

  test('is not told where the note explains it', () => {
    expect(check('Your statin (for cholesterol) is safe.')).toEqual([])
    expect(check('ALT is one of the helpers inside cells.')).toEqual([])
  })

  test('is looked up in the language of the sheet', () => {
    expect(findWords('您的转氨酶高。', 'zh-CN')).toEqual(['转氨酶'])
    expect(findWords('Tome la estatina.', 'es')).toEqual(['estatina'])
    expect(ofKind('unexplained-term', 'Tome la estatina.')).toEqual([])
  })
})

describe('a sentence', () => {
  test('is told from the first word too many, and only then', () => {
    expect(check(`${words(20)}.`)).toEqual([])
    expect(check(`${words(21)}.`).map(({ suggestion }) => suggestion)).toEqual([
      'This sentence has 21 words. Up to 20 read well; make it two.',
    ])
  })

  test('ends with a full stop or with its line', () => {
    expect(check(`${words(15)}. ${words(15)}`)).toEqual([])
    expect(check(`- ${words(15)}\n- ${words(15)}`)).toEqual([])
  })

  test('is counted in characters in Chinese', () => {
    expect(check(`${'好'.repeat(35)}。${'好'.repeat(35)}。`, 'zh-CN')).toEqual([])
    const [warning] = check(`好。${'好'.repeat(36)}。`, 'zh-CN')
    expect(warning).toMatchObject({ kind: 'long-sentence', start: 2, end: 39 })
    expect(warning?.suggestion).toContain('36 characters')
  })

  test('has the limit of our own sentences', () => {
    const own = loadByLanguage(shipped, ['banned-wording'], { schema: WordRules }, []).map(({ value }) => value)
    expect(Object.keys(library.noteRules).toSorted()).toEqual(own.map(({ language }) => language).toSorted())
    for (const { language, sentences } of own)
      expect(library.noteRules[language]?.sentences.longest, language).toBe(sentences.longest)
  })
})

describe('a long word', () => {
  test('is told with a plainer one where there is one, else with its syllables', () => {
    expect(check('Utilize ice on inflammation, the catamaran.').map(({ suggestion }) => suggestion)).toEqual([
      'Plainer is "use".',
      'Plainer is "swelling".',
      'This word has 4 syllables. A shorter word is easier to read.',
    ])
  })

  test('is told once, and only the first few are', () => {
    const note = 'investigation, Investigation, investigations, sensation, additional, evaluation, elevated'
    expect(findWords(note)).toEqual(['investigation', 'investigations', 'sensation'])
  })

  test('is not told when everyone knows it, when it is a name or a row of letters, or when it has hyphens', () => {
    expect(check('The medicines of Dr. Anderson, HIV, a follow-up, 150 or 1,000 steps, 2 hospitals.')).toEqual([])
  })

  test('has more syllables in Spanish, and none in Chinese', () => {
    expect(check('Tome su medicina cada semana.', 'es')).toEqual([])
    expect(check('Aproximadamente 2 horas.', 'es').map(({ suggestion }) => suggestion)).toEqual([
      'Plainer is "más o menos".',
    ])
    expect(check('investigation', 'zh-CN')).toEqual([])
  })

  test('of either list in the rules is long indeed, and in one of them alone', () => {
    for (const language of ['en', 'es'] as const) {
      const longWords = library.noteRules[language]?.longWords
      if (!longWords) throw new Error(`There are no long words for ${language}.`)
      const { allowed, plainer } = longWords
      // With an empty list of allowed words, each of them must be told, or it stands there for nothing.
      const rules = { [language]: { ...library.noteRules[language], longWords: { ...longWords, allowed: [] } } }
      const bare = { glossary: {}, noteRules: Library.shape.noteRules.parse(rules) }
      const silent = [...allowed, ...Object.keys(plainer)].filter(
        (word) => checkNote(word, language, bare).length === 0,
      )
      expect(silent, language).toEqual([])
      expect(allowed.filter((word) => Object.hasOwn(plainer, word))).toEqual([])
    }
  })
})

describe('a note', () => {
  test('that is empty or blank has no warnings', () => {
    expect(check('')).toEqual([])
    expect(check(' \n ')).toEqual([])
  })

  test('in a language without rules has none, and none about terms without a glossary', () => {
    expect(checkNote('qd statin', 'en', { noteRules: {}, glossary: {} })).toEqual([])
    expect(checkNote('statin', 'en', { ...library, glossary: {} })).toEqual([])
  })

  test('is told of the gravest first, each in reading order, with the place of each', () => {
    const note = `Utilize statins qd\n  ${words(21)} and 1.0 mg`
    const warnings = check(note)
    expect(warnings.map(({ kind }) => kind)).toEqual([
      'error-prone',
      'error-prone',
      'unexplained-term',
      'long-sentence',
      'long-word',
    ])
    for (const { found, start, end } of warnings) expect(note.slice(start, end)).toBe(found)
  })

  test('is told once of the same thing', () => {
    expect(findWords('Take it qd, QD and qd. 10 U, 20 U, 10 U.')).toEqual(['qd', '10 U', '20 U'])
  })

  test('of plain words has no warnings', () => {
    expect(
      check('Dear Ana,\nplease drink plenty of water. Walk for 30 minutes each day. Call us if you feel worse.'),
    ).toEqual([])
  })

  const huge: Readonly<Record<string, string>> = {
    prose: 'Take the additional tablets every morning with 10 U of water, qd. '.repeat(303),
    'one word': 'a'.repeat(20_000),
    spaces: ' '.repeat(20_000),
    digits: '9'.repeat(20_000),
    zeros: `1.${'0'.repeat(20_000)}`,
    points: '9.'.repeat(10_000),
    'at signs': 'a@'.repeat(10_000),
    'half characters': '\uD83D'.repeat(20_000),
    Chinese: '酶。'.repeat(10_000),
  }
  test.each(Object.keys(huge))('of 20,000 characters, %s, is read to its end', (name) => {
    const note = huge[name] ?? ''
    for (const language of ['en', 'es', 'zh-CN'] as const) {
      const warnings = check(`${note} qd`, language)
      for (const { found, start, end } of warnings) expect(`${note} qd`.slice(start, end)).toBe(found)
      expect(check(note, language).length).toBeLessThanOrEqual(warnings.length)
    }
  })
})
