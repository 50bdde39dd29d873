import { useEffect, useRef, type RefObject } from 'react'

/** pixels between the head of the pane and the card beneath it */
const gap = 4

/**
 * Brings the card of a cause into sight when it is ticked; beneath the head of the pane, which stays; so does the focus.
 * @param pane what scrolls, with each card marked by `data-cause`
 * @param ticked in the order of ticking
 */
export function useNewestCard(pane: RefObject<HTMLElement | null>, ticked: readonly string[]): void {
  const before = useRef(ticked.length)
  useEffect(() => {
    const newest = ticked.at(-1)
    if (ticked.length > before.current && newest !== undefined) {
      const card = pane.current?.querySelector<HTMLElement>(`[data-cause="${CSS.escape(newest)}"]`)
      const head = pane.current?.querySelector<HTMLElement>('.pane-header')
      if (card) pane.current?.scrollTo({ top: card.offsetTop - (head?.offsetHeight ?? 0) - gap })
    }
    before.current = ticked.length
  }, [pane, ticked])
}
