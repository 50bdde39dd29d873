const longerThanShown = /(?<=^.{40}).+$/u

/** Words found in a note, short enough to be recognised by: a long sentence by its first 40 characters. */
export function shortenFound(found: string): string {
  const line = found.replaceAll(/\s+/gu, ' ')
  const shown = line.replace(longerThanShown, '')
  return shown === line ? line : `${shown.trimEnd()}…`
}
