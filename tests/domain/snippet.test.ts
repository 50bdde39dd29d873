import { expect, test } from 'vitest'
import {
  findSnippets,
  joinSnippets,
  mostSnippets,
  parseSnippetFile,
  putSnippet,
  Snippet,
} from '../../src/domain/snippet.ts'

const make = (name: string, language: 'en' | 'es' | 'zh-CN' = 'en', text = `Text of ${name}.`) =>
  Snippet.parse({ name, language, text })
const there = [make('walk'), make('water'), make('café', 'es'), make('散步', 'zh-CN')]
const find = (note: string, language: 'en' | 'es' | 'zh-CN' = 'en') => {
  const begun = findSnippets(note, note.length, there, language)
  return begun && { start: begun.start, names: begun.found.map(({ name }) => name) }
}

test('a dot and a few letters at the beginning of a word offer the snippets that begin so', () => {
  expect(find('.wa')).toEqual({ start: 0, names: ['walk', 'water'] })
  expect(find('See you soon. .WAL')).toEqual({ start: 14, names: ['walk'] })
  expect(find('One line\n.wat')).toEqual({ start: 9, names: ['water'] })
  expect(find('.cafe', 'es')).toEqual({ start: 0, names: ['café'] })
  expect(find('。散', 'zh-CN')).toEqual({ start: 0, names: ['散步'] })
})

test.each(['', '.', 'wa', 'Stop.wa', '3.wa', '. wa', '.walks', '.x'])('"%s" offers none', (note) => {
  expect(find(note)).toBeNull()
})

test('those of another language than the sheet are not offered', () => {
  expect(find('.wa', 'es')).toBeNull()
})

test('only what stands before the caret counts', () => {
  expect(findSnippets('.wa and more', 3, there, 'en')?.found).toHaveLength(2)
  expect(findSnippets('.wa and more', 12, there, 'en')).toBeNull()
})

test.each([
  { name: 'two words' },
  { name: '' },
  { name: '.dot' },
  { name: 'x'.repeat(21) },
  { text: '  ' },
  { text: 'y'.repeat(601) },
  { language: 'fr' },
])('%o is refused', (fields) => {
  expect(Snippet.safeParse({ ...make('walk'), ...fields }).success).toBe(false)
})

test('a snippet takes the place of the one that was changed, and of the one of its name', () => {
  const [walk] = there
  expect(putSnippet(there, make('stroll'), walk!).map(({ name }) => name)).toEqual(['café', 'stroll', 'water', '散步'])
  expect(putSnippet(there, make('WALK', 'en', 'Other.'), null).filter(({ text }) => text === 'Other.')).toHaveLength(1)
  expect(putSnippet(there, make('WALK', 'en', 'Other.'), null)).toHaveLength(4)
  expect(putSnippet(there, make('walk', 'es'), null)).toHaveLength(5)
})

test('a file adds what is new, and says what is not', () => {
  const given = parseSnippetFile({
    format: 'caresheet-snippets',
    version: 1,
    snippets: [make('walk'), make('rest'), make('walk', 'es')],
  })
  const { snippets, leftOut } = joinSnippets(there, given)
  expect(snippets.map(({ name, language }) => `${name} ${language}`)).toEqual([
    'café es',
    'rest en',
    'walk en',
    'walk es',
    'water en',
    '散步 zh-CN',
  ])
  expect(leftOut).toEqual([{ id: 'snippet-there', values: { name: 'walk' } }])
})

test('there is an end to what is taken from files', () => {
  const many = Array.from({ length: mostSnippets }, (_, index) => make(`n${index}`))
  expect(joinSnippets(many, [make('more')]).leftOut).toEqual([
    { id: 'snippet-no-room', values: { name: 'more', most: mostSnippets } },
  ])
})

test.each([
  [{ format: 'caresheet-snippets', version: 2, anything: true }, 'snippet-file-newer'],
  [{ format: 'caresheet-bundles', version: 1, bundles: [] }, 'snippet-file-other'],
  [{ format: 'caresheet-snippets', version: 1, snippets: [], more: 'a name' }, 'snippet-file-other'],
  [undefined, 'snippet-file-other'],
])('%o is told apart', (value, id) => {
  expect(() => parseSnippetFile(value)).toThrow(expect.objectContaining({ told: expect.objectContaining({ id }) }))
})
