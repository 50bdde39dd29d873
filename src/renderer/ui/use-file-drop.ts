import { useEffect, useEffectEvent } from 'react'

/** Keeps a file that is dropped on the window from opening in its place, and tells of it. */
export function useFileDrop(onDrop: () => void): void {
  const tell = useEffectEvent(onDrop)
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return // text may be moved within the window
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
      if (event.type === 'drop') tell()
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
