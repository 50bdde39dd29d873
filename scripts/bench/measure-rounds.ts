import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Language } from '../../src/domain/ids.ts'
import { languages } from './mix.ts'
import type { BenchDocument, OpenRival, Rival } from './rival.ts'

/** One document drawn by one rival. */
export type Sample = {
  readonly rival: string
  readonly language: Language
  readonly round: number
  readonly milliseconds: number
  readonly bytes: number
}

export type OpenedRival = { readonly rival: Rival; readonly opened: OpenRival }

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}

/** From another one each time, and backwards every other time, so that nobody always follows the same. */
function takeTurns<T>(list: readonly T[], turn: number): T[] {
  const start = list.length === 0 ? 0 : Math.floor(turn / 2) % list.length
  const turned = [...list.slice(start), ...list.slice(0, start)]
  return turn % 2 === 0 ? turned : turned.toReversed()
}

async function time({ rival, opened }: OpenedRival, document: BenchDocument, round: number): Promise<Sample> {
  const start = performance.now()
  const pdf = await opened.draw(document)
  const milliseconds = performance.now() - start
  return { rival: rival.name, language: document.sheet.language, round, milliseconds, bytes: pdf.length }
}

/** Each document is drawn by all of them before the next is. */
async function draw(
  documents: readonly BenchDocument[],
  rivals: readonly OpenedRival[],
  round: number,
): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const [index, document] of documents.entries())
    // The languages take turns: the rivals must not do so in step with them.
    for (const each of takeTurns(rivals, Math.floor(index / languages.length) + round))
      samples.push(await time(each, document, round))
  return samples
}

/**
 * Draws every document of a round with every rival that takes part: the fast ones document by document, then the slow
 * ones. What these leave behind is cleared away, so that nobody else pays for it.
 */
export async function measureRound(
  documents: readonly BenchDocument[],
  rivals: readonly OpenedRival[],
  round: number,
): Promise<Sample[]> {
  const fast = rivals.filter(({ rival }) => !rival.isSlow)
  const slow = rivals.filter(({ rival }) => rival.isSlow)
  const samples = [...(await draw(documents, fast, round)), ...(await draw(documents, slow, round))]
  collectGarbage()
  return samples
}
