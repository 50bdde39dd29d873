import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { Library, verifyLibrary } from '../../src/domain/library.ts'
import { readContent } from '../../src/content/read-content.ts'
import { hash } from '../domain/make.ts'
import { inTopic, inWording, inWords } from './planted-faults.ts'
import { change, copyContent, listProblems, topicFile, wordingFile, wordsFile } from './plant.ts'

/** Where a text begins in the shipped file after a change elsewhere in it. */
function findLine(folder: string, file: string, text: string): number {
  return change(folder, file, text, text)
}

describe('content that reads', () => {
  test('becomes a library whose hashes still fit after a trip through JSON', () => {
    const library = readContent(copyContent())
    const again = Library.parse(JSON.parse(JSON.stringify(library)))
    expect(again).toEqual(library)
    expect(() => verifyLibrary(again, hash)).not.toThrow()
  })

  test('brings the glossary and the emergency numbers, and notices when they change', () => {
    const library = readContent(copyContent())
    expect(library.regions.map(({ id, emergencyNumber }) => `${id} ${emergencyNumber}`)).toEqual([
      'us 911',
      'mx 911',
      'eu 112',
      'es 112',
      'cn 120',
      'uk 999',
    ])
    expect(library.glossary.en?.terms.length).toBeGreaterThan(5)
    expect(() => verifyLibrary({ ...library, glossary: {} }, hash)).toThrow('The list of terms is damaged')
    expect(() => verifyLibrary({ ...library, noteRules: {} }, hash)).toThrow('The list of terms is damaged')
    expect(() => verifyLibrary({ ...library, regions: [], sharedSha256: undefined }, hash)).toThrow('is damaged')
  })

  test('has another hash as soon as one letter of the words changes', () => {
    const folder = copyContent()
    const before = readContent(folder)
    change(folder, wordsFile, 'Get plenty of rest.', 'Get plenty of nest.')
    const after = readContent(folder)
    expect(after.topics[0]?.sha256).not.toBe(before.topics[0]?.sha256)
    expect(after.wordingSha256).toBe(before.wordingSha256)
  })

  test('keeps its hash when only a comment or the layout changes', () => {
    const folder = copyContent()
    const before = readContent(folder)
    change(
      folder,
      wordsFile,
      '  rest-well: Get plenty of rest.',
      '  # sleep counts too\n  rest-well: "Get plenty of rest."',
    )
    expect(readContent(folder).topics[0]?.sha256).toBe(before.topics[0]?.sha256)
  })
})

test('Windows line ends change nothing', () => {
  const folder = copyContent()
  const before = readContent(folder)
  const target = path.join(path.dirname(folder), wordsFile)
  writeFileSync(target, readFileSync(target, 'utf8').replaceAll('\n', '\r\n'))
  expect(readContent(folder)).toEqual(before)
})

