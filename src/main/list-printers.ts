import type { RunProgram } from './run-program.ts'

export type Printer = { readonly name: string; readonly isDefault: boolean }

/** The printers in what `lpstat -e` and `lpstat -d` said, the default first. */
export function parsePrinters(names: string, defaultLine: string): Printer[] {
  const preferred = /^system default destination: (\S+)/m.exec(defaultLine)?.[1]
  const printers = names
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((name) => ({ name, isDefault: name === preferred }))
  return printers.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

/** The printers of this computer; none where there is no CUPS, as on Windows. */
export async function listPrinters(run: RunProgram): Promise<Printer[]> {
  const [names, preferred] = await Promise.all([run('lpstat', ['-e']), run('lpstat', ['-d'])])
  return parsePrinters(names.stdout, preferred.stdout)
}
