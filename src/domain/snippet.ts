import { z } from 'zod'
import { AppError } from './app-error.ts'
import { Language } from './ids.ts'
import { tell, toIssue, type Message } from './message.ts'
import { typedText } from './typed-text.ts'

/** Words for a note that a clinician writes again and again: typed as a dot and the first letters of the name. */
export const Snippet = z.strictObject({
  name: typedText('field-snippet-name', 20).refine(
    (name) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(name),
    toIssue(tell('snippet-name-letters')),
  ),
  /** of the sheets it is for: a note prints as it was typed */
  language: Language,
  text: typedText('field-snippet-text', 600, 'many lines').refine(
    (text) => text !== '',
    toIssue(tell('snippet-text-missing')),
  ),
})
export type Snippet = z.output<typeof Snippet>

/** Snippets that one clinic may keep. */
export const mostSnippets = 200

export const Snippets = z.array(Snippet).max(mostSnippets, toIssue(tell('snippets-too-many', { most: mostSnippets })))

const toKey = ({ name, language }: Pick<Snippet, 'name' | 'language'>) => `${language} ${toLetters(name)}`

/** Letters as they are compared: without case and accents. */
function toLetters(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The list with a snippet in place of `replaced`, and of the one of that name and language; by name. */
export function putSnippet(there: readonly Snippet[], snippet: Snippet, replaced: Snippet | null): Snippet[] {
  const others = there.filter((each) => each !== replaced && toKey(each) !== toKey(snippet))
  return [...others, snippet].toSorted((a, b) => (toLetters(a.name) < toLetters(b.name) ? -1 : 1))
}

/** What is being typed of a snippet's name: where its dot stands, and the snippets it may be. */
export type BegunSnippet = { readonly start: number; readonly found: readonly Snippet[] }

const shownAtMost = 6
// A dot that begins a word: one that ends a sentence has a letter before it.
const begun = /(?:^|\s)([.。]([\p{L}\p{N}][\p{L}\p{M}\p{N}-]*))$/u

/** The snippets whose name begins as what stands before the caret after a dot; null where none does. */
export function findSnippets(
  note: string,
  caret: number,
  snippets: readonly Snippet[],
  language: Language,
): BegunSnippet | null {
  const [, dotted = '', letters = ''] = begun.exec(note.slice(Math.max(0, caret - 24), caret)) ?? []
  if (letters === '') return null
  const found = snippets.filter(
    (each) => each.language === language && toLetters(each.name).startsWith(toLetters(letters)),
  )
  return found.length === 0 ? null : { start: caret - dotted.length, found: found.slice(0, shownAtMost) }
}

/** The version of the file below. A change that an older CareSheet would misread gets a new one. */
export const snippetFileVersion = 1

/** A file of snippets, as one clinic gives it to another. */
export const SnippetFile = z.strictObject({
  format: z.literal('caresheet-snippets'),
  version: z.literal(snippetFileVersion),
  snippets: Snippets,
})
export type SnippetFile = z.output<typeof SnippetFile>

const Versioned = z.object({ format: z.literal('caresheet-snippets'), version: z.int() })

/** The snippets of a file that may hold anything. @throws AppError bad-input: none of ours, or of a newer CareSheet */
export function parseSnippetFile(value: unknown): Snippet[] {
  const versioned = Versioned.safeParse(value)
  if (versioned.success && versioned.data.version > snippetFileVersion)
    throw new AppError('bad-input', tell('snippet-file-newer'))
  const file = SnippetFile.safeParse(value)
  if (!file.success) throw new AppError('bad-input', tell('snippet-file-other'))
  return file.data.snippets
}

/** Snippets of a file that join those that are there, and why the others do not. */
export type JoinedSnippets = { readonly snippets: readonly Snippet[]; readonly leftOut: readonly Message[] }

/** Adds the snippets of a file to those that are there: no name twice in one language. */
export function joinSnippets(there: readonly Snippet[], given: readonly Snippet[]): JoinedSnippets {
  let snippets: readonly Snippet[] = there
  const leftOut: Message[] = []
  for (const snippet of given) {
    const { name } = snippet
    if (snippets.some((each) => toKey(each) === toKey(snippet))) leftOut.push(tell('snippet-there', { name }))
    else if (snippets.length >= mostSnippets) leftOut.push(tell('snippet-no-room', { name, most: mostSnippets }))
    else snippets = putSnippet(snippets, snippet, null)
  }
  return { snippets, leftOut }
}
