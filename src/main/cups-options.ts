import type { Sides } from '../domain/print-choice.ts'
import { PrinterOptions } from '../ipc/printing.ts'

/** What printers call the choice of a tray. */
const trayOptions = ['InputSlot', 'MediaSource']

/** What makers call two-sided printing; CUPS itself turns `sides` into the right one. */
const duplexOptions = ['Duplex', 'JCLDuplex', 'EFDuplex', 'EFDuplexing', 'ARDuplex', 'KD03Duplex']

const sidesOfWord: Readonly<Record<string, Sides>> = {
  None: 'one-sided',
  False: 'one-sided',
  Off: 'one-sided',
  Simplex: 'one-sided',
  DuplexNoTumble: 'long-edge',
  LongEdge: 'long-edge',
  DuplexTumble: 'short-edge',
  ShortEdge: 'short-edge',
}

/** The choices of an option in a line of `lpoptions -l`: "InputSlot/Paper Source: Auto *Tray1 Tray2". */
function findChoices(said: string, names: readonly string[]): { readonly option: string; readonly word: string }[] {
  for (const line of said.split('\n')) {
    const option = /^[^/:\s]+/.exec(line)?.[0] ?? ''
    if (!names.includes(option)) continue
    const words = line.slice(line.indexOf(':') + 1).split(/\s+/)
    return words.filter((word) => word !== '').map((word) => ({ option, word: word.replace(/^\*/, '') }))
  }
  return []
}

/** "ManualFeed" as "Manual Feed" and "Tray1" as "Tray 1": `lpoptions` gives names without spaces. */
function spaceName(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z0-9])|[_-]+/g, ' ')
}

/** What a printer offers, in what `lpoptions -l` said of it. Where there is one choice there is none. */
export function parseOptions(said: string): PrinterOptions {
  const sides = findChoices(said, duplexOptions).flatMap(({ word }) => sidesOfWord[word] ?? [])
  const trays = findChoices(said, trayOptions).map(({ option, word }) => ({
    id: `${option}=${word}`,
    name: spaceName(word),
  }))
  return PrinterOptions.parse({ sides: sides.length > 1 ? sides : [], trays: trays.length > 1 ? trays : [] })
}
