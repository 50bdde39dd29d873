import { useCallback, useState, type RefCallback } from 'react'

/** The inner width of the element that `watch` is the ref of, in CSS pixels, kept up to date; 0 until there is one. */
export function usePaneWidth(): { readonly width: number; readonly watch: RefCallback<HTMLElement> } {
  const [width, setWidth] = useState(0)
  const watch = useCallback((pane: HTMLElement) => {
    // The observer tells with the next frame, and a window out of sight has none.
    setWidth(Math.floor(pane.getBoundingClientRect().width))
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(pane)
    return () => observer.disconnect()
  }, [])
  return { width, watch }
}
