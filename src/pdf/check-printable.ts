import { AppError, toProblem } from '../domain/app-error.ts'
import { tell, type FieldName, type Message } from '../domain/message.ts'
import { findFace, listClusters, listLacking } from './find-face.ts'
import type { Fonts } from './load-fonts.ts'

/** A text someone typed: `field` is its path in the form, `name` what it is called. */
export type TypedText = { readonly field: string; readonly name: FieldName; readonly text: string }

/**
 * The characters no font of ours can draw, and the marks none has upon the letter they stand on, each once, in the order they
 * come. Line breaks are not drawn.
 */
export function listUnprintable(text: string, fonts: Fonts): string[] {
  const found = text
    .normalize('NFC')
    .split('\n')
    .flatMap(listClusters)
    .filter((cluster) => findFace(cluster, 'regular', 'en', fonts) === undefined)
    .flatMap((cluster) => listLacking(cluster, fonts))
  return [...new Set(found)]
}

/** A character as a person can find it: itself, or its number where nothing would show. */
function nameCharacter(character: string): string | Message {
  const hidden = /[\p{C}\p{Z}\p{M}]/u.test(character)
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return hidden ? tell('character-hidden', { number: `U+${number}` }) : `"${character}"`
}

/** One sentence about what cannot be printed, begun with the name of the field if it has one. */
export function sayUnprintable(unprintable: readonly string[], name: FieldName | null): Message {
  const count = unprintable.length
  const characters = unprintable.slice(0, 5).map(nameCharacter)
  return name === null
    ? tell('unprintable', { count, characters })
    : tell('text-unprintable', { name: tell(name), count, characters })
}

/**
 * Makes sure every character that was typed can be drawn, so that no box or blank stands where a letter should.
 * @throws AppError unprintable-text, with a problem for each field that has such a character
 */
export function checkPrintable(texts: readonly TypedText[], fonts: Fonts): void {
  const problems = texts.flatMap(({ field, name, text }) => {
    const characters = listUnprintable(text, fonts)
    return characters.length === 0 ? [] : [toProblem(field, sayUnprintable(characters, name))]
  })
  if (problems.length > 0) throw new AppError('unprintable-text', problems)
}
