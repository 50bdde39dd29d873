import { readFileSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'

/** A JSON file named on the command line. @throws AppError bad-input when it cannot be opened or is no JSON */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not valid JSON' : 'it cannot be opened'
    throw new AppError('bad-input', `The file ${path} cannot be read: ${why}.`)
  }
}
