import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { Language } from '../../src/domain/ids.ts'
import { writeEnglish, type Message, type MessageId } from '../../src/domain/message.ts'
import { messages } from '../../src/domain/messages.ts'
import { chooseWindowLanguage } from '../../src/words/catalogue.ts'
import { catalogues } from '../../src/words/catalogues.ts'
import { makeWords } from '../renderer/make-words.ts'

const others = Language.options.filter((language) => language !== 'en')

type Tree = { readonly [key: string]: string | Tree }

/** Every sentence of a catalogue by its whole key. */
function listSentences(tree: Tree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : listSentences(value, `${before}${key}.`),
  )
}

const listSlots = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}|<(\w+)\/>/gu)].map(([slot]) => slot)
const unique = (slots: readonly string[]) => [...new Set(slots)].toSorted()
const english = new Map(listSentences(catalogues.en))
/** The English of a key, of any number. */
const findEnglish = (key: string) => english.get(key) ?? english.get(key.replace(/_other$/u, '_one'))

describe.each(others)('the catalogue in %s', (language) => {
  const sentences = listSentences(catalogues[language])

  test('has every word of the English, in the numbers its language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const wanted = [...english.keys()].filter((key) => {
      const form = /_(one|other)$/u.exec(key)?.[1]
      return form === undefined || forms.some((each) => each === form)
    })
    expect(sentences.map(([key]) => key).toSorted()).toEqual(wanted.toSorted())
  })

  test('has the slots of the English in each sentence, and no other', () => {
    const wrong = sentences.filter(
      ([key, sentence]) => String(unique(listSlots(sentence))) !== String(unique(listSlots(findEnglish(key) ?? ''))),
    )
    expect(wrong).toEqual([])
  })

  test('leaves no sentence empty or in English', () => {
    const same = sentences.filter(([key, sentence]) => sentence.trim() === '' || sentence === findEnglish(key))
    // what is nothing but values and signs, or the same word in both
    expect(
      same
        .map(([key]) => key)
        .filter(
          (key) =>
            !/^window\.(preview\.(percent|extent)|tailor\.(count|moveButton)|records\.copyOf)$|^messages\.(of-test|content-says|two-sentences)$/u.test(
              key,
            ),
        ),
    ).toEqual([])
  })
})

/** A message with every value it may have. */
function fill(id: string, sentence: string): Message {
  const values = Object.fromEntries(listSlots(sentence).map((slot) => [slot.slice(2, -2), `«${slot.slice(2, -2)}»`]))
  // the ids are those of the catalogue
  return { id: id as MessageId, values }
}

describe('a message of the domain or the main process', () => {
  const filled = Object.entries(messages).flatMap(([key, sentence]) => {
    const id = key.replace(/_(one|other)$/u, '')
    const message = fill(id, sentence)
    const counts =
      key === id ? [message] : [1, 2].map((count) => ({ ...message, values: { ...message.values, count } }))
    return counts
  })

  test.each(Language.options)('is written in %s with its values, whichever it is', (language) => {
    const { write } = makeWords(language)
    for (const message of filled) {
      const sentence = write(message)
      expect(sentence, message.id).not.toMatch(/\{\{|\}\}|^messages|^[a-z]+(-[a-z]+)+$/u)
      for (const value of Object.values(message.values).filter((each) => typeof each === 'string'))
        expect(sentence.toLowerCase(), message.id).toContain(value.toLowerCase())
    }
  })

  test('says the same in the window and on the command line, in English', () => {
    const { write } = makeWords('en')
    for (const message of filled) expect(write(message)).toBe(writeEnglish(message))
  })

  test('is never plain English where the window hears it', () => {
    const rooms = ['domain', 'ipc', 'store', 'pdf', 'main', 'renderer']
    const files = rooms.flatMap((room) =>
      readdirSync(path.join(projectFolder, 'src', room), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/u.test(name))
        .map((name) => path.join(projectFolder, 'src', room, name)),
    )
    const plain = /new AppError\(\s*'[a-z-]+',\s*['"`]|message: ['"`]/u
    const breaches = files.filter((file) => plain.test(readFileSync(file, 'utf8')))
    expect(breaches.map((file) => path.relative(projectFolder, file))).toEqual([
      'src/domain/app-error.ts', // a text of whoever made it
      'src/domain/note-rules.ts', // faults of the content, found when it is built
    ])
  })
})

test('a part of a sentence is in the language of the sentence, whether it is ours or the content’s', () => {
  const message: Message = {
    id: 'storage-failed',
    values: { what: { id: 'what-open', values: { file: 'clinic.db' } }, why: { id: 'why-disk-full', values: {} } },
  }
  expect(makeWords('es').write(message)).toBe(
    'No se pudo abrir el archivo clinic.db. El disco está lleno. Libere espacio e inténtelo de nuevo.',
  )
  const late: Message = { id: 'safety-warn', values: { finding: { en: 'Fatty liver', 'zh-CN': '脂肪肝' } } }
  expect(makeWords('zh-CN').write(late)).toContain('脂肪肝')
  expect(makeWords('es').write(late)).toContain('Fatty liver')
})

test('typed text in a sentence is shown as it was typed', () => {
  const typed = '{{name}} $t(frame.undo) <b>'
  const message: Message = { id: 'number-ambiguous', values: { typed, whole: '1', decimal: '2' } }
  for (const language of Language.options) expect(makeWords(language).write(message)).toContain(typed)
})

test('the window speaks the chosen language, or that of the computer', () => {
  expect(chooseWindowLanguage('es', 'zh-CN')).toBe('es')
  expect(chooseWindowLanguage('system', 'zh-TW')).toBe('zh-CN')
  expect(chooseWindowLanguage('system', 'es-419')).toBe('es')
  expect(chooseWindowLanguage('system', 'fr')).toBe('en')
  expect(chooseWindowLanguage('system', '')).toBe('en')
})
