import { writeEnglish } from '../../src/domain/message.ts'
import type { PrintState } from '../../src/ipc/printing.ts'

/** A state with its message, if it has one, as the English sentence. */
export function sayState(state: PrintState | null | undefined) {
  return state && 'message' in state ? { ...state, message: writeEnglish(state.message) } : state
}