describe('content that is spoilt is refused, with file and line', () => {
  test.each([...inTopic, ...inWords, ...inWording])('$fault', ({ file, from, to, says, skip = 0, at }) => {
    const folder = copyContent()
    const changed = change(folder, file, from, to) + skip
    const line = at === undefined ? changed : findLine(folder, file, at)
    expect(listProblems(folder)).toContainEqual(expect.stringContaining(`${file}:${line} `))
    expect(listProblems(folder).find((message) => message.startsWith(`${file}:${line} `))).toContain(says)
  })

  test('a review that is late, on the day after it was due and not before', () => {
    const folder = copyContent()
    expect(listProblems(folder, '2027-11-22')).toEqual([])
    expect(listProblems(folder)).toEqual([])
    const line = findLine(folder, topicFile, 'nextReviewDate:')
    expect(listProblems(folder, '2027-11-23')).toEqual([`${topicFile}:${line} The review was due on 2027-11-22.`])
  })

  test('a topic without its topic.yaml', () => {
    const folder = copyContent()
    rmSync(path.join(path.dirname(folder), topicFile))
    expect(listProblems(folder)).toEqual([`${topicFile}:1 This file is missing.`])
  })

  test('a file that is not text', () => {
    const folder = copyContent()
    writeFileSync(path.join(path.dirname(folder), wordsFile), Buffer.from([0xff, 0xfe, 0x00]))
    expect(listProblems(folder)).toContain(`${wordsFile}:1 This file cannot be read as UTF-8 text.`)
  })

  test('a file nobody knows, beside the words', () => {
    const folder = copyContent()
    writeFileSync(path.join(folder, 'topics/raised-liver-enzymes/english.yaml'), 'language: en\n')
    expect(listProblems(folder)).toEqual([
      'content/topics/raised-liver-enzymes/english.yaml:1 This file is not known here. Languages are en, zh-CN, es, as in en.yaml.',
    ])
  })

  test('a folder with nothing in it', () => {
    const folder = path.join(path.dirname(copyContent()), 'empty')
    mkdirSync(folder)
    expect(listProblems(folder)).toEqual(['empty/topics:1 There are no topics here.'])
  })

  test('and problems in different files are all told at once, each with a field to find it by', () => {
    const folder = copyContent()
    const first = change(folder, topicFile, 'urgency: emergency', 'urgency: soon')
    const second = change(folder, wordsFile, 'Get plenty of rest.', 'Rest until {testDate}.')
    const third = change(folder, wordingFile, 'languageName: English', 'languageName: ""')
    try {
      readContent(folder)
      expect.unreachable()
    } catch (error) {
      const fields = error instanceof AppError ? error.problems.map(({ field }) => field) : []
      expect(fields.toSorted()).toEqual(
        [`${topicFile}:${first}`, `${wordsFile}:${second}`, `${wordingFile}:${third}`].toSorted(),
      )
    }
    change(folder, topicFile, 'urgency: soon', 'urgency: emergency')
    expect(listProblems(folder).map((message) => message.split(' ')[0])).toEqual([
      `${wordsFile}:${second}`,
      `${wordingFile}:${third}`,
    ])
  })

  test('no fault hides another: of the topic, its date, a language that does not parse, one in the wrong file, and the rest', () => {
    const folder = copyContent()
    const inFolder = (name: string) => `content/${name}`
    const spanish = wordsFile.replace('en.yaml', 'es.yaml')
    const chinese = wordsFile.replace('en.yaml', 'zh-CN.yaml')
    const planted = [
      [topicFile, '- { id: confused, urgency: emergency,', '- { id: confused,', '"urgency" is missing'],
      [topicFile, 'nextReviewDate: 2027-11-22', 'nextReviewDate: 2026-11-23', 'The review was due on 2026-11-23.'],
      [topicFile, '- id: light-activity', '- name: light-activity', '"id" is missing in "intense-exercise".'],
      [topicFile, '- id: no-overwork', '- id: light-meals', 'The item id "light-meals" is used twice.'],
      [topicFile, '- { id: jaundice }', '- { id: pregnant }', 'The safety fact id "pregnant" is used twice.'],
      [topicFile, 'sources: [alcohol-change-uk]', 'sources: [hearsay]', 'There is no source called "hearsay".'],
      [chinese, 'sheetTitle: ', 'sheetTitle: "', 'This is not right in YAML'],
      [spanish, 'language: es', 'language: es-419', 'This file is called es.yaml, and its language is "es-419".'],
      [spanish, 'No se acueste tarde.', 'No se acueste {hora}.', 'Nothing fills the slot {hora} here.'],
      [wordsFile, 'Get plenty of rest.', 'Rest until {testDate}.', 'Nothing fills the slot {testDate} here.'],
      [wordsFile, 'inShort: Extra fat', 'short: Extra fat', '"short" is not known'],
      [wordsFile, '  no-late-nights: Do', '  light-meals: Do', 'Map keys must be unique'],
      [wordingFile, 'Call us on **{phone}** today.', 'Call us today.', 'The slot {phone} is missing'],
      [wordingFile, 'heading: Every day', 'title: Every day', '"title" is not known'],
      [inFolder('regions.yaml'), 'regions:', 'region:', '"regions" is missing'],
    ] as const
    const lines = planted.map(([file, from, to]) => change(folder, file, from, to))
    const told = listProblems(folder, '2027-01-01')
    planted.forEach(([file, , , says], index) => {
      // broken YAML is told where it can no longer be read, and a file without its only key at its beginning
      const isLoose = file === chinese || file.endsWith('regions.yaml')
      const place = isLoose ? `${file}:` : `${file}:${lines[index]} `
      expect(
        told.find((message) => message.startsWith(place) && message.includes(says)),
        says,
      ).toBeDefined()
    })
  })

  test('one bracket that is not closed is told in a few lines, and not in hundreds', () => {
    const folder = copyContent()
    const line = change(folder, wordsFile, '\ncauses:\n', '\ncauses: [\n') + 3
    const told = listProblems(folder).filter((message) => message.startsWith(wordsFile))
    expect(told).toHaveLength(4)
    expect(told[0]).toContain(`${wordsFile}:${line} This is not right in YAML: `)
    expect(told[3]).toMatch(/This is not right in YAML: \d+ more, which may come from the first\.$/u)
  })
})
