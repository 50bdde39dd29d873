/** A text as a pattern that finds just that text: what is a sign to a regular expression is taken by its letter. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}
