import { describe, expect, test } from 'vitest'
import { nameKeys, readKeyboard, writeKeys } from '../../src/renderer/ui/keyboard.ts'

describe('keys are written as on the computer they are pressed on', () => {
  test.each([
    ['MacIntel', 'mod+p', '⌘P', 'Meta+P'],
    ['MacIntel', 'mod+shift+z', '⌘⇧Z', 'Meta+Shift+Z'],
    ['Win32', 'mod+p', 'Ctrl P', 'Control+P'],
    ['Linux x86_64', 'mod+shift+z', 'Ctrl Shift Z', 'Control+Shift+Z'],
    ['', 'F1', 'F1', 'F1'],
    ['Win32', 'Escape', 'Esc', 'Escape'],
  ])('%j: %s', (platform, keys, written, named) => {
    const keyboard = readKeyboard(platform)
    expect([writeKeys(keyboard, keys), nameKeys(keyboard, keys)]).toEqual([written, named])
  })
})
