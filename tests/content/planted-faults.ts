import { topicFile, wordingFile, wordsFile } from './plant.ts'

/** One change to the shipped content, and the problem it must give: `skip` lines below the change. */
export type Planted = {
  readonly fault: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly says: string
  readonly skip?: number
  readonly at?: string
}

export const inTopic: readonly Planted[] = [
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
    fault: 'waits for the next test out of order',
    file: topicFile,
    from: 'retestChoices: [1, 2,',
    to: 'retestChoices: [2, 1,',
    says: 'Give the weeks from few to many.',
  },
  {
    fault: 'a wait for the next test that no sheet takes',
    file: topicFile,
    from: 'retestChoices: [1, 2, 4, 8, 12]',
    to: 'retestChoices: [1, 2, 4, 8, 53]',
    says: '<=52',
  },
  {
    fault: 'a cautious limit from an unknown source',
    file: topicFile,
    from: 'cautiousLimit: { value: 35, sources: [ws-t-404-2012] }',
    to: 'cautiousLimit: { value: 35, sources: [hearsay] }',
    says: 'There is no source called "hearsay".',
  },
  {
    fault: 'kept advice that nothing says',
    file: topicFile,
    from: '- id: withdrawal-words\n      says: no-alcohol',
    to: '- id: withdrawal-words\n      says: no-tea',
    says: 'No advice says "no-tea".',
  },
  {
    fault: 'kept advice for an unknown fact',
    file: topicFile,
    from: 'facts: [heavy-daily-drinking]\n      sources',
    to: 'facts: [tea]\n      sources',
    says: 'There is no fact called "tea".',
    skip: -3,
  },
  {
    fault: 'a source nobody uses',
    file: topicFile,
    from: 'sources:\n',
    to: 'sources:\n  idle: { citation: A book, short: Book }\n',
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

export const inWords: readonly Planted[] = [
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

export const inWording: readonly Planted[] = [
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
