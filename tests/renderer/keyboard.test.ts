import { describe, expect, test } from 'vitest'
import { nameShortcut, readKeyboard, writeShortcut } from '../../src/renderer/ui/keyboard.ts'

describe('a shortcut is written as on the computer it is pressed on', () => {
  test.each([
    ['MacIntel', '⌘P', 'Meta+P'],
    ['Win32', 'Ctrl P', 'Control+P'],
    ['Linux x86_64', 'Ctrl P', 'Control+P'],
    ['', 'Ctrl P', 'Control+P'],
  ])('%j', (platform, written, named) => {
    const keyboard = readKeyboard(platform)
    expect([writeShortcut(keyboard, 'P'), nameShortcut(keyboard, 'P')]).toEqual([written, named])
  })
})
