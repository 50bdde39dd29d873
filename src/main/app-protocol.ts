import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { appOrigin } from './origins.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The files of the window by their address. What is not a key does not exist, so no address can lead out of the folder. */
export type ServedFiles = ReadonlyMap<string, string>

/** Lists what is in `folder`, once, at start; they are served under the address `root`. */
export function listServedFiles(folder: string, root: string = appOrigin): ServedFiles {
  const addFolder = (inside: string, address: string): [string, string][] =>
    readdirSync(inside, { withFileTypes: true }).flatMap((entry) => {
      const path = join(inside, entry.name)
      const url = `${address}/${encodeURIComponent(entry.name)}`
      if (entry.isDirectory()) return addFolder(path, url)
      return entry.isFile() ? [[url, path] satisfies [string, string]] : []
    })
  return new Map(addFolder(folder, root))
}

/** The file behind a request, or null for anything that is not a plain GET of a listed address. */
export function findServedFile(files: ServedFiles, { method, url }: Pick<Request, 'method' | 'url'>): string | null {
  return method === 'GET' ? (files.get(url) ?? null) : null
}

/** Answers the requests of the window from `files`; everything else is 404. */
export function createAppHandler(files: ServedFiles): (request: Request) => Promise<Response> {
  const notFound = () => new Response(null, { status: 404 })
  return async (request) => {
    const path = findServedFile(files, request)
    if (path === null) return notFound()
    try {
      return new Response(await readFile(path), {
        headers: {
          'Content-Type': types[extname(path)] ?? 'application/octet-stream',
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return notFound()
    }
  }
}
