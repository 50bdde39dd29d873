/** Text as it stands on a page, with the height of its line. */
export type Written = { readonly text: string; readonly y: number }

const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
/** A break within a word, or a gap that is there already. */
const goesOn = /\S[-/–]$|\s$/u

/** What stands between two pieces of one paragraph: a space where a new line begins, but none in Chinese or within a word. */
export function findGap(before: Written | undefined, after: Written | undefined): '' | ' ' {
  if (before === undefined || after === undefined || before.y === after.y) return ''
  if (goesOn.test(before.text) || /^\s/u.test(after.text)) return ''
  return chinese.test(before.text.at(-1) ?? '') || chinese.test(after.text.at(0) ?? '') ? '' : ' '
}

/** The lines of a paragraph as one text. */
export function joinLines(pieces: readonly Written[]): string {
  return pieces.map((piece, index) => findGap(pieces[index - 1], piece) + piece.text).join('')
}
