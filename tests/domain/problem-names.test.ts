import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { Bundle, joinBundles } from '../../src/domain/bundle.ts'
import { checkSelection, findContent } from '../../src/domain/check-selection.ts'
import { Language } from '../../src/domain/ids.ts'
import { verifyLibrary, type Library } from '../../src/domain/library.ts'
import { writeEnglish, type Message } from '../../src/domain/message.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { entry, library, topic } from '../properties/shipped-topic.ts'
import { makeWords } from '../renderer/make-words.ts'
import { hash } from './make.ts'

const bare = { topic: topic.id, language: 'en', causes: [{ id: 'fatty-liver' }] }
const twice = { value: 1, upperLimit: 1 }

/** Choices with everything wrong that the words of the content can name. */
const wrong: readonly object[] = [
  { causes: [{ id: 'fatty-liver' }, { id: 'fatty-liver' }] },
  { causes: [], medicines: ['entecavir'], medicinesToStop: ['ibuprofen'] },
  { medicines: ['entecavir'], medicinesToStop: ['恩替卡韦', '恩替卡韦'] },
  { dropped: ['withdrawal-first'], added: ['no-alcohol-b'] },
  { facts: ['heavy-daily-drinking'], dropped: ['no-alcohol'] },
  { causes: [{ id: 'fatty-liver' }, { id: 'sleep-loss' }], added: ['coffee-is-fine'] },
  {
    labs: [
      { id: 'bilirubin', ...twice },
      { id: 'bilirubin', value: 1 },
    ],
  },
  {
    results: [
      { analyte: 'ALT', value: 96, unit: 'U/L' },
      { analyte: 'ALT', value: 96, unit: 'U/L' },
    ],
  },
  { retest: { kind: 'date', date: '2026-01-01' } },
  { retest: { kind: 'date', date: '2036-01-01' } },
  { secondLanguage: 'en', paper: 'A5' },
]

/** Ids that no content has: there are no words for them, and the command line tells them as they were given. */
const strange = {
  causes: [{ id: 'moon-dust' }],
  dropped: ['moon-walk'],
  medicines: ['moon-pill'],
  results: [{ analyte: 'MOON', value: 1, unit: 'U/L' }],
  facts: ['moon-sick'],
  labs: [{ id: 'moon-lab', value: 1 }],
}

const listProblems = (choices: object): Message[] => {
  const selection = parseSelection({ ...bare, ...choices })
  return checkSelection(findContent(library, selection), selection, '2026-11-22').flatMap(({ told }) => told ?? [])
}

/** What is told when something is done that cannot be. */
function listThrown(act: () => unknown): Message[] {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.problems.flatMap(({ told }) => told ?? [])
  }
  return []
}

const retired: Library = {
  ...library,
  topics: [{ ...entry, topic: { ...topic, status: 'retired' } }],
}
const inEnglish: Library = {
  ...library,
  topics: [{ ...entry, words: { en: entry.words.en } }],
}
const outdated: Library = {
  ...library,
  topics: [{ ...entry, outdated: ['es'] }],
  outdatedWording: ['es'],
  outdatedGlossary: ['es'],
}
const bundle = (choices: object) =>
  Bundle.parse({ name: 'From a colleague', choices: { topic: topic.id, causes: [], ...choices } })
const bundles = [
  bundle({ causes: strange.causes, added: ['moon-walk'], dropped: ['moon-rest'], medicines: strange.medicines }),
  bundle({ topic: 'moon-topic' }),
]

const named: readonly Message[] = [
  ...wrong.flatMap(listProblems),
  ...listThrown(() => findContent(retired, { topic: topic.id, language: 'en' })),
  ...listThrown(() => findContent(inEnglish, { topic: topic.id, language: 'zh-CN' })),
  ...listThrown(() => findContent(outdated, { topic: topic.id, language: 'es' })),
  ...listThrown(() => verifyLibrary({ ...library, topics: [{ ...entry, sha256: hash('') }] }, hash)),
  ...joinBundles([], bundles, library).leftOut,
]
const unnamed: readonly Message[] = [
  ...listProblems(strange),
  ...listThrown(() => findContent(library, { topic: 'moon-topic', language: 'en' })),
]

/** Every id that was given, of the content or not. */
const ids = [
  'moon-dust',
  'moon-walk',
  'moon-rest',
  'moon-pill',
  'moon-topic',
  'zh-CN',
  topic.id,
  ...topic.causes.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]),
  ...[...topic.everyday, ...topic.preparation, ...topic.medicines, ...topic.safety.facts].map(({ id }) => id),
]
/** Ids that cannot be a word of a sentence too, as "entecavir" is in English. */
const telling = ids.filter((id) => id.includes('-'))

describe('what is wrong with the choices', () => {
  test('is of every kind that is ever told', () => {
    const files = ['check-selection.ts', 'bundle.ts', 'library.ts']
    const source = files.map((name) => readFileSync(path.join(projectFolder, 'src/domain', name), 'utf8')).join('')
    const kinds = [...source.matchAll(/tell\(\s*'([a-z-]+)'/gu)].map(([, id]) => id)
    // of a list or a file as a whole; and what is damaged beside a topic, which names nothing
    const others = /^(bundle-(file|name|there|no)|bundles-|wording-damaged|terms-damaged|unknown-topic)/u
    const told = [...named, ...unnamed].map(({ id }) => id)
    expect(kinds.filter((id) => id !== undefined && !others.test(id) && !told.some((each) => each === id))).toEqual([])
  })

  test.each(Language.options)('is told in %s without an id', (language) => {
    const { write } = makeWords(language)
    const shown = named.map(write).filter((sentence) => telling.some((id) => sentence.includes(id)))
    expect(shown).toEqual([])
  })

  test('names causes, advice, medicines, tests and languages as the content does, in Chinese', () => {
    const { write } = makeWords('zh-CN')
    const said = named.map(write).join('\n')
    const words = entry.words['zh-CN']
    for (const name of [
      words?.causes['fatty-liver']?.name,
      words?.medicines['entecavir']?.name,
      words?.safetyLabs['bilirubin'],
      words?.items['coffee-is-fine'],
      words?.title,
      '中文',
      '不认识其中的原因（1 个）、建议（2 条）、药物（1 种）',
    ])
      expect(said).toContain(name)
    expect(said).not.toMatch(/entecavir|bilirubin/u)
  })

  test('is told as it was given where no content has words for it, and leaves nobody without what to do', () => {
    expect(unnamed.map(writeEnglish)).toEqual([
      'There is no cause called "moon-dust" in this topic. Please take it out.',
      'There is no advice called "moon-walk" for what is ticked. Please take it out.',
      'There is no medicine called "moon-pill" in this topic. Please take it out.',
      'There is no result called "MOON" in this topic. Please take it out.',
      'There is no fact called "moon-sick" in this topic. Please take it out.',
      'There is no blood test called "moon-lab" in this topic. Please take it out.',
      'There is no topic called "moon-topic". Please choose another one.',
    ])
  })
})
