import { readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Node, YAMLError, YAMLWarning } from 'yaml'
import type { Problem } from '../domain/app-error.ts'

/** A place in a file: the keys and positions that lead to it. */
export type Path = readonly PropertyKey[]

/** Something wrong at a place in a file, before its line is known. */
export type Finding = { readonly path: Path; readonly message: string }

/** A YAML file as read: `path` is how people call it ("content/wording/en.yaml"). */
export type YamlFile = {
  readonly path: string
  readonly value: unknown
  /** the line of a place, or of the nearest place above it that exists */
  readonly findLine: (place: Path) => number
}

/** A problem with the file and line it stands on. */
export function problemAt(path: string, line: number, message: string): Problem {
  return { field: `${path}:${line}`, message: `${path}:${line} ${message}` }
}

/** Findings in a file, as problems with their lines. */
export function locate(file: YamlFile, findings: readonly Finding[]): Problem[] {
  return findings.map(({ path, message }) => problemAt(file.path, file.findLine(path), message))
}

/** How a file is called in problems: from its content folder on, with "/" on every system. */
export function nameFile(folder: string, file: string): string {
  return [basename(folder), ...relative(folder, file).split(sep)].join('/')
}

// Control characters, hidden marks, private use, broken characters: none can stand on paper.
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\ufffd]/u

function checkCharacters(path: string, text: string): Problem[] {
  return text
    .split(/\r?\n/u)
    .flatMap((line, index) => [
      ...(unprintable.test(line)
        ? [problemAt(path, index + 1, 'There is a hidden or broken character on this line.')]
        : []),
      ...(line === line.normalize('NFC')
        ? []
        : [problemAt(path, index + 1, 'An accent on this line is typed in 2 parts; type it again as 1 letter.')]),
    ])
}

function findOffset(root: Node | null, place: Path): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of place) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key))
      if (!pair) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(key)]
      if (!isNode(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}

function readText(path: string, file: string): { text?: string; problems: Problem[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
    return { text, problems: checkCharacters(path, text) }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return {
      problems: [problemAt(path, 1, missing ? 'This file is missing.' : 'This file cannot be read as UTF-8 text.')],
    }
  }
}

type ParsedYaml = Pick<YamlFile, 'findLine'> & {
  /** what could be read: a key written twice leaves the rest as it is, any other fault leaves nothing */
  readonly read?: { readonly value: unknown }
  readonly faults: readonly { readonly line: number; readonly message: string }[]
}

/** Texts parsed before: the same files are read again and again while content is checked and reported. */
const parsedBefore = new Map<string, ParsedYaml>()
const rememberedAtMost = 40

/** One slip, as a bracket that is not closed, makes a fault of nearly every line below it. */
const brokenToldAtMost = 3

/** The faults worth telling: each key written twice, and the first of those that break the file. */
function listFaults(faults: readonly (YAMLError | YAMLWarning)[], findLine: (offset: number) => number) {
  const isRepeat = ({ code }: YAMLError | YAMLWarning) => code === 'DUPLICATE_KEY'
  const broken = faults.filter((fault) => !isRepeat(fault))
  const told = [...faults.filter(isRepeat), ...broken.slice(0, brokenToldAtMost)]
  const located = told.map(({ pos, message }) => ({ line: findLine(pos[0]), message: `${message}.` }))
  const [next] = broken.slice(brokenToldAtMost)
  const more = broken.length - brokenToldAtMost
  return {
    isBroken: broken.length > 0,
    faults: next
      ? [...located, { line: findLine(next.pos[0]), message: `${more} more, which may come from the first.` }]
      : located,
  }
}

function parseYaml(text: string): ParsedYaml {
  const known = parsedBefore.get(text)
  if (known) return known
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const findLine = (offset: number) => lines.linePos(offset).line
  const { isBroken, faults } = listFaults([...document.errors, ...document.warnings], findLine)
  const parsed: ParsedYaml = {
    ...(isBroken ? {} : { read: { value: document.toJS() as unknown } }),
    findLine: (place) => findLine(findOffset(document.contents, place)),
    faults,
  }
  const [oldest] = parsedBefore.keys()
  if (oldest !== undefined && parsedBefore.size >= rememberedAtMost) parsedBefore.delete(oldest)
  parsedBefore.set(text, parsed)
  return parsed
}

/** Reads a YAML file of the content folder. The problems are about the YAML itself; without a `file` it says nothing else. */
export function readYaml(folder: string, ...parts: readonly string[]): { file?: YamlFile; problems: Problem[] } {
  const fullPath = join(folder, ...parts)
  const path = nameFile(folder, fullPath)
  const { text, problems } = readText(path, fullPath)
  if (text === undefined) return { problems }
  const { read, faults, findLine } = parseYaml(text)
  const located = faults.map((fault) => problemAt(path, fault.line, `This is not right in YAML: ${fault.message}`))
  return { ...(read && { file: { path, value: read.value, findLine } }), problems: [...problems, ...located] }
}
