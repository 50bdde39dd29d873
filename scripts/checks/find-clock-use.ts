const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
const clockOrChance =
  /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])|(?<![.\w]|new )Date\(|\bMath\.random\b|\bperformance\.|\bcrypto\./g

/** The lines of a source text that ask for the time or for chance. A reading of the text: a lint rule for `new Date()` does not exist. */
export function findClockUse(source: string): number[] {
  const code = source.replace(comments, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  return [...code.matchAll(clockOrChance)].map(({ index }) => code.slice(0, index).split('\n').length)
}
