import { create } from 'zustand'

/**
 * The recovery code of a history that was just switched on, until somebody says that it is written down: it is shown this
 * once, and another view must not take it away. It is gone with the window.
 */
export const useFreshCode = create<{ readonly code: string | null }>(() => ({ code: null }))
