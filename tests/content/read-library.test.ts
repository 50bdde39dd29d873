import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLibrary, verifyTopic } from '../../src/content/read-library.ts'
import { makeLibrary } from '../store/make-library.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'library.json')
const library = makeLibrary()

test('a whole library is read, with a hash of its text', () => {
  writeFileSync(file(), JSON.stringify(library))
  const { library: read, hash } = readLibrary(file())
  expect([read, hash.length]).toEqual([library, 64])
})

test.each([
  ['missing', null],
  ['empty', ''],
  ['cut off', JSON.stringify(library).slice(0, -9)],
  ['of another shape', '{"topics": []}'],
  ['changed in one word', JSON.stringify(library).replace('Rest.', 'Rost.')],
  ['with another wording', JSON.stringify(library).replace(/"wordingSha256":"../, '"wordingSha256":"00')],
])('a library that is %s is refused with a sentence', (_, text) => {
  if (text !== null) writeFileSync(file(), text)
  expect(() => readLibrary(file())).toThrow(/is damaged|are damaged/)
})

test('a topic that changed in memory is caught before it is drawn', () => {
  verifyTopic(library, 'tired-engine')
  const [entry] = library.topics
  if (!entry) throw new Error('The library is empty.')
  const changed = { ...library, topics: [{ ...entry, topic: { ...entry.topic, version: '9.9.9' } }] }
  expect(() => verifyTopic(changed, 'tired-engine')).toThrow(/is damaged on this computer/)
})
