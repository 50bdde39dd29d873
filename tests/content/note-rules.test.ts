import { describe, expect, test } from 'vitest'
import { change, copyEnglish, listProblems, noteRulesFile } from './plant.ts'

const planted = [
  {
    fault: 'a note rule that looks for nothing',
    from: 'words: [d/c]',
    to: '',
    says: 'Give words, exactWords or a pattern.',
    at: '- id: stop-or-discharge',
  },
  {
    fault: 'a note rule whose pattern is none',
    from: "'[↑↓]'",
    to: "'[↑↓'",
    says: 'This is not a regular expression.',
  },
  {
    fault: 'a note rule that repeats what its pattern does not name',
    from: 'Write "for {days} days".',
    to: 'Write "for {weeks} weeks".',
    says: 'A slot of the suggestion is no named group of the pattern.',
  },
  {
    fault: 'a note suggestion with an unknown slot',
    from: 'Plainer is "{plainer}".',
    to: 'Plainer is "{word}".',
    says: 'A suggestion here may hold {plainer} and no other slot.',
  },
]

describe('note rules that are spoilt are refused, with file and line', () => {
  test.each(planted)('$fault', ({ from, to, says, at }) => {
    const folder = copyEnglish()
    const changed = change(folder, noteRulesFile, from, to)
    const line = at === undefined ? changed : change(folder, noteRulesFile, at, at)
    const problems = listProblems(folder).filter((problem) => problem.startsWith(`${noteRulesFile}:${line} `))
    expect(problems.join()).toContain(says)
  })
})
