import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { Library, verifyLibrary } from '../../src/domain/library.ts'
import { readContent } from '../../src/content/read-content.ts'
import { hash } from '../domain/make.ts'
import { change, copyContent, listProblems, topicFile, wordingFile, wordsFile } from './plant.ts'

/** One change to the shipped content, and the problem it must give: `skip` lines below the change. */
type Planted = {
  readonly fault: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly says: string
  readonly skip?: number
  readonly at?: string
}

const inTopic: Planted[] = [
  {
    fault: 'an unknown key',
    file: topicFile,
    from: 'resultLineEnd: 3',
    to: 'resultLineEnd: 3\ncolour: red',
    says: '"colour" is not known',
    skip: 1,
  },
  {
    fault: 'a missing key',
    file: topicFile,
    from: 'author: CareSheet content team\n',
    to: '',
    says: '"author" is missing in "raised-liver-enzymes".',
    at: 'id: raised',
  },
  {
    fault: 'a red flag without urgency',
    file: topicFile,
    from: '- { id: confused, urgency: emergency,',
    to: '- { id: confused,',
    says: '"urgency" is missing in "confused".',
  },
  {
    fault: 'a kind that does not exist',
    file: topicFile,
    from: 'kind: stop',
    to: 'kind: maybe',
    says: '"kind" is wrong in "stop-hard-exercise"',
  },
  {
    fault: 'a day that does not exist',
    file: topicFile,
    from: 'nextReviewDate: 2027-11-22',
    to: 'nextReviewDate: 2027-02-30',
    says: '"nextReviewDate" is wrong',
  },
  {
    fault: 'an item id used twice',
    file: topicFile,
    from: '- id: no-overwork',
    to: '- id: light-meals',
    says: 'The item id "light-meals" is used twice.',
  },
  {
    fault: 'a preparation with the id of an item',
    file: topicFile,
    from: '- { id: seven-days-without-hard-exercise,',
    to: '- { id: no-overwork,',
    says: 'The item id "no-overwork" is used twice.',
  },
  {
    fault: 'a red flag id used twice',
    file: topicFile,
    from: '- { id: bleeding,',
    to: '- { id: confused,',
    says: 'The red flag id "confused" is used twice.',
  },
  {
    fault: 'an unknown source',
    file: topicFile,
    from: '[acg-2017, acg-dili-2021]',
    to: '[acg-2016, acg-dili-2021]',
    says: 'There is no source called "acg-2016".',
  },
  {
    fault: 'a source nobody uses',
    file: topicFile,
    from: 'sources:\n',
    to: 'sources:\n  idle: { citation: A book, publisher: Book }\n',
    says: 'The source "idle" is used by nothing.',
    skip: 1,
  },
  {
    fault: 'a promised fact that nothing carries',
    file: topicFile,
    from: 'facts: [sl.no-overexertion]',
    to: 'facts: []',
    says: 'The fact "sl.no-overexertion" is promised, and nothing carries it.',
    at: '  - sl.no-overexertion',
  },
  {
    fault: 'a carried fact that is not promised',
    file: topicFile,
    from: 'facts: [ex.rest]',
    to: 'facts: [ex.rest, ex.more]',
    says: 'The fact "ex.more" is carried here, and the topic does not promise it.',
  },
  {
    fault: 'a merge rule with an unknown item',
    file: topicFile,
    from: 'drop: [keep-statin]',
    to: 'drop: [keep-statins]',
    says: 'There is no item called "keep-statins" for the merge rule "stop-list-settles-statin".',
  },
  {
    fault: 'a merge rule with an unknown cause',
    file: topicFile,
    from: 'when: [intense-exercise, fatty-liver]',
    to: 'when: [intense-exercise, fat-liver]',
    says: 'There is no cause called "fat-liver".',
  },
  {
    fault: 'an item that no merge rule brings in',
    file: topicFile,
    from: 'add: [ask-b-during-c-treatment]',
    to: 'drop: [no-sharing-c]',
    says: 'The item "ask-b-during-c-treatment" waits for a merge rule, and none adds it.',
    at: '- id: ask-b-during',
  },
  {
    fault: 'a medicine of an unknown cause',
    file: topicFile,
    from: 'causes: [hepatitis-b]\n    codes',
    to: 'causes: [hepatitis-d]\n    codes',
    says: 'There is no cause called "hepatitis-d".',
  },
  {
    fault: 'advice that says the same as nothing else',
    file: topicFile,
    from: 'says: sleep-times',
    to: 'says: sleep-time',
    says: '"regular-sleep-times" says "sleep-time", and no other item does.',
  },
  {
    fault: 'a group that does not exist',
    file: topicFile,
    from: 'group: viral-hepatitis',
    to: 'group: viral',
    says: 'There is no group called "viral".',
  },
  {
    fault: 'result bands out of order',
    file: topicFile,
    from: 'under: 5',
    to: 'under: 1.5',
    says: 'The band "clearly-high" is not above the one before it.',
  },
  {
    fault: 'an active topic that nobody reviewed',
    file: topicFile,
    from: 'status: draft',
    to: 'status: active',
    says: 'A topic without a reviewer cannot be active.',
  },
  {
    fault: 'a topic in the wrong folder',
    file: topicFile,
    from: 'id: raised-liver-enzymes',
    to: 'id: raised-enzymes',
    says: 'The topic "raised-enzymes" is in a folder called "raised-liver-enzymes".',
  },
]

