import { listSlots } from '../domain/fill-slots.ts'
import { Topic } from '../domain/topic.ts'
import { listTexts } from './list-texts.ts'
import type { Finding, Path } from './read-yaml.ts'

const itemSlots = ['medicines', 'phone', 'retestDate']

/** Texts that may have `**bold**`: only there does the sheet know it. */
const boldSections = new Set(['items', 'redFlags'])

const isIn = (sections: ReadonlySet<string>, path: Path) => sections.has(String(path[0]))

/** The slots of a sentence on a next test that is late: each must stand in it. */
export function listLateSlots(id: string): readonly string[] {
  return id === 'weeks' ? ['causes', 'weeks'] : ['causes']
}

/** The safety rules that look for names to stop, and so can name them. */
export function listNamingRules({ safety }: Pick<Topic, 'safety'>): string[] {
  return safety.rules.flatMap(({ id, when }) => (when.flat().some((each) => 'stopsName' in each) ? [id] : []))
}

/** Whether a safety rule can name medicines; where the rules cannot be read, each is taken to. */
function makeNamingTest(topic: unknown): (rule: string) => boolean {
  const parsed = Topic.pick({ safety: true }).strip().safeParse(topic)
  if (!parsed.success) return () => true
  const naming = new Set(listNamingRules(parsed.data))
  return (rule) => naming.has(rule)
}

/**
 * Slots nobody fills, and bold marks that are not closed or that would be printed as they are.
 * @param topic the topic's file as read
 * @param words the words' file as read: what its schema does not take hides nothing here
 */
export function checkMarks(topic: unknown, words: unknown): Finding[] {
  const canName = makeNamingTest(topic)
  const listAllowed = ([section, id]: Path): readonly string[] => {
    if (section === 'items') return itemSlots
    if (section === 'resultAnchor') return ['at']
    if (section === 'lateRetest') return listLateSlots(String(id))
    return section === 'safetyRules' && canName(String(id)) ? ['medicines'] : []
  }
  return listTexts(words).flatMap(({ path, text }): Finding[] => {
    const allowed = listAllowed(path)
    const marks = text.split('**').length - 1
    return [
      ...listSlots(text)
        .filter((slot) => !allowed.includes(slot))
        .map((slot) => ({ path, message: `Nothing fills the slot {${slot}} here.` })),
      ...(marks % 2 === 0 ? [] : [{ path, message: 'A ** has no partner.' }]),
      ...(marks > 0 && !isIn(boldSections, path) ? [{ path, message: 'Bold marks ** cannot stand here.' }] : []),
    ]
  })
}
