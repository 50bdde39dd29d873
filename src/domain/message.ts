import { z } from 'zod'
import { messages } from './messages.ts'

type Key = keyof typeof messages

/** The id of a sentence; those that are chosen by a count have one id for all of them. */
export type MessageId = Key extends infer K ? (K extends `${infer Id}_${'one' | 'other'}` ? Id : K) : never

/** The messages that are the name of a field, to begin a sentence with. */
export type FieldName = Extract<MessageId, `field-${string}`>

/** The same by language (BCP 47), as the content says it; English where a language is missing. */
export type Said = Readonly<Record<string, string>>

/** What stands in a sentence: text, a number, a part with its own id, words of the content, or a list of parts. */
export type MessageValue = string | number | Said | Message | readonly (string | Message)[]

/**
 * A sentence for the clinician, before it is in any language: the window writes it in its own, the command line in English.
 * A value named `clause` is a sentence that goes on after a colon, so it begins with a small letter.
 */
export type Message = { readonly id: MessageId; readonly values: Readonly<Record<string, MessageValue>> }

type SlotsOf<T extends string> = T extends `${string}{{${infer Slot}}}${infer Rest}` ? Slot | SlotsOf<Rest> : never
type Sentence<I extends MessageId> = (typeof messages)[Extract<Key, I | `${I}_one` | `${I}_other`>]
type ValuesOf<I extends MessageId> = SlotsOf<Sentence<I>> | (I extends Key ? never : 'count') extends infer Slot extends
  string
  ? Readonly<Record<Slot, MessageValue>>
  : never

/** A sentence with its values; the compiler asks for each value it needs. */
export function tell<I extends MessageId>(
  id: I,
  ...[values]: [keyof ValuesOf<I>] extends [never] ? [] : [ValuesOf<I>]
): Message {
  return { id, values: values ?? {} }
}

/** `write`'s words for each value of a message, in `language`. */
export function resolveValues(
  { values }: Message,
  language: string,
  write: (part: Message) => string,
): Record<string, string | number> {
  const resolve = (value: MessageValue): string | number => {
    if (typeof value !== 'object') return value
    if (isList(value)) return value.map(resolve).join(language === 'zh-CN' ? '、' : ', ')
    if (isMessage(value)) return write(value)
    return value[language] ?? value.en ?? Object.values(value)[0] ?? ''
  }
  const resolved = Object.entries(values).map(([slot, value]): [string, string | number] => {
    const words = resolve(value)
    return [slot, slot === 'clause' && typeof words === 'string' ? startSmall(words) : words]
  })
  return Object.fromEntries(resolved)
}

/** `Array.isArray` does not know read-only lists. */
function isList(value: MessageValue): value is readonly (string | Message)[] {
  return Array.isArray(value)
}

function isMessage(value: Said | Message): value is Message {
  return 'id' in value
}

/** With a small letter, but for a name such as CareSheet or PDF. */
function startSmall(sentence: string): string {
  return sentence.replace(/^\p{Lu}(?!\p{L}*\p{Lu})/u, (letter) => letter.toLowerCase())
}

/** The sentence in English, the language of the command line. */
export function writeEnglish(message: Message): string {
  const values = resolveValues(message, 'en', writeEnglish)
  const plural = `${message.id}_${values['count'] === 1 ? 'one' : 'other'}`
  const key = message.id in messages ? message.id : plural
  // the id is of the catalogue, alone or with its count
  const sentence: string = messages[key as Key]
  return sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_, slot: string) => String(values[slot] ?? '')).trimEnd()
}

const Value: z.ZodType<MessageValue> = z.lazy(() =>
  z.union([z.string(), z.number(), Message, z.record(z.string(), z.string()), z.array(z.union([z.string(), Message]))]),
)

/** A message that crosses from one process or thread to another. */
export const Message: z.ZodType<Message> = z.strictObject({
  // only ids of the catalogue are ever sent; an unknown one is shown as nothing
  id: z.custom<MessageId>((id) => typeof id === 'string'),
  values: z.record(z.string(), Value),
})

/** A message as zod can carry it, which knows only text: `readIssue` reads it back. */
export function toIssue(message: Message): string {
  return JSON.stringify(message)
}

/** What a zod issue says: one of our messages, or null for words of zod's own. */
export function readIssue(text: string): Message | null {
  if (!text.startsWith('{"id":')) return null
  return Message.safeParse(JSON.parse(text)).data ?? null
}
