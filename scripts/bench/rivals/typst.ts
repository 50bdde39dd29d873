import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadPackage } from '../load-package.ts'
import { toPlainSheet } from '../plain-sheet.ts'
import type { Rival } from '../rival.ts'

type Compiler = {
  readonly pdf: (
    source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> },
    options: { readonly pdfStandard: string },
  ) => Uint8Array
  readonly evictCache: (age: number) => void
}
/** What is used of the package. */
type Typst = {
  readonly NodeCompiler: {
    readonly create: (options: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[]
    }) => Compiler
  }
}

const template = path.join(import.meta.dirname, 'sheet.typ')
// What Typst advises for a program that stays open. Kept for ever, its memory grows by a gigabyte a round.
const cacheAge = 30

/** Typst, compiled into Node: it keeps what it laid out before and writes PDF/UA-1, as we do. */
export const typst: Rival = {
  name: 'Typst',
  isSlow: false,
  open: async (fonts) => {
    // Of the package that only loads this one, not all parts are in the registry.
    const loaded = loadPackage('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
    const { NodeCompiler } = loaded as Typst // reason: its public API
    const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fonts] }] })
    const mainFileContent = readFileSync(template, 'utf8')
    return {
      draw: async ({ sheet }) => {
        const inputs = { sheet: JSON.stringify(toPlainSheet(sheet)) }
        const pdf = compiler.pdf({ mainFileContent, inputs }, { pdfStandard: 'ua-1' })
        compiler.evictCache(cacheAge)
        return pdf
      },
      close: async () => {},
    }
  },
}
