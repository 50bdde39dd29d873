import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'

/** What a program said, on one line and without its full stop. */
export function tidyReason(said: string): string {
  return said.replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '')
}

/** For a printer that refused. @param reason what the print system said, a sentence or less, or our own words */
export function refuseToPrint(printer: string, reason: string | Message): AppError {
  const said = typeof reason === 'string' ? tidyReason(reason) : reason
  return new AppError('printing-failed', tell('print-refused', { printer, reason: said }))
}

/** For a print system that says nothing at all. */
export function reportNoAnswer(): AppError {
  return new AppError('printing-failed', tell('print-no-answer'))
}

/** For a printer that was taken away. */
export function reportVanished(printer: string): AppError {
  return new AppError('printing-failed', tell('printer-vanished', { printer }))
}
