import { tell, type Message } from '../domain/message.ts'

/**
 * What a printer may report (IPP's printer-state-reasons, RFC 8011, 5.4.12), and what to do about it. The first that fits
 * is told: the trouble before what follows from it.
 */
const troubles: readonly (readonly [reason: RegExp, sentence: Message])[] = [
  [/^media-(?:empty|needed)/, tell('trouble-paper')],
  [/^media-jam/, tell('trouble-jam')],
  [/^(?:door|cover|interlock)-open/, tell('trouble-cover')],
  [/^(?:toner|marker-supply)-empty/, tell('trouble-toner')],
  [/^(?:marker-waste|output-(?:area|tray))-.*full/, tell('trouble-full')],
  [/^(?:input|output)-tray-missing/, tell('trouble-tray')],
  [/^(?:offline|connecting-to-device|timed-out|shutdown)/, tell('trouble-offline')],
  [/^(?:paused|stopped|moving-to-paused)/, tell('trouble-stopped')],
]

/** What CUPS itself says of a printer it cannot reach, without a reason of the list: so do its socket and lpd backends. */
const unreachable = /may not exist or is unavailable|not responding|unable to locate|unreachable|is not connected/i

/**
 * What keeps a printer from printing, as a sentence; null when it reported nothing of the kind.
 * @param said its own message, where it has one
 */
export function findTrouble(reasons: readonly string[], said: string): Message | null {
  const grave = [...reasons.filter((reason) => !reason.endsWith('-warning')), unreachable.test(said) ? 'offline' : '']
  return troubles.find(([pattern]) => grave.some((reason) => pattern.test(reason)))?.[1] ?? null
}
