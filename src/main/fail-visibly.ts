import { app, dialog } from 'electron'
import { chooseWindowLanguage } from '../words/catalogue.ts'
import { catalogues } from '../words/catalogues.ts'
import { logFailure } from './log-failure.ts'

/** Ends the app with a sentence; Electron's own box would show the text of the error, and that may hold a patient's name. */
export function stopWithMessage(error: unknown): void {
  logFailure('CareSheet', error)
  // The settings may be what failed, so the computer's language it is.
  const words = catalogues[chooseWindowLanguage('system', app.getLocale())].window.dialog
  dialog.showErrorBox(words.hasToClose, words.hasToCloseWhy)
  app.exit(1)
}

/** Sees to it that nothing unforeseen is shown or logged as it is. */
export function failVisibly(): void {
  process.on('uncaughtException', stopWithMessage)
  process.on('unhandledRejection', (error) => logFailure('a task', error))
}
