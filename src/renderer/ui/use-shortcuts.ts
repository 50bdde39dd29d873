import { useEffect, useEffectEvent, useLayoutEffect } from 'react'

/** What a key does, by key: "1", "F1", or "mod+p" for Ctrl+P (Cmd+P on a Mac), or "mod+shift+z". */
export type Shortcuts = Readonly<Record<string, () => void>>

/** What a plain key belongs to: text, parts of a date, a calendar, and lists that are searched by typing, open or closed. */
const typed =
  'input:not([type="checkbox"]), textarea, [role="spinbutton"], [role="dialog"], [role="listbox"], [aria-haspopup="listbox"]'

/** Whether typing goes into the element, so that plain keys belong to it. One that was just hidden has the focus for a frame yet. */
export function isTextEntry(element: Element | null): boolean {
  return element !== null && element.closest('[hidden]') === null && element.closest(typed) !== null
}

function nameKey(event: KeyboardEvent): string | null {
  if (event.altKey || event.isComposing) return null
  const hasMod = event.ctrlKey || event.metaKey
  if (event.shiftKey && !hasMod) return /^F\d+$/u.test(event.key) ? `shift+${event.key}` : null
  return hasMod ? `mod+${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}` : event.key
}

/** Whether a dialog stands over the window: its keys are its own. */
function isModal(): boolean {
  return document.querySelector('.dialog-ground') !== null
}

/** Listens for keys in the whole window while `isActive`; letters and digits are left to text fields. */
export function useShortcuts(shortcuts: Shortcuts, isActive: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = nameKey(event)
    const act = name === null || !Object.hasOwn(shortcuts, name) ? undefined : shortcuts[name]
    if (!act || name === null || isModal() || (name.length === 1 && isTextEntry(document.activeElement))) return
    event.preventDefault()
    act()
  })
  // With the view itself: an effect after it is drawn would miss the key that follows the one which brought it.
  useLayoutEffect(() => {
    if (!isActive) return undefined
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isActive])
}

/** Keys that are pressed before what they are for is there: the last of them is pressed again once it is. */
export function useEarlyKeys(names: readonly string[], isThere: boolean): void {
  const isWanted = useEffectEvent((event: KeyboardEvent) => names.includes(nameKey(event) ?? ''))
  useEffect(() => {
    if (isThere) return undefined
    let early: KeyboardEvent | null = null
    const keep = (event: KeyboardEvent) => {
      if (!isWanted(event)) return
      event.preventDefault()
      early = event
    }
    window.addEventListener('keydown', keep)
    return () => {
      window.removeEventListener('keydown', keep)
      // Behind the listeners of what came.
      setTimeout(() => early !== null && window.dispatchEvent(new KeyboardEvent('keydown', early)))
    }
  }, [isThere])
}
