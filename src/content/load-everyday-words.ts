import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../domain/ids.ts'

/** The words most people of a language know. `commonest` are those that also stand joined to others ("肿" in "肿起来"). */
export type EverydayWords = { readonly words: ReadonlySet<string>; readonly commonest: ReadonlySet<string> }

function readWords(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line) => (line.startsWith('#') ? [] : line.split(' ').filter(Boolean)))
}

/** Reads `everyday-words/<language>/*.txt`, in lower case; the words of a file named "more-…" are not of the commonest. */
export function loadEverydayWords(folder: string, language: Language): EverydayWords {
  const place = join(folder, 'everyday-words', language)
  const files = readdirSync(place).toSorted()
  const listWords = (names: readonly string[]) =>
    new Set(names.flatMap((name) => readWords(join(place, name))).map((word) => word.toLowerCase()))
  return { words: listWords(files), commonest: listWords(files.filter((name) => !name.startsWith('more-'))) }
}
