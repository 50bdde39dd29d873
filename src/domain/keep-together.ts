/** A telephone number that is never parted at the end of a line. */
export function keepTogether(phone: string): string {
  return phone.replaceAll(' ', '\u00a0')
}
