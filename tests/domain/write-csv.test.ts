import { expect, test } from 'vitest'
import { writeCsv } from '../../src/domain/write-csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['=HYPERLINK("a","b")', `"'=HYPERLINK(""a"",""b"")"`],
])('P5: %j is no formula', (cell, written) => {
  expect(writeCsv([[cell]])).toBe(`${written}\r\n`)
})

test('what a spreadsheet could take apart is put in quotes, and nothing else', () => {
  expect(writeCsv([['a', 'b, c', 'say "d"', 'two\nlines', '', '患者 1-2']])).toBe(
    'a,"b, c","say ""d""","two\nlines",,患者 1-2\r\n',
  )
})
