import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the CUPS that the test run started; null where none could be. Nobody's own printers are used. */
export const cupsFolder = process.env['CARESHEET_TEST_CUPS'] ?? null

// What runs a printer stands in a folder that not every account looks in.
const systemPath = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

/** How a test printer behaves; `empty` and `slow` last until it behaves otherwise. */
type Mode = 'works' | 'empty' | 'slow' | 'broken' | 'gives-up'

/** Makes a printer of a name no other test uses; `device` in place of one that keeps what arrives. */
export function addPrinter(name: string, device?: string) {
  const folder = cupsFolder ?? ''
  const place = join(folder, 'printers', name)
  const run = (program: string, ...options: string[]) =>
    execFileSync(program, options, { stdio: 'pipe', env: { ...process.env, PATH: systemPath } })
  const settings = ['-o', 'printer-error-policy=abort-job', '-o', 'printer-is-shared=false']
  run('lpadmin', '-p', name, '-v', device ?? `paper:${place}`, '-P', join(folder, 'printer.ppd'), ...settings, '-E')
  const readArrived = (job: number, what: string) =>
    existsSync(`${place}-${job}.${what}`) ? readFileSync(`${place}-${job}.${what}`) : null
  return {
    name,
    behave: (mode: Mode) => writeFileSync(`${place}.mode`, mode),
    disable: () => run('cupsdisable', '-r', 'Being mended', name),
    enable: () => run('cupsenable', name),
    reject: () => run('cupsreject', name),
    remove: () => run('lpadmin', '-x', name),
    /** the file that came out, and the options it came with; null before anything did */
    readPdf: (job: number) => readArrived(job, 'pdf'),
    readOptions: (job: number) => readArrived(job, 'options')?.toString().trim().split(' ') ?? [],
    readTitle: (job: number) => readArrived(job, 'title')?.toString().trim(),
  }
}