const inWords: Planted[] = [
  {
    fault: 'words missing for an id',
    file: wordsFile,
    from: '  rest-well: Get plenty of rest.\n',
    to: '',
    says: 'There are no words for "rest-well" in items.',
    at: 'items:',
  },
  {
    fault: 'words left over for an id',
    file: wordsFile,
    from: '  rest-well:',
    to: '  dance: Dance.\n  rest-well:',
    says: 'There are words for "dance" in items, and the topic has no such id.',
  },
  {
    fault: 'a key written twice',
    file: wordsFile,
    from: '  rest-well:',
    to: '  no-smoking: Do not smoke.\n  rest-well:',
    says: 'Map keys must be unique',
    at: '  no-smoking: Do not smoke. We',
  },
  {
    fault: 'broken YAML',
    file: wordsFile,
    from: 'sheetTitle: Your',
    to: 'sheetTitle: "Your',
    says: 'This is not right in YAML',
  },
  {
    fault: 'the wrong language',
    file: wordsFile,
    from: 'language: en',
    to: 'language: es',
    says: 'This file is called en.yaml, and its language is "es".',
  },
  {
    fault: 'an unknown slot',
    file: wordsFile,
    from: 'Get plenty of rest.',
    to: 'Rest until {testDate}.',
    says: 'Nothing fills the slot {testDate} here.',
  },
  {
    fault: 'a slot where none is filled',
    file: wordsFile,
    from: 'you think about harming yourself',
    to: 'call {phone}',
    says: 'Nothing fills the slot {phone} here.',
  },
  {
    fault: 'a bold mark without a partner',
    file: wordsFile,
    from: "'**Walk** or",
    to: "'**Walk or",
    says: 'A ** has no partner.',
  },
  {
    fault: 'bold where it would print as it is',
    file: wordsFile,
    from: 'help right away?',
    to: '**help** right away?',
    says: 'Bold marks ** cannot stand here.',
  },
  {
    fault: 'a hidden character',
    file: wordsFile,
    from: 'Get plenty of rest.',
    to: 'Get plenty\u202E of rest.',
    says: 'There is a hidden or broken character on this line.',
  },
  {
    fault: 'an empty text',
    file: wordsFile,
    from: 'rest-well: Get plenty of rest.',
    to: "rest-well: ''",
    says: '"rest-well" is wrong',
  },
]

const inWording: Planted[] = [
  {
    fault: 'wording without a slot it needs',
    file: wordingFile,
    from: 'Call us on **{phone}** today.',
    to: 'Call us today.',
    says: 'The slot {phone} is missing in redFlags.urgentCall.',
  },
  {
    fault: 'wording with an unknown slot',
    file: wordingFile,
    from: "notAbove: '{band}'",
    to: "notAbove: '{band} {size}'",
    says: 'Nothing fills the slot {size} in results.notAbove.',
  },
  { fault: 'wording with a month missing', file: wordingFile, from: 'January, ', to: '', says: '"months" is wrong' },
]

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
