import { z } from 'zod'
import { AppError } from './app-error.ts'
import type { LoggedHandout } from './handout-log.ts'
import type { Library, LibraryTopic } from './library.ts'
import { tell, toIssue, type Message } from './message.ts'
import { Retest, Selection } from './selection.ts'
import { typedText } from './typed-text.ts'

/** When to test again, as far as it is the same for every patient: no day of the calendar. */
const BundleRetest = z.discriminatedUnion(
  'kind',
  [Retest.options[0], Retest.options[1], Retest.options[3]],
  toIssue(tell('bundle-file-other')),
)

/**
 * A Selection without the patient: no name, result, note, medicine taken, fact or day, and neither the language nor the size
 * of the letters, which are the patient's too.
 */
export const BundleChoices = Selection.pick({
  topic: true,
  causes: true,
  ordered: true,
  dropped: true,
  added: true,
  medicines: true,
  retestCard: true,
  depth: true,
}).extend({ retest: BundleRetest.default({ kind: 'usual' }) })
export type BundleChoices = z.output<typeof BundleChoices>

/** Choices that a clinic makes again and again, under a name of its own. The name is what tells one from another. */
export const Bundle = z.strictObject({
  name: typedText('field-bundle-name', 60).refine((name) => name !== '', toIssue(tell('bundle-name-missing'))),
  choices: BundleChoices,
})
export type Bundle = z.output<typeof Bundle>

/** Bundles that one clinic may keep. */
export const mostBundles = 200

export const Bundles = z.array(Bundle).max(mostBundles, toIssue(tell('bundles-too-many', { most: mostBundles })))

/** The version of the file below. A change that an older CareSheet would misread gets a new one. */
export const bundleFileVersion = 1

/** A file of bundles, as it is kept and as one clinic gives it to another. */
export const BundleFile = z.strictObject({
  format: z.literal('caresheet-bundles'),
  version: z.literal(bundleFileVersion),
  bundles: Bundles,
})
export type BundleFile = z.output<typeof BundleFile>

const Versioned = z.object({ format: z.literal('caresheet-bundles'), version: z.int() })

/** The bundles of a file that may hold anything. @throws AppError bad-input: none of ours, or of a newer CareSheet */
export function parseBundleFile(value: unknown): Bundle[] {
  const versioned = Versioned.safeParse(value)
  if (versioned.success && versioned.data.version > bundleFileVersion)
    throw new AppError('bad-input', tell('bundle-file-newer'))
  const file = BundleFile.safeParse(value)
  if (!file.success) throw new AppError('bad-input', tell('bundle-file-other'))
  return file.data.bundles
}

/** What a new sheet may begin with in place of one of the log: its topic and causes, beside languages and for whom. All else is asked anew. */
export function toNewChoices({ topic, causes }: Pick<LoggedHandout, 'topic' | 'causes'>): BundleChoices {
  return BundleChoices.parse({ topic, causes, ordered: true })
}

/** What of the choices this library does not have, counted, for nothing has words for it; the topic alone where that is missing. */
export function listUnknown({ topics }: Pick<Library, 'topics'>, choices: BundleChoices): Message[] {
  const entry = topics.find(({ topic }) => topic.id === choices.topic && topic.status !== 'retired')
  return entry === undefined ? [tell('unknown-topic')] : listUnknownIn(entry, choices)
}

function listUnknownIn({ topic }: LibraryTopic, { causes, dropped, added, medicines }: BundleChoices): Message[] {
  const items = [...topic.causes.flatMap((cause) => cause.items), ...topic.everyday, ...topic.preparation]
  const count = (ids: readonly string[], known: readonly { readonly id: string }[]) =>
    ids.filter((id) => !known.some((each) => each.id === id)).length
  const unknown = [
    {
      kind: 'unknown-causes',
      number: count(
        causes.map(({ id }) => id),
        topic.causes,
      ),
    },
    { kind: 'unknown-advice', number: count([...dropped, ...added], items) },
    { kind: 'unknown-medicines', number: count(medicines, topic.medicines) },
  ] as const
  return unknown.flatMap(({ kind, number }) => (number === 0 ? [] : [tell(kind, { number })]))
}

/** Bundles of a file that join those that are there, and why the others do not. */
export type Joined = { readonly bundles: readonly Bundle[]; readonly leftOut: readonly Message[] }

const toKey = (name: string) => name.toLocaleLowerCase('en')

/** Puts the bundles of a file behind those that are there: none that this library does not know, and no name twice. */
export function joinBundles(
  there: readonly Bundle[],
  given: readonly Bundle[],
  library: Pick<Library, 'topics'>,
): Joined {
  const names = new Set(there.map(({ name }) => toKey(name)))
  const taken: Bundle[] = []
  const leftOut: Message[] = []
  for (const bundle of given) {
    const { name, choices } = bundle
    const unknown = listUnknown(library, choices)
    if (unknown.length > 0) leftOut.push(tell('bundle-unknown', { name, unknown }))
    else if (names.has(toKey(name))) leftOut.push(tell('bundle-there', { name }))
    else if (there.length + taken.length >= mostBundles)
      leftOut.push(tell('bundle-no-room', { name, most: mostBundles }))
    else {
      names.add(toKey(name))
      taken.push(bundle)
    }
  }
  return { bundles: [...there, ...taken], leftOut }
}

/** The list with a bundle in first place, in place of the one of that name. */
export function putBundleFirst(bundles: readonly Bundle[], bundle: Bundle): Bundle[] {
  return [bundle, ...bundles.filter(({ name }) => toKey(name) !== toKey(bundle.name))]
}

/** Whether a bundle of this name is there. */
export function hasBundle(bundles: readonly Bundle[], name: string): boolean {
  return bundles.some((each) => toKey(each.name) === toKey(name.trim()))
}

/** The list with one bundle a place up (-1) or down (1); the same where there is no such place. */
export function moveBundle(bundles: readonly Bundle[], name: string, step: -1 | 1): Bundle[] {
  const from = bundles.findIndex((each) => each.name === name)
  const bundle = bundles[from]
  const to = from + step
  if (bundle === undefined || to < 0 || to >= bundles.length) return [...bundles]
  return bundles.toSpliced(from, 1).toSpliced(to, 0, bundle)
}
