import { create } from 'zustand'

/**
 * The recovery code that was just made, until somebody says that it is on paper: it is shown this once, and another view must
 * not take it away. It is gone with the page, as with every lock, and that is told once the names are unlocked.
 */
export const useFreshCode = create<{ readonly code: string | null }>(() => ({ code: null }))
