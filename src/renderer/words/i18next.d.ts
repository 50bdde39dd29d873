import type { messages } from '../../domain/messages.ts'
import type { windowWords } from '../../words/en/window.ts'

// A key that is not in the catalogue does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'window'
    resources: { window: typeof windowWords; messages: typeof messages }
  }
}
