import type { FirstReplies } from './clinic-api.ts'

/** What no window can begin without, asked for before the rest of its program is run: the answers come meanwhile. */
export const firstReplies: FirstReplies = {
  'library.open': window.clinic['library.open']({}),
  'settings.read': window.clinic['settings.read']({}),
}
