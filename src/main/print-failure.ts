import { AppError } from '../domain/app-error.ts'

const saveInstead = 'save the PDF and print it from your PDF reader'

/** What a program said, on one line and without its full stop. */
export function tidyReason(said: string): string {
  return said.replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '')
}

/** For a printer that refused. @param reason what the print system said, a sentence or less */
export function refuseToPrint(printer: string, reason: string): AppError {
  return new AppError(
    'printing-failed',
    `The sheet was not printed on ${printer}: ${tidyReason(reason)}. Please check the printer, or ${saveInstead}.`,
  )
}

/** For a print system that says nothing at all. */
export function reportNoAnswer(): AppError {
  return new AppError(
    'printing-failed',
    `The print system of this computer did not answer. Please check it, or ${saveInstead}.`,
  )
}

/** For a printer that was taken away. */
export function reportVanished(printer: string): AppError {
  return new AppError('printing-failed', `The printer ${printer} is not there any more. Please choose another one.`)
}
