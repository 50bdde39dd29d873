export const groups = ['static', 'build', 'unit', 'e2e'] as const

export type Group = (typeof groups)[number]

export type Choice = { chosen: ReadonlySet<Group>; extra: string[] }

/**
 * Reads `--only unit,e2e -- options of the runner`. Without --only everything is chosen, and an unknown word is an error:
 * a slip of the pen must not run nothing and look good.
 */
export function chooseGroups(options: readonly string[]): Choice {
  const end = options.includes('--') ? options.indexOf('--') : options.length
  const extra = options.slice(end + 1)
  const [flag, list, ...rest] = options.slice(0, end)
  const words = flag === undefined ? groups : (list ?? '').split(',')
  const isKnown = (word: string): word is Group => groups.includes(word as Group)
  if ((flag !== undefined && flag !== '--only') || rest.length > 0 || !words.every(isKnown)) {
    throw new Error(`Use: --only ${groups.join(',')} (one or more of them) [-- options of the runner]`)
  }
  if (extra.length > 0 && words.length > 1) throw new Error('Options of a runner need --only unit or --only e2e')
  return { chosen: new Set(words), extra }
}
