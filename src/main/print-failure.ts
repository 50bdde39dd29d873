import { AppError } from '../domain/app-error.ts'

const saveInstead = 'save the PDF and print it from your PDF reader'

/** For a printer that refused. @param reason what the print system said, a sentence or less */
export function refuseToPrint(printer: string, reason: string): AppError {
  const said = reason.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '')
  return new AppError(
    'printing-failed',
    `The sheet was not printed on ${printer}: ${said}. Please check the printer, or ${saveInstead}.`,
  )
}

/** For a print system that says nothing at all. */
export function reportNoAnswer(): AppError {
  return new AppError(
    'printing-failed',
    `The print system of this computer did not answer. Please check it, or ${saveInstead}.`,
  )
}
