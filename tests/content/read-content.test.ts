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
      expect(fields).toEqual(expect.arrayContaining([`${topicFile}:${first}`, `${wordingFile}:${third}`]))
      // with topic.yaml broken there is nothing to compare the words with; that comes once it is mended
      expect(fields).toHaveLength(2)
    }
    change(folder, topicFile, 'urgency: soon', 'urgency: emergency')
    expect(listProblems(folder).map((message) => message.split(' ')[0])).toEqual([
      `${wordsFile}:${second}`,
      `${wordingFile}:${third}`,
    ])
  })
})
