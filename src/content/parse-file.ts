import type { Problem } from '../domain/app-error.ts'
import { readIssue, writeEnglish } from '../domain/message.ts'
import { step } from './read-place.ts'
import { locate, type Finding, type Path, type YamlFile } from './read-yaml.ts'

type Issue = {
  readonly code?: string
  readonly path: PropertyKey[]
  readonly message: string
  readonly keys?: string[]
}

/** What a zod schema does here. */
export type Schema<T> = {
  safeParse: (raw: unknown) => { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}

/** The id of the nearest entry around a place, so that a message can name it. */
function findOwner(root: unknown, path: Path): string {
  const ids = path.map((_, index) => step(path.slice(0, index).reduce(step, root), 'id'))
  const id = ids.findLast((each) => typeof each === 'string')
  return typeof id === 'string' ? ` in "${id}"` : ''
}

function explain(root: unknown, issue: Issue): Finding[] {
  const owner = findOwner(root, [...issue.path, ''])
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => ({ path: [...issue.path, key], message: `"${key}" is not known${owner}.` }))
  const told = readIssue(issue.message)
  const said = told === null ? issue.message : writeEnglish(told)
  const name = String(issue.path.at(-1) ?? 'the file')
  const missing = issue.path.reduce(step, root) === undefined && issue.path.length > 0
  return [
    {
      path: issue.path,
      message: missing ? `"${name}" is missing${owner}.` : `"${name}" is wrong${owner}: ${said}`,
    },
  ]
}

/** Reads a file by its schema: the value, or every problem with its line. */
export function parseFile<T>(file: YamlFile, schema: Schema<T>): { value?: T; problems: Problem[] } {
  const parsed = schema.safeParse(file.value)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return {
    problems: locate(
      file,
      parsed.error.issues.flatMap((issue) => explain(file.value, issue)),
    ),
  }
}
