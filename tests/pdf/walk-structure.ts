import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { ReadPdf } from '../read-pdf.ts'

const Kid = z.union([z.number(), z.string(), z.object({ '/MCID': z.number(), '/Pg': z.string().optional() })])
const Value = z.object({
  '/S': z.string().optional(),
  '/Lang': z.string().optional(),
  '/Pg': z.string().optional(),
  '/K': z.union([Kid, z.array(Kid)]).optional(),
  '/StructTreeRoot': z.string().optional(),
})
const File = z.object({ qpdf: z.tuple([z.unknown(), z.record(z.string(), z.unknown())]) })

/** An element that holds words, with the language it is in: its own, or that of what it is in; '' for the document's. */
export type Spoken = { readonly role: string; readonly language: string; readonly words: string }

/** The objects of a file by their reference, "12 0 R", as qpdf lists them. */
function listObjects(pdf: Uint8Array): ReadonlyMap<string, z.output<typeof Value>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caresheet-structure-'))
  try {
    const file = path.join(folder, 'sheet.pdf')
    writeFileSync(file, pdf)
    const listed = execFileSync('qpdf', ['--json', '--json-key=qpdf', file], { maxBuffer: 2 ** 28, encoding: 'utf8' })
    const objects = Object.entries(File.parse(JSON.parse(listed)).qpdf[1])
    return new Map(
      objects.flatMap(([name, about]) => {
        const { data } = z.object({ value: Value }).safeParse(about)
        return data ? [[name.replace('obj:', ''), data.value] as const] : []
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the elements of the tree hold, as "page mark" with the reference of the page: "12 0 R 3". */
export function listHeldMarks(pdf: Uint8Array): string[] {
  return [...listObjects(pdf).values()].flatMap((element) => {
    if (element['/S'] === undefined) return []
    return [element['/K'] ?? []].flat().flatMap((kid) => {
      if (typeof kid === 'string') return []
      return typeof kid === 'number' ? `${element['/Pg']} ${kid}` : `${kid['/Pg']} ${kid['/MCID']}`
    })
  })
}

/** What a screen reader follows from the first page to the last, an element that goes over two pages once. */
export function walkStructure(pdf: Uint8Array, read: ReadPdf): Spoken[] {
  const objects = listObjects(pdf)
  const walk = (reference: string, inherited: string): Spoken[] => {
    const element = objects.get(reference)
    if (!element) return []
    const language = element['/Lang']?.replace(/^u:/u, '') ?? inherited
    const kids = [element['/K'] ?? []].flat()
    const said = kids.flatMap((kid) => {
      if (typeof kid === 'string') return []
      const [mark, page] =
        typeof kid === 'number' ? [kid, element['/Pg']] : [kid['/MCID'], kid['/Pg'] ?? element['/Pg']]
      return read.pages.find((each) => each.reference === page)?.marked.get(mark) ?? ''
    })
    const own = said.length === 0 ? [] : [{ role: element['/S'] ?? '', language, words: said.join(' ').trim() }]
    return [...own, ...kids.flatMap((kid) => (typeof kid === 'string' ? walk(kid, language) : []))]
  }
  const root = [...objects.values()].find((each) => each['/StructTreeRoot'] !== undefined)?.['/StructTreeRoot'] ?? ''
  return walk(root, '')
}
