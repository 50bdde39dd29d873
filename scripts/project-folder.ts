import path from 'node:path'

/** The root of the project, so that every command works from any folder. */
export const projectFolder = path.resolve(import.meta.dirname, '..')
