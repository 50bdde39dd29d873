import { AppError } from '../domain/app-error.ts'
import type { FaceName, Fonts } from './load-fonts.ts'

const faces: readonly FaceName[] = ['main-regular', 'chinese-regular']

/** A text someone typed: `field` is its path in the form, `name` what the form calls it. */
export type TypedText = { readonly field: string; readonly name?: string; readonly text: string }

/** The characters no font of ours can draw, each once, in the order they come. Line breaks are not drawn. */
export function listUnprintable(text: string, fonts: Fonts): string[] {
  const characters = new Set(text.normalize('NFC'))
  characters.delete('\n')
  return [...characters].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return !faces.some((face) => fonts.hasGlyph(face, codePoint))
  })
}

/** A character as a person can find it: itself, or its number where nothing would show. */
function nameCharacter(character: string): string {
  const hidden = /[\p{C}\p{Z}\p{M}]/u.test(character)
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return hidden ? `U+${number} (which does not show)` : `"${character}"`
}

/** "patientName" and "medicinesToStop.0" in words, for a field that came without a name. */
function nameField(field: string): string {
  const last = field.split('.').findLast((part) => !/^\d*$/u.test(part)) ?? ''
  const words = last.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** One sentence about what cannot be printed, begun with the name of the field if it has one. */
export function sayUnprintable(characters: readonly string[], name: string): string {
  const many = characters.length > 1
  const list = characters.slice(0, 5).map(nameCharacter).join(', ')
  const subject = many ? `the characters ${list} cannot be printed` : `the character ${list} cannot be printed`
  const sentence = `${subject}. Please leave ${many ? 'them' : 'it'} out.`
  return name === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${name}: ${sentence}`
}

/**
 * Makes sure every character that was typed can be drawn, so that no box or blank stands where a letter should.
 * @throws AppError unprintable-text, with a problem for each field that has such a character
 */
export function checkPrintable(texts: readonly TypedText[], fonts: Fonts): void {
  const problems = texts.flatMap(({ field, name, text }) => {
    const characters = listUnprintable(text, fonts)
    return characters.length === 0 ? [] : [{ field, message: sayUnprintable(characters, name ?? nameField(field)) }]
  })
  if (problems.length > 0) throw new AppError('unprintable-text', problems)
}
