import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { readLibrary, verifyTopic } from '../../src/content/read-library.ts'
import { addPinyin } from '../../src/content/spell-pinyin.ts'
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

test('the shipped library is refused with any one bit of it flipped: 400 anywhere, and 200 in the pinyin', () => {
  const shipped = addPinyin(readContent(resolve(import.meta.dirname, '../../content')))
  const whole = Buffer.from(`${JSON.stringify(shipped)}\n`)
  const pinyin = whole.indexOf('"pinyin":')
  const pinyinSize = Buffer.byteLength(JSON.stringify(shipped.pinyin))
  const spread = (count: number, from: number, size: number) =>
    Array.from({ length: count }, (_, index) => ({ at: from + Math.floor((index * size) / count), bit: index % 8 }))
  const flips = [...spread(400, 0, whole.length), ...spread(200, pinyin, pinyinSize)]
  const accepted = flips.filter(({ at, bit }) => {
    const flipped = Buffer.from(whole)
    flipped.writeUInt8(whole.readUInt8(at) ^ (1 << bit), at)
    writeFileSync(file(), flipped)
    try {
      readLibrary(file())
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: 'content-damaged' })
      return false
    }
  })
  writeFileSync(file(), whole)
  expect(readLibrary(file()).library).toEqual(shipped)
  expect([flips.length, accepted]).toEqual([600, []])
})
