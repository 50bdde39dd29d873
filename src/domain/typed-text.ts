import { z } from 'zod'
import { tell, toIssue, type FieldName, type MessageValue } from './message.ts'

const hiddenCharacter = /[\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/u
// Line breaks are judged apart: a note may have them, a name may not.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const controlCharacter = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u

/**
 * Text a person typed that will stand on paper. It is refused rather than cleaned, so that nothing is dropped in silence;
 * only the line ends of pasted text are evened out, and the tabs of a note.
 * @param field the message that names the field, to start a sentence with
 * @param max longest length, in UTF-16 units
 * @param lines whether line breaks are allowed
 */
export function typedText(field: FieldName, max: number, lines: 'one line' | 'many lines' = 'one line') {
  const name: MessageValue = tell(field)
  return z
    .string(toIssue(tell('text-not-text', { name })))
    .transform((text) => text.replaceAll(/\r\n?/gu, '\n'))
    .transform((text) => (lines === 'many lines' ? text.replaceAll('\t', ' ') : text.trim()))
    .pipe(z.string().max(max, toIssue(tell('text-too-long', { name, max }))))
    .refine((text) => text.isWellFormed() && !text.includes('\ufffd'), toIssue(tell('text-broken', { name })))
    .refine(
      (text) => !controlCharacter.test(text) && (lines === 'many lines' || !text.includes('\n')),
      toIssue(tell('text-control', { name })),
    )
    .refine((text) => !bidiOverride.test(text), toIssue(tell('text-reversed', { name })))
    .refine((text) => bidiOverride.test(text) || !hiddenCharacter.test(text), toIssue(tell('text-hidden', { name })))
    .transform((text) => text.normalize('NFC').trim())
}
