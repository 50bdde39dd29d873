import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Problem } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { Glossary } from '../domain/glossary.ts'
import { Language } from '../domain/ids.ts'
import { NoteRules } from '../domain/note-rules.ts'
import { Regions, type Region } from '../domain/region.ts'
import type { Translation } from '../domain/outdated.ts'
import { Topic, TopicWords } from '../domain/topic.ts'
import { Wording } from '../domain/wording.ts'
import { checkTerms } from './check-glossary.ts'
import { checkMadeFrom } from './check-made-from.ts'
import { checkTopic } from './check-topic.ts'
import { checkMarks } from './check-marks.ts'
import { checkWords } from './check-words.ts'
import { checkWording } from './check-wording.ts'
import { parseFile, type Schema } from './parse-file.ts'
import { step } from './read-place.ts'
import { locate, nameFile, problemAt, readYaml, type Finding, type YamlFile } from './read-yaml.ts'

/** A file as read, and its content as checked. */
export type Loaded<T> = { readonly file: YamlFile; readonly value: T }
export type LoadedTopic = Loaded<Topic> & { readonly words: readonly Loaded<TopicWords>[] }
/** Whatever could be read, and every problem on the way. With no problems, it is everything there is. */
export type LoadedContent = {
  readonly topics: readonly LoadedTopic[]
  /** words whose topic could not be read: they are judged all the same */
  readonly strays: readonly Loaded<TopicWords>[]
  readonly wording: readonly Loaded<Wording>[]
  readonly glossary: readonly Loaded<Glossary>[]
  readonly regions: readonly Region[]
  readonly noteRules: readonly Loaded<NoteRules>[]
  readonly problems: readonly Problem[]
}

/** The names in a folder in a fixed order, hidden ones left out; none when there is no such folder. */
function listFolder(path: string, kind: 'folders' | 'files'): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && entry.isDirectory() === (kind === 'folders'))
      .map((entry) => entry.name)
      .toSorted((a, b) => (a < b ? -1 : 1))
  } catch {
    return []
  }
}

/** How a kind of file is judged: by its schema, and as read, so that a fault of its shape hides nothing. */
type Kind<T> = { readonly schema: Schema<T>; readonly checkRead?: (raw: unknown) => Finding[] }

function load<T>(
  folder: string,
  parts: readonly string[],
  { schema, checkRead }: Kind<T>,
  problems: Problem[],
  adapt = (file: YamlFile) => file,
): Loaded<T> | undefined {
  const read = readYaml(folder, ...parts)
  problems.push(...read.problems)
  if (!read.file) return undefined
  const file = adapt(read.file)
  const parsed = parseFile(file, schema)
  problems.push(...parsed.problems, ...locate(file, checkRead?.(file.value) ?? []))
  return parsed.value === undefined ? undefined : { file, value: parsed.value }
}

/** A file of the language in its name, whatever language it says; another one is a problem, and hides nothing else. */
function setLanguage(file: YamlFile, name: string, language: Language, problems: Problem[]): YamlFile {
  const said = step(file.value, 'language')
  if (typeof said !== 'string' || said === language) return file
  const message = `This file is called ${name}, and its language is "${said}".`
  problems.push(...locate(file, [{ path: ['language'], message }]))
  return { ...file, value: { ...Object(file.value), language } }
}

/** Every `<language>.yaml` of a folder; a file with another name, or that holds another language, is a problem. */
export function loadByLanguage<T extends { language: Language }>(
  folder: string,
  parts: readonly string[],
  kind: Kind<T>,
  problems: Problem[],
  ignored?: string,
): Loaded<T>[] {
  return listFolder(join(folder, ...parts), 'files').flatMap((name) => {
    if (name === ignored) return []
    const language = Language.safeParse(name.replace(/\.yaml$/u, ''))
    if (!name.endsWith('.yaml') || !language.success) {
      const path = nameFile(folder, join(folder, ...parts, name))
      problems.push(
        problemAt(path, 1, `This file is not known here. Languages are ${Language.options.join(', ')}, as in en.yaml.`),
      )
      return []
    }
    const adapt = (file: YamlFile) => setLanguage(file, name, language.data, problems)
    return load(folder, [...parts, name], kind, problems, adapt) ?? []
  })
}

/** What translations are made from. */
export function findEnglish<T extends { language: Language }>(loaded: readonly Loaded<T>[]): T | undefined {
  return loaded.find(({ value }) => value.language === 'en')?.value
}

function loadTopic(
  folder: string,
  id: string,
  today: IsoDate | undefined,
  problems: Problem[],
): LoadedTopic | Pick<LoadedTopic, 'words'> {
  const parts = ['topics', id]
  const read = readYaml(folder, ...parts, 'topic.yaml')
  problems.push(...read.problems)
  const checkRead = (raw: unknown) => checkMarks(read.file?.value, raw)
  const words = loadByLanguage(folder, parts, { schema: TopicWords, checkRead }, problems, 'topic.yaml')
  const english = findEnglish(words)
  for (const { file, value } of words)
    problems.push(...locate(file, [...checkWords(read.file?.value, value), ...checkMadeFrom(english, value)]))
  const { file } = read
  if (!file) return { words }
  const parsed = parseFile(file, Topic)
  problems.push(...parsed.problems, ...locate(file, checkTopic(file.value, today)))
  const { value } = parsed
  if (value === undefined) return { words }
  if (value.id !== id)
    problems.push(
      ...locate(file, [{ path: ['id'], message: `The topic "${value.id}" is in a folder called "${id}".` }]),
    )
  if (words.length === 0)
    problems.push(...locate(file, [{ path: ['id'], message: `The topic "${value.id}" has no words in any language.` }]))
  return { file, value, words }
}

/**
 * Reads all of a content folder and keeps going, so that every problem is found at once.
 * @param today the day to judge reviews by; without it, a late review is let through
 */
export function loadContent(folder: string, today?: IsoDate): LoadedContent {
  const problems: Problem[] = []
  const ids = listFolder(join(folder, 'topics'), 'folders')
  const read = ids.map((id) => loadTopic(folder, id, today, problems))
  const topics = read.flatMap((topic) => ('value' in topic ? [topic] : []))
  const strays = read.flatMap((topic) => ('value' in topic ? [] : topic.words))
  const wording = loadByLanguage(folder, ['wording'], { schema: Wording, checkRead: checkWording }, problems)
  const glossary = loadByLanguage(folder, ['glossary'], { schema: Glossary }, problems)
  const noteRules = loadByLanguage(folder, ['note-rules'], { schema: NoteRules }, problems)
  for (const shared of [wording, glossary]) {
    const english = findEnglish<Translation>(shared)
    for (const { file, value } of shared) problems.push(...locate(file, checkMadeFrom(english, value)))
  }

  for (const { file, value } of glossary) problems.push(...locate(file, checkTerms(findEnglish(glossary), value)))

  const spoken = listFolder(join(folder, 'wording'), 'files')
  for (const { file, value } of topics.flatMap((topic) => topic.words))
    if (!spoken.includes(`${value.language}.yaml`))
      problems.push(
        ...locate(file, [{ path: ['language'], message: `There is no wording for the language "${value.language}".` }]),
      )
  if (topics.length === 0 && problems.length === 0)
    problems.push(problemAt(`${basename(folder)}/topics`, 1, 'There are no topics here.'))
  const regions =
    ids.length === 0 ? undefined : load(folder, ['regions.yaml'], { schema: Regions }, problems)?.value.regions
  return { topics, strays, wording, glossary, regions: regions ?? [], noteRules, problems }
}
