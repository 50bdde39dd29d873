import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { hasDisplay } from './missing-programs.ts'

/** A screen for the windows, and the variables that lead programs to it. */
export type Display = { variables: Readonly<Record<string, string>>; stop: () => void }

/**
 * The screen of this machine or, where there is none, an invisible one of our own that ends with this process.
 * Started directly because xvfb-run leaves its server behind when it is killed.
 */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { variables: {}, stop: () => {} }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl+C reaches the whole group: the screen must outlast the app that draws on it
  })
  const stop = (): void => void server.kill()
  process.on('exit', stop)
  const number = await new Promise<string>((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`Xvfb could not start (exit code ${code})`)))
    ;(server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(data.toString().trim()))
  })
  server.removeAllListeners('exit')
  return { variables: { DISPLAY: `:${number}` }, stop }
}
