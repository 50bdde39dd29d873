import type { Library, LibraryTopic } from './library.ts'
import type { Selection } from './selection.ts'
import { AppError, toProblem, type Problem } from './app-error.ts'
import { checkSafety, describeFinding, type SafetyFinding } from './check-safety.ts'
import { tell, type Message } from './message.ts'
import { sayInEach } from './say-in-each.ts'

/** Fewer letters than this explain nothing; a Chinese character says as much as two. */
export const shortestReason = 8

/** Whether what was typed can be a reason: dots, digits and spaces explain nothing. */
export function isReason(typed: string): boolean {
  const letters = typed.match(/\p{L}/gu) ?? []
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter))
  return letters.length + han.length >= shortestReason && new Set(letters).size > 2
}

/** The stops that no typed reason answers: all of them without a reason, else those that came after it. */
export function listUnanswered(
  findings: readonly SafetyFinding[],
  { overrideReason, overridden }: { readonly overrideReason: string; readonly overridden: readonly string[] },
): SafetyFinding[] {
  const answered = isReason(overrideReason) ? overridden : []
  return findings.filter(({ id, level }) => level === 'stop' && !answered.includes(id))
}

function findEntry({ topics }: Library, selection: Selection): LibraryTopic | undefined {
  return topics.find(({ topic }) => topic.id === selection.topic)
}

function sayFinding(entry: LibraryTopic, finding: SafetyFinding): Message {
  const said = { finding: sayInEach(entry.words, (words) => describeFinding(finding, words)) }
  return finding.level === 'stop' ? tell('safety-stop', said) : tell('safety-warn', said)
}

/** The selection with its reason standing for every stop there is: for who sees them all at once, on the command line. */
export function answerAllStops(library: Library, selection: Selection): Selection {
  const entry = findEntry(library, selection)
  return { ...selection, overridden: entry ? checkSafety(entry.topic, selection).map(({ id }) => id) : [] }
}

/** The stops that no typed reason answers, a sentence each. */
export function listStops(library: Library, selection: Selection): Problem[] {
  const entry = findEntry(library, selection)
  if (entry === undefined) return []
  const stops = listUnanswered(checkSafety(entry.topic, selection), selection)
  return stops.map((stop) => toProblem('overrideReason', sayFinding(entry, stop)))
}

/**
 * Lets nothing leave on paper that must not stand alone, unless the clinician typed why. The preview is not refused.
 * A topic that is not there is left to `composeSheet`, which refuses it.
 * @throws AppError unsafe-alone with the sentence of each stop
 */
export function refuseUnsafe(library: Library, selection: Selection): void {
  const stops = listStops(library, selection)
  if (stops.length > 0) throw new AppError('unsafe-alone', stops)
}

/** What the rules say of this selection, a sentence each: stops, then warnings. */
export function describeFindings(library: Library, selection: Selection): Message[] {
  const entry = findEntry(library, selection)
  return entry ? checkSafety(entry.topic, selection).map((finding) => sayFinding(entry, finding)) : []
}
