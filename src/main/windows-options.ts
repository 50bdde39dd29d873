import { z } from 'zod'
import type { PrinterOptions } from '../ipc/printing.ts'
import type { RunProgram } from './run-program.ts'

/** Asks Windows for all printers at once, so that no name has to be put into a command. */
const question = [
  '[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)',
  'Add-Type -AssemblyName System.Drawing',
  '$all = @([System.Drawing.Printing.PrinterSettings]::InstalledPrinters | ForEach-Object {' +
    ' $one = New-Object System.Drawing.Printing.PrinterSettings; $one.PrinterName = $_;' +
    ' @{ name = $_; canDuplex = $one.CanDuplex; trays = @($one.PaperSources | ForEach-Object { $_.SourceName }) } })',
  'ConvertTo-Json -Depth 4 -InputObject $all',
].join('; ')

const Answer = z.array(z.object({ name: z.string(), canDuplex: z.boolean(), trays: z.array(z.string()) }))

const noOptions: PrinterOptions = { sides: [], trays: [] }

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a printer offers, in what Windows said of all of them; no choice where that makes no sense. */
export function parseWindowsOptions(said: string, printer: string): PrinterOptions {
  const found = Answer.safeParse(parseJson(said)).data?.find(({ name }) => name === printer)
  if (found === undefined) return noOptions
  // SumatraPDF takes its settings as one list with commas
  const names = [...new Set(found.trays)].filter((tray) => tray.trim() !== '' && !tray.includes(','))
  return {
    sides: found.canDuplex ? ['one-sided', 'long-edge', 'short-edge'] : [],
    trays: names.length > 1 ? names.map((name) => ({ id: name, name })) : [],
  }
}

/** Reads from Windows what a printer offers. */
export async function readWindowsOptions(run: RunProgram, printer: string): Promise<PrinterOptions> {
  const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', question])
  return parseWindowsOptions(stdout, printer)
}
