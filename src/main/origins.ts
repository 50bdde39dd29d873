/** The window's own origin; nothing else is ever loaded, asked or answered. */
export const appOrigin = 'app://ui'

/**
 * The origin of the development server, when there is one. A production build has no such branch:
 * `import.meta.env.DEV` is false there and the bundler drops the rest.
 */
export function readDevelopmentOrigin(): string | null {
  if (import.meta.env.DEV && process.env['ELECTRON_RENDERER_URL'])
    return new URL(process.env['ELECTRON_RENDERER_URL']).origin
  return null
}
