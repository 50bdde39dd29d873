import { createContext, useContext } from 'react'

/** Which key goes with a letter, as the computer's own programs write it: ⌘ on a Mac, Ctrl elsewhere. */
export type Keyboard = 'mac' | 'other'

/** @param platform what the browser calls the computer, such as "MacIntel" or "Linux x86_64" */
export function readKeyboard(platform: string): Keyboard {
  return platform.startsWith('Mac') ? 'mac' : 'other'
}

const caps: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }
const macCaps: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧' }
const otherCaps: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift' }

/**
 * Keys to be read on screen: "Ctrl P", or "⌘P" on a Mac.
 * @param keys as `useShortcuts` names them, such as "mod+p"
 */
export function writeKeys(keyboard: Keyboard, keys: string): string {
  const own = keyboard === 'mac' ? macCaps : otherCaps
  const written = keys.split('+').map((key) => own[key] ?? caps[key] ?? (key.length === 1 ? key.toUpperCase() : key))
  return written.join(keyboard === 'mac' ? '' : ' ')
}

/** Keys for screen readers, as `aria-keyshortcuts` has them: "Control+P", or "Meta+P" on a Mac. */
export function nameKeys(keyboard: Keyboard, keys: string): string {
  const names: Readonly<Record<string, string>> = { mod: keyboard === 'mac' ? 'Meta' : 'Control', shift: 'Shift' }
  const named = keys.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
  return named.join('+')
}

/** Where the edge of the window puts the keyboard. */
export const KeyboardContext = createContext<Keyboard>('other')

/** The keyboard of this computer. */
export function useKeyboard(): Keyboard {
  return useContext(KeyboardContext)
}
