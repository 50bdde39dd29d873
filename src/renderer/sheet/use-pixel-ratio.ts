import { useSyncExternalStore } from 'react'

function listen(onChange: () => void): () => void {
  const stop = new AbortController()
  const watch = () => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    const change = () => {
      onChange()
      watch()
    }
    query.addEventListener('change', change, { once: true, signal: stop.signal })
  }
  watch()
  return () => stop.abort()
}

/** The screen's pixels to a CSS pixel, kept up to date: a window is zoomed, or taken to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(listen, () => window.devicePixelRatio)
}
