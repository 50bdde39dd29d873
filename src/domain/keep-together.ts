/** A telephone number that is never parted at the end of a line. */
export function keepTogether(phone: string): string {
  return phone.replaceAll(' ', '\u00a0')
}

/** A text that someone typed, whose dots print wherever they stand: of ours, one is left out where it would end a line. */
export function keepDots(typed: string): string {
  return typed.replaceAll(' · ', ' ·\u00a0')
}
