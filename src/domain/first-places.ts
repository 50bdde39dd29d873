/** The first place of each different thing that a pattern finds in a text; capitals make no difference. */
export function findFirstPlaces(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const places = new Map<string, RegExpExecArray>()
  for (const place of text.matchAll(pattern)) {
    const found = place[0].toLowerCase()
    if (!places.has(found)) places.set(found, place)
  }
  return [...places.values()]
}
