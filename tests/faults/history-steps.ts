import { makePdf } from './make-pdf.ts'

/** One thing a clinic does to its history, and to which sheet. */
export type Step = { readonly what: 'kept' | 'done' | 'removed' | 'purged'; readonly number: number }

/** The first day whose sheets a purge leaves. */
export const firstDay = '2026-11-01'

/** On which day a sheet was given: every fourth is old enough to go with the next purge. */
export const dayOf = (number: number) => (isOld(number) ? '2026-10-20' : '2026-11-22')

const isOld = (number: number) => number % 4 === 1

/** The PDF of a sheet, small enough for hundreds of histories. */
export const makeKeptPdf = (number: number) => makePdf(number, 12_000)

/** What a clinic does, one thing after another, without end. */
export function* listSteps(first: number): Generator<Step> {
  for (let number = first; ; number += 1) {
    yield { what: 'kept', number }
    if (number % 3 === 0) yield { what: 'done', number }
    if (number % 5 === 4 && !isOld(number - 1)) yield { what: 'removed', number: number - 1 }
    if (number % 7 === 6) yield { what: 'purged', number }
  }
}

/** How a sheet stands in a history; it is not there, or not there any more, where a map has none. */
export type Standing = 'kept' | 'done'

/** Which sheets there are after so many steps. */
export function standAfter(first: number, steps: number): ReadonlyMap<number, Standing> {
  const standing = new Map<number, Standing>()
  let taken = 0
  for (const { what, number } of listSteps(first)) {
    if (taken === steps) break
    taken += 1
    if (what === 'kept' || what === 'done') standing.set(number, what)
    else if (what === 'removed') standing.delete(number)
    else for (const each of standing.keys()) if (isOld(each)) standing.delete(each)
  }
  return standing
}
