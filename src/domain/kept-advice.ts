import type { Selection } from './selection.ts'
import type { Topic } from './topic.ts'

/** Items that must stay on the sheet for what is ticked, each with the id of what keeps it, so that the window can say why. */
export function listKeptItems(
  { causes, everyday, safety }: Topic,
  told: Pick<Selection, 'causes'> & { readonly facts?: readonly string[] },
): ReadonlyMap<string, string> {
  const ticked = new Set([...told.causes.map(({ id }) => id), ...(told.facts ?? [])])
  const keeping = safety.kept.filter((kept) => [...kept.causes, ...kept.facts].some((id) => ticked.has(id)))
  const items = [...causes.flatMap((cause) => cause.items), ...everyday]
  return new Map(
    keeping.flatMap(({ id, says, items: kept }) =>
      items.flatMap((item): [string, string][] =>
        (says !== undefined && item.says === says) || kept.includes(item.id) ? [[item.id, id]] : [],
      ),
    ),
  )
}
