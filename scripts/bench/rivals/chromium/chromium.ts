import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareElectron } from '../../../electron/prepare-electron.ts'
import { toPlainSheet } from '../../plain-sheet.ts'
import type { Rival } from '../../rival.ts'
import { writeBody, writeFooter, writePage } from './write-html.ts'

type Answer = { readonly given?: unknown; readonly error?: string }

/** Chromium in Electron: one warm hidden window, printed to a PDF again and again. */
export const chromium: Rival = {
  name: 'Chromium, printToPDF',
  isSlow: true,
  open: async (fonts) => {
    const electron = await prepareElectron()
    const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-bench-'))
    const options = [import.meta.dirname, ...electron.options, `--user-data-dir=${path.join(folder, 'data')}`]
    const child = spawn(electron.executable, options, {
      env: electron.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced', // bytes stay bytes
    })
    const ask = (name: 'open' | 'print' | 'measure', given?: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Error('Chromium ended before it answered.'))
        child.once('exit', fail)
        child.once('message', ({ given: answer, error }: Answer) => {
          child.off('exit', fail)
          if (error === undefined) resolve(answer)
          else reject(new Error(error))
        })
        child.send({ name, given })
      })

    const page = path.join(folder, 'page.html')
    writeFileSync(
      page,
      writePage((file) => pathToFileURL(path.join(fonts, file)).href),
    )
    await ask('open', { page })
    return {
      draw: async ({ sheet }) => {
        const plain = toPlainSheet(sheet)
        const { language, title } = plain
        const pdf = await ask('print', { language, title, body: writeBody(plain), footer: writeFooter(plain) })
        return pdf as Uint8Array // reason: what window.cjs answers
      },
      measureElsewhere: async () => Number(await ask('measure')),
      close: async () => {
        child.disconnect()
        await new Promise((resolve) => child.once('exit', resolve))
        electron.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}
