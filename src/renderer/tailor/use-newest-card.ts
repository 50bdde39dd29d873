import { useEffect, useRef, type RefObject } from 'react'

/**
 * Brings the card of a cause into sight when it is ticked; the focus stays where it was.
 * @param pane what scrolls, with each card marked by `data-cause`
 * @param ticked in the order of ticking
 */
export function useNewestCard(pane: RefObject<HTMLElement | null>, ticked: readonly string[]): void {
  const before = useRef(ticked.length)
  useEffect(() => {
    const newest = ticked.at(-1)
    if (ticked.length > before.current && newest !== undefined) {
      const card = pane.current?.querySelector<HTMLElement>(`[data-cause="${CSS.escape(newest)}"]`)
      if (card) pane.current?.scrollTo({ top: card.offsetTop - 10 })
    }
    before.current = ticked.length
  }, [pane, ticked])
}
