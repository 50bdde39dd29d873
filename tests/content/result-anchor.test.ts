import { expect, test } from 'vitest'
import { change, copyContent, listProblems, topicFile, wordsFile } from './plant.ts'

test.each([
  ['off the number line', topicFile, '{ times: 2,', '{ times: 4,', 'on the line: between 1 and 3 times.'],
  ['at the limit itself', topicFile, '{ times: 2,', '{ times: 1,', 'on the line: between 1 and 3 times.'],
  ['from no source', topicFile, "'', sources: [acg-2017]", "'', sources: [nobody]", 'no source called "nobody".'],
  ['without words', wordsFile, 'resultAnchor: Many doctors worry only above {at}.', '', 'its words, or in neither.'],
  ['that does not say its value', wordsFile, 'only above {at}.', 'only above this.', 'slot {at} is missing'],
])('an anchor %s is refused', (_, file, from, to, says) => {
  const folder = copyContent()
  change(folder, file, from, to)
  expect(listProblems(folder)).toContainEqual(expect.stringContaining(says))
})
