import type { Run, Text } from './sheet.ts'

/** Values by slot name; an empty one counts as missing. */
export type Slots = Readonly<Record<string, string>>

const slot = /\{([a-zA-Z]+)\}/gu

/** The names of the `{slots}` in a sentence of the content. */
export function listSlots(sentence: string): string[] {
  if (!sentence.includes('{')) return [] // most sentences, and patterns are slow
  return [...sentence.matchAll(slot)].flatMap((match) => match[1] ?? [])
}

/** A sentence of the content with its slots filled; null when a value is missing, for then it must not print. */
export function fillSlots(sentence: string, slots: Slots): string | null {
  const names = listSlots(sentence)
  if (names.length === 0) return sentence
  if (names.some((name) => !slots[name])) return null
  return sentence.replaceAll(slot, (_, name: string) => slots[name] ?? '')
}

/** A sentence with `**bold**` marks and slots as runs; the marks are read before typed text comes in. */
export function fillText(sentence: string, slots: Slots): Text | null {
  const runs: Run[] = []
  for (const [index, part] of sentence.split('**').entries()) {
    const text = fillSlots(part, slots)
    if (text === null) return null
    if (text !== '') runs.push(index % 2 === 1 ? { text, strong: true } : { text })
  }
  return runs
}

/** A sentence of the content for the screen: without its marks, and with an ellipsis where a value is missing. */
export function showText(sentence: string, slots: Slots = {}): string {
  return sentence.replaceAll('**', '').replaceAll(slot, (_, name: string) => slots[name] || '…')
}

/** For fixed wording, whose slots the composer always fills. */
export function say(sentence: string, slots: Slots = {}): string {
  return sentence.replaceAll(slot, (_, name: string) => slots[name] ?? '')
}
