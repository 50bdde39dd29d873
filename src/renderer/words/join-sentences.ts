/** Puts sentences one after the other; after a full-width mark, which brings its own space, there is none. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce(
    (said, next) => `${said}${said === '' || /[。！？；：”）]$/u.test(said) ? '' : ' '}${next}`,
    '',
  )
}
