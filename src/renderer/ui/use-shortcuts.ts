import { useEffect, useEffectEvent } from 'react'

/** What a key does, by key: "1", or "mod+p" for Ctrl+P (Cmd+P on a Mac). */
export type Shortcuts = Readonly<Record<string, () => void>>

/** Whether typing goes into the element, so that plain keys belong to it. */
export function isTextEntry(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return element.type !== 'checkbox'
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}

function nameKey(event: KeyboardEvent): string | null {
  if (event.altKey || event.shiftKey || event.isComposing) return null
  return event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key
}

/** Listens for keys in the whole window while `isActive`; plain keys are left to text fields. */
export function useShortcuts(shortcuts: Shortcuts, isActive: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = nameKey(event)
    const act = name === null || !Object.hasOwn(shortcuts, name) ? undefined : shortcuts[name]
    if (!act || name === null || (!name.startsWith('mod+') && isTextEntry(document.activeElement))) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!isActive) return undefined
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isActive])
}
