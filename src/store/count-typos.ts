/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make the typed word the start of
 * another one: "hepatitsi" is one away from "hepatitis", and so is "hepa" from "heptane".
 * (Optimal string alignment distance, the least over all starts of `word`.)
 * @param most how many are worth knowing
 * @returns `most + 1` where there are more
 */
export function countTypos(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most)
  let [older, last]: [number[], number[]] = [[], Array.from({ length: width + 1 }, (_, column) => column)]
  for (let row = 1; row <= typed.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= width; column += 1) {
      const isSame = typed[row - 1] === word[column - 1]
      const cost = Math.min(
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      )
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      next.push(isSwapped ? Math.min(cost, (older[column - 2] ?? 0) + 1) : cost)
    }
    ;[older, last] = [last, next]
  }
  return Math.min(most + 1, ...last)
}
