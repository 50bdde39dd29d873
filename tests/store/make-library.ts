import { createHash } from 'node:crypto'
import { Library, toHashedText, type LibraryTopic } from '../../src/domain/library.ts'
import { toSourceText } from '../../src/domain/outdated.ts'
import { Topic, TopicWords } from '../../src/domain/topic.ts'
import type { Language } from '../../src/domain/ids.ts'

export const hashText = (text: string) => createHash('sha256').update(text).digest('hex')

const cause = (id: string, code: string) => ({
  id,
  codes: [{ system: 'ICD-10', code }],
  sources: ['book'],
  redFlags: ['smoke'],
  items: [{ id: `${id}-rest`, kind: 'do', sources: ['book'] }],
})

/** A topic with two causes, as small as the schema allows. */
export function makeTopic(): Topic {
  return Topic.parse({
    id: 'tired-engine',
    version: '1.0.0',
    status: 'active',
    author: 'A. Author',
    reviewer: '',
    lastReviewDate: '2026-01-01',
    nextReviewDate: '2027-01-01',
    codes: [{ system: 'ICD-10', code: 'R74.01' }],
    sources: { book: { citation: 'A book', publisher: 'Book' } },
    facts: ['1'],
    analytes: [
      {
        id: 'oil',
        codes: [{ system: 'LOINC', code: '1742-6' }],
        usualLimit: 40,
        cautiousLimit: { value: 40, sources: ['book'] },
        sources: ['book'],
      },
    ],
    resultBands: [{ id: 'some' }],
    resultLineEnd: 5,
    retestChoices: [],
    redFlags: [{ id: 'smoke', urgency: 'emergency', always: true, sources: ['book'] }],
    preparation: [],
    causes: [cause('rust', 'K76.0'), cause('old-fuel', 'K71')],
    everyday: [],
    medicines: [
      {
        id: 'polish',
        causes: ['rust'],
        codes: [{ system: 'ATC', code: 'A05AA02' }],
        region: 'here',
        sources: ['book'],
      },
    ],
    mergeRules: [],
    teachBack: [],
  })
}

type Names = { title: string; topicAlso: string[]; rust: string; rustAlso: string[]; oldFuel: string; polish: string }

export function makeWords(language: Language, names: Names): TopicWords {
  const causeWords = (name: string, alsoCalled: string[]) => ({
    name,
    hint: 'hint',
    alsoCalled,
    plan: ['Test more.'],
    heading: name,
    whatHappens: 'It happens.',
    inShort: 'Short.',
  })
  return TopicWords.parse({
    language,
    title: names.title,
    alsoCalled: names.topicAlso,
    sheetTitle: names.title,
    sheetTitleInRange: names.title,
    mainMessage: ['Message.'],
    groups: {},
    causes: { rust: causeWords(names.rust, names.rustAlso), 'old-fuel': causeWords(names.oldFuel, []) },
    items: { 'rust-rest': 'Rest.', 'old-fuel-rest': 'Rest.' },
    redFlags: { smoke: 'Smoke' },
    preparation: {},
    medicines: { polish: { name: names.polish, evidence: 'Some.', cautions: 'None.' } },
    mergeRules: {},
    analytes: { oil: 'Oil level' },
    resultBands: { some: 'some' },
    teachBack: {},
    lateRetest: { sameDay: '{causes} today', oneWeek: '{causes} soon', weeks: '{causes} in {weeks}' },
    sources: {},
  })
}

/** A library of one topic in two languages, with the hashes that belong to it. */
export function makeLibrary(change: Partial<Topic> = {}): Library {
  const topic = { ...makeTopic(), ...change }
  const en = makeWords('en', {
    title: 'Tired engine',
    topicAlso: ['Weak motor'],
    rust: 'Rusty déjà-vu pipe',
    rustAlso: ['NAFLD'],
    oldFuel: 'Old fuel',
    polish: 'Silver polish',
  })
  const chinese = makeWords('zh-CN', {
    title: '发动机疲劳',
    topicAlso: [],
    rust: '生锈的管道',
    rustAlso: ['脂肪肝'],
    oldFuel: '旧燃料',
    polish: '银光剂',
  })
  const translated = TopicWords.parse({ ...chinese, madeFrom: hashText(toSourceText(en)) })
  const words: LibraryTopic['words'] = { en, 'zh-CN': translated }
  return Library.parse({
    topics: [{ topic, words, sha256: hashText(toHashedText({ topic, words })) }],
    wording: {},
    wordingSha256: hashText(toHashedText({})),
  })
}
