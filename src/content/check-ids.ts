import { listEntries, step } from './read-place.ts'
import type { Finding, Path } from './read-yaml.ts'

type Listed = ReturnType<typeof listEntries>

/** The lists whose ids must differ, and what an entry is called. */
const lists: readonly { readonly kind: string; readonly path: Path }[] = [
  { kind: 'cause', path: ['causes'] },
  { kind: 'red flag', path: ['redFlags'] },
  { kind: 'medicine', path: ['medicines'] },
  { kind: 'merge rule', path: ['mergeRules'] },
  { kind: 'question', path: ['teachBack'] },
  { kind: 'result band', path: ['resultBands'] },
  { kind: 'result', path: ['analytes'] },
  { kind: 'group', path: ['groups'] },
  { kind: 'safety fact', path: ['safety', 'facts'] },
  { kind: 'blood test', path: ['safety', 'labs'] },
  { kind: 'safety rule', path: ['safety', 'rules'] },
  { kind: 'kept advice', path: ['safety', 'kept'] },
]

/** All lines a clinician takes out by their id, so that one id is one line: of each cause, of every day, of preparation. */
function listLines(raw: unknown): Listed {
  const ofCauses = listEntries(raw, 'causes').flatMap(({ path }) => listEntries(raw, ...path, 'items'))
  return [...ofCauses, ...listEntries(raw, 'everyday'), ...listEntries(raw, 'preparation')]
}

function findRepeats(kind: string, listed: Listed): Finding[] {
  const seen = new Set<string>()
  return listed.flatMap(({ entry, path }): Finding[] => {
    const id = typeof entry === 'string' ? entry : step(entry, 'id')
    if (typeof id !== 'string') return []
    if (seen.has(id)) return [{ path, message: `The ${kind} id "${id}" is used twice.` }]
    seen.add(id)
    return []
  })
}

/** Ids used twice, in a topic's file as read: an entry without an id, or with another fault, hides none. */
export function checkIds(raw: unknown): Finding[] {
  return [
    ...lists.flatMap(({ kind, path }) => findRepeats(kind, listEntries(raw, ...path))),
    ...findRepeats('item', listLines(raw)),
  ]
}
