import { step } from './read-place.ts'
import type { Finding, Path } from './read-yaml.ts'

type Named = { readonly id: string; readonly path: Path }

/** Every source that something names, wherever a list called `sources` stands. */
function listNamed(value: unknown, path: Path): Named[] {
  if (typeof value !== 'object' || value === null) return []
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, child]: [string, unknown]): Named[] => {
    const at = [...path, isList ? Number(key) : key]
    if (key === 'sources' && Array.isArray(child))
      return child.flatMap((id: unknown, index) => (typeof id === 'string' ? [{ id, path: [...at, index] }] : []))
    return listNamed(child, at)
  })
}

/** Sources that are named and not there, or there and not named, in a topic's file as read: no other fault hides them. */
export function checkSources(raw: unknown): Finding[] {
  const sources = step(raw, 'sources')
  if (typeof sources !== 'object' || sources === null) return []
  const named = listNamed(raw, [])
  const used = new Set(named.map(({ id }) => id))
  return [
    ...named
      .filter(({ id }) => !Object.hasOwn(sources, id))
      .map(({ id, path }) => ({ path, message: `There is no source called "${id}".` })),
    ...Object.keys(sources)
      .filter((id) => !used.has(id))
      .map((id) => ({ path: ['sources', id], message: `The source "${id}" is used by nothing.` })),
  ]
}
