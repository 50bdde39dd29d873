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
