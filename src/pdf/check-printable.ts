import { AppError, toProblem } from '../domain/app-error.ts'
import { tell, type FieldName, type Message } from '../domain/message.ts'
import { findFace, isOvermarked, listClusters, listLacking } from './find-face.ts'
import type { Fonts } from './load-fonts.ts'

/** A text someone typed: `field` is its path in the form, `name` what it is called. */
export type TypedText = { readonly field: string; readonly name: FieldName; readonly text: string }

const cutClusters = (text: string): string[] => text.normalize('NFC').split('\n').flatMap(listClusters)

/**
 * The characters no font of ours can draw, and the marks none has upon the letter they stand on, each once, in the order they
 * come. Line breaks are not drawn.
 */
export function listUnprintable(text: string, fonts: Fonts): string[] {
  const found = cutClusters(text)
    .filter((cluster) => findFace(cluster, 'regular', 'en', fonts) === undefined)
    .flatMap((cluster) => listLacking(cluster, fonts))
  return [...new Set(found)]
}

/** The letters that bear more marks than can be printed, each once. */
function listOvermarked(text: string): string[] {
  const letters = cutClusters(text)
    .filter(isOvermarked)
    .map((cluster) => Array.from(cluster)[0] ?? '')
  return [...new Set(letters)]
}

/** A character as a person can find it: itself, or its number where nothing would show. */
function nameCharacter(character: string): string | Message {
  const hidden = /[\p{C}\p{Z}\p{M}]/u.test(character)
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return hidden ? tell('character-hidden', { number: `U+${number}` }) : `"${character}"`
}

const nameSome = (characters: readonly string[]) => characters.slice(0, 5).map(nameCharacter)

/** A sentence about each kind of what cannot be printed, begun with the name of the field if it has one. */
export function sayUnprintable(text: string, name: FieldName | null, fonts: Fonts): Message[] {
  const [lacking, overmarked] = [listUnprintable(text, fonts), listOvermarked(text)]
  const [count, characters] = [lacking.length, nameSome(lacking)]
  const letters = nameSome(overmarked)
  return [
    ...(count === 0
      ? []
      : [
          name === null
            ? tell('unprintable', { count, characters })
            : tell('text-unprintable', { name: tell(name), count, characters }),
        ]),
    ...(overmarked.length === 0
      ? []
      : [name === null ? tell('overmarked', { letters }) : tell('text-overmarked', { name: tell(name), letters })]),
  ]
}

/**
 * Makes sure every character that was typed can be drawn, so that no box or blank stands where a letter should, and no
 * pile of marks where another line does.
 * @throws AppError unprintable-text, with a problem for each field that has such a character
 */
export function checkPrintable(texts: readonly TypedText[], fonts: Fonts): void {
  const problems = texts.flatMap(({ field, name, text }) =>
    sayUnprintable(text, name, fonts).map((told) => toProblem(field, told)),
  )
  if (problems.length > 0) throw new AppError('unprintable-text', problems)
}
