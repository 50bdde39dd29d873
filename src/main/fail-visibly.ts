import { app, dialog } from 'electron'
import { logFailure } from './log-failure.ts'

/** Ends the app with a sentence; Electron's own box would show the text of the error, and that may hold a patient's name. */
export function stopWithMessage(error: unknown): void {
  logFailure('CareSheet', error)
  dialog.showErrorBox(
    'CareSheet has to close',
    'Something went wrong inside CareSheet. Please start it again. If that does not help, install it again.',
  )
  app.exit(1)
}

/** Sees to it that nothing unforeseen is shown or logged as it is. */
export function failVisibly(): void {
  process.on('uncaughtException', stopWithMessage)
  process.on('unhandledRejection', (error) => logFailure('a task', error))
}
