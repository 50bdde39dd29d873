import { useEffect, useRef, type RefObject } from 'react'

/** pixels between the head of the pane and the card beneath it */
const gap = 4

/**
 * Brings the card of a cause into sight when it is ticked, beneath the head of the pane; the focus stays where it was.
 * @param pane what scrolls, with each card marked by `data-cause`
 * @param ticked in the order of ticking
 */
export function useNewestCard(pane: RefObject<HTMLElement | null>, ticked: readonly string[]): void {
  const before = useRef(ticked.length)
  useEffect(() => {
    const newest = ticked.at(-1)
    const isMore = ticked.length > before.current
    before.current = ticked.length
    if (!isMore || newest === undefined) return undefined
    // In the frame that shows it, which lays the window out anyway: to ask where it stands any sooner holds up the key.
    const frame = requestAnimationFrame(() => {
      const card = pane.current?.querySelector<HTMLElement>(`[data-cause="${CSS.escape(newest)}"]`)
      const head = pane.current?.querySelector<HTMLElement>('.pane-header')
      if (card) pane.current?.scrollTo({ top: card.offsetTop - (head?.offsetHeight ?? 0) - gap })
    })
    return () => cancelAnimationFrame(frame)
  }, [pane, ticked])
}
