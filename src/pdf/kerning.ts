/** How much nearer two letters stand than their widths say, in font units, by the two letters. */
export type Kerning = ReadonlyMap<string, number>

export const noKerning: Kerning = new Map()

/**
 * Reads what the build measured: a line a pair, such as "AV -40".
 * @throws Error naming the line that is not so
 */
export function parseKerning(text: string): Kerning {
  return new Map(
    text.split('\n').map((line) => {
      const [, pair, units] = /^(\S\S) (-?\d+)$/u.exec(line) ?? []
      if (pair === undefined) throw new Error(`a line of its kerning is "${line}"`)
      return [pair, Number(units)]
    }),
  )
}

/** A table of pairs, found by the numbers of the two characters: it is asked for every letter of a sheet. */
export function indexKerning(kerning: Kerning): (first: number, second: number) => number {
  const number = (letters: Iterable<string>) => {
    const numbers = new Uint16Array(0x1_00_00)
    let count = 0
    for (const letter of letters) {
      const at = letter.charCodeAt(0)
      if (numbers[at] === 0) numbers[at] = count += 1
    }
    return { numbers, count }
  }
  const pairs = [...kerning].map(([pair, units]) => ({ first: pair.charAt(0), second: pair.charAt(1), units }))
  const firsts = number(pairs.map(({ first }) => first))
  const seconds = number(pairs.map(({ second }) => second))
  const wide = seconds.count + 1
  const table = new Int16Array((firsts.count + 1) * wide)
  const find = (first: number, second: number) => (firsts.numbers[first] ?? 0) * wide + (seconds.numbers[second] ?? 0)
  for (const { first, second, units } of pairs) table[find(first.charCodeAt(0), second.charCodeAt(0))] = units
  return (first, second) => table[find(first, second)] ?? 0
}
