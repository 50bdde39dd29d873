import { z } from 'zod'

const hiddenCharacter = /[\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/u
// Line breaks are judged apart: a note may have them, a name may not.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const controlCharacter = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u

/**
 * Text a person typed that will stand on paper. It is refused rather than cleaned, so that nothing is dropped in silence;
 * only the line ends of pasted text are evened out, and the tabs of a note.
 * @param name how the field is called on screen, used to start the message
 * @param max longest length, in UTF-16 units
 * @param lines whether line breaks are allowed
 */
export function typedText(name: string, max: number, lines: 'one line' | 'many lines' = 'one line') {
  return z
    .string(`${name}: this must be text.`)
    .transform((text) => text.replaceAll(/\r\n?/gu, '\n'))
    .transform((text) => (lines === 'many lines' ? text.replaceAll('\t', ' ') : text.trim()))
    .pipe(z.string().max(max, `${name}: please keep it to ${max} characters or fewer.`))
    .refine(
      (text) => text.isWellFormed() && !text.includes('\ufffd'),
      `${name}: this contains a broken character. Please type it again.`,
    )
    .refine(
      (text) => !controlCharacter.test(text) && (lines === 'many lines' || !text.includes('\n')),
      `${name}: this contains hidden control characters or line breaks. Please type it again.`,
    )
    .refine(
      (text) => !bidiOverride.test(text),
      `${name}: this contains hidden marks that reverse the reading direction. Please type it again.`,
    )
    .refine(
      (text) => bidiOverride.test(text) || !hiddenCharacter.test(text),
      `${name}: this contains hidden characters. Please type it again.`,
    )
    .transform((text) => text.normalize('NFC').trim())
}
