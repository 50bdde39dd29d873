import type { Path } from './read-yaml.ts'

/** What stands under a key of a file as read; undefined where nothing does. */
export function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

/** The entries of a list of a file as read, each with its place; none where there is no such list. */
export function listEntries(root: unknown, ...path: Path): { readonly entry: unknown; readonly path: Path }[] {
  const list = path.reduce(step, root)
  return Array.isArray(list) ? list.map((entry: unknown, index) => ({ entry, path: [...path, index] })) : []
}
