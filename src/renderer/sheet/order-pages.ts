/** In which order the pages of a new sheet are drawn, from 1: those where the old ones are in sight, then the others. */
export type PageOrder = { readonly inSight: readonly number[]; readonly others: readonly number[] }

/** @param place holds the pages of the old sheet, if there is one, and scrolls within its `.preview-scroll` */
export function orderPages(place: HTMLElement, count: number): PageOrder {
  const frame = (place.closest('.preview-scroll') ?? place).getBoundingClientRect()
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const isInSight = (number: number) => {
    const box = place.children[number - 1]?.getBoundingClientRect()
    return box !== undefined && box.top < frame.bottom && box.bottom > frame.top
  }
  const seen = numbers.filter(isInSight)
  const inSight = seen.length === 0 ? numbers.slice(0, 1) : seen
  return { inSight, others: numbers.filter((number) => !inSight.includes(number)) }
}
