import type { Cause, Topic } from '../domain/topic.ts'

/** A cause with its place in the whole list, from 1: the number key that ticks it, up to 9. */
export type NumberedCause = { readonly cause: Cause; readonly number: number }

/** Causes that stand together under one name, or a single cause with `group` null. */
export type CauseGroup = { readonly group: string | null; readonly causes: readonly NumberedCause[] }

/** The causes in the topic's order; neighbours of the same group stand together. */
export function groupCauses(topic: Pick<Topic, 'causes'>): CauseGroup[] {
  return topic.causes.reduce<CauseGroup[]>((groups, cause, index) => {
    const numbered = { cause, number: index + 1 }
    const last = groups.at(-1)
    if (cause.group === undefined || last?.group !== cause.group)
      return [...groups, { group: cause.group ?? null, causes: [numbered] }]
    return [...groups.slice(0, -1), { group: last.group, causes: [...last.causes, numbered] }]
  }, [])
}

/** The code to show beside a cause: its first ICD one. */
export function findIcdCode(cause: Pick<Cause, 'codes'>): string | null {
  return cause.codes.find(({ system }) => system === 'ICD-10' || system === 'ICD-10-CM')?.code ?? null
}
