/** Keys as `useShortcuts` names them, what they do, and where. The window's overlay shows them, and a test presses each. */
export function listShortcuts() {
  return [
    {
      group: 'visit',
      shortcuts: [
        { does: 'tick', keys: ['1…9'] },
        { does: 'print', keys: ['mod+p'] },
        { does: 'save', keys: ['mod+s'] },
        { does: 'newPatient', keys: ['mod+n'] },
        { does: 'undo', keys: ['mod+z'] },
        { does: 'redo', keys: ['mod+y', 'mod+shift+z'] },
      ],
    },
    {
      group: 'find',
      shortcuts: [
        { does: 'search', keys: ['mod+k'] },
        { does: 'bundles', keys: ['mod+b'] },
        { does: 'sheet', keys: ['mod+1'] },
        { does: 'topics', keys: ['mod+2'] },
        { does: 'history', keys: ['mod+3'] },
        { does: 'settings', keys: ['mod+,'] },
      ],
    },
    {
      group: 'everywhere',
      shortcuts: [
        { does: 'next', keys: ['Tab'] },
        { does: 'before', keys: ['shift+Tab'] },
        { does: 'switch', keys: ['Space'] },
        { does: 'choose', keys: ['ArrowDown', 'Enter'] },
        { does: 'close', keys: ['Escape'] },
        { does: 'keys', keys: ['F1'] },
        { does: 'about', keys: ['shift+F1'] },
      ],
    },
  ] as const
}
