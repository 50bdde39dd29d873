import { createContext, useContext } from 'react'

/** Which key goes with a letter, as the computer's own programs write it: ⌘ on a Mac, Ctrl elsewhere. */
export type Keyboard = 'mac' | 'other'

/** @param platform what the browser calls the computer, such as "MacIntel" or "Linux x86_64" */
export function readKeyboard(platform: string): Keyboard {
  return platform.startsWith('Mac') ? 'mac' : 'other'
}

/** A shortcut to be read on screen: "Ctrl P", or "⌘P" on a Mac. */
export function writeShortcut(keyboard: Keyboard, letter: string): string {
  return keyboard === 'mac' ? `⌘${letter}` : `Ctrl ${letter}`
}

/** A shortcut for screen readers, as `aria-keyshortcuts` has it. */
export function nameShortcut(keyboard: Keyboard, letter: string): string {
  return `${keyboard === 'mac' ? 'Meta' : 'Control'}+${letter}`
}

/** Where the edge of the window puts the keyboard. */
export const KeyboardContext = createContext<Keyboard>('other')

/** The keyboard of this computer. */
export function useKeyboard(): Keyboard {
  return useContext(KeyboardContext)
}
