/**
 * What a printer may report (IPP's printer-state-reasons, RFC 8011, 5.4.12), and what to do about it. The first that fits
 * is told: the trouble before what follows from it.
 */
const troubles: readonly (readonly [reason: RegExp, sentence: string])[] = [
  [/^media-(?:empty|needed)/, 'It is out of paper. Please fill the tray.'],
  [/^media-jam/, 'Paper is stuck in it. Please clear the jam.'],
  [/^(?:door|cover|interlock)-open/, 'A cover is open. Please close it.'],
  [/^(?:toner|marker-supply)-empty/, 'It is out of toner or ink. Please replace it.'],
  [/^(?:marker-waste|output-(?:area|tray))-.*full/, 'A tray or container is full. Please empty it.'],
  [/^(?:input|output)-tray-missing/, 'A tray is missing. Please put it in.'],
  [
    /^(?:offline|connecting-to-device|timed-out|shutdown)/,
    'It does not answer. Please check that it is on and connected.',
  ],
  [
    /^(?:paused|stopped|moving-to-paused)/,
    'It is stopped. Please start it again in the printer settings of this computer.',
  ],
]

/** What CUPS itself says of a printer it cannot reach, without a reason of the list: so do its socket and lpd backends. */
const unreachable = /may not exist or is unavailable|not responding|unable to locate|unreachable|is not connected/i

/**
 * What keeps a printer from printing, as a sentence; null when it reported nothing of the kind.
 * @param said its own message, where it has one
 */
export function findTrouble(reasons: readonly string[], said: string): string | null {
  const grave = [...reasons.filter((reason) => !reason.endsWith('-warning')), unreachable.test(said) ? 'offline' : '']
  return troubles.find(([pattern]) => grave.some((reason) => pattern.test(reason)))?.[1] ?? null
}
