import { packQuickly } from './pack-quickly.ts'

/** An object of the file, known by its number. */
export type Reference = { readonly id: number }

/** How one object refers to another. */
export const pointTo = ({ id }: Reference): string => `${id} 0 R`

/** Writes objects that are text already. */
export type ObjectPacker = {
  readonly reserve: () => Reference
  /** `body` is what stands between its head and its end */
  readonly add: (ref: Reference, body: string) => void
}

/** The members of a pdfkit 0.20.2 document that write its objects. */
export type ObjectWriter = {
  /** what was written so far: the head of the file */
  readonly written: readonly Uint8Array[] | undefined
  readonly ref: (data: object) => Reference
  readonly _offset: number
  readonly _offsets: readonly unknown[]
  readonly _root: Reference
  readonly _info: Reference
  readonly _id: Uint8Array
  _write: (part: string | Uint8Array) => void
  _refEnd: (ref: Reference) => void
  _finalize: () => void
}

/** Where an object is: so many bytes from the start of the file, or at a place in the stream of packed objects. */
type Place = { readonly kind: 'byte'; readonly at: number } | { readonly kind: 'packed'; readonly at: number }

const toBytes = (text: string): Buffer => Buffer.from(text, 'latin1')

function writeStream(id: number, entries: string, content: Buffer): Buffer {
  const packed = packQuickly(content)
  const head = `${id} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`
  return Buffer.concat([toBytes(head), packed, toBytes('\nendstream\nendobj\n')])
}

function writeObjects(id: number, packed: readonly { readonly id: number; readonly body: string }[]): Buffer {
  let [index, bodies] = ['', '']
  for (const object of packed) {
    index += `${object.id} ${bodies.length} `
    bodies += object.body
  }
  return writeStream(id, `/Type /ObjStm /N ${packed.length} /First ${index.length}`, toBytes(index + bodies))
}

/** A row of the table for each object from 0 on: what kind of place, three bytes of it, and two that only some need. */
function writePlaces(places: readonly (Place | undefined)[], packedIn: number): Buffer {
  const table = Buffer.alloc(places.length * 6)
  places.forEach((place, id) => {
    const row = id * 6
    if (place === undefined) table.writeUInt16BE(0xff_ff, row + 4)
    else if (place.kind === 'byte') {
      table.writeUInt8(1, row)
      table.writeUIntBE(place.at, row + 1, 3)
    } else {
      table.writeUInt8(2, row)
      table.writeUIntBE(packedIn, row + 1, 3)
      table.writeUInt16BE(place.at, row + 4)
    }
  })
  return table
}

/**
 * Lets a document write its small objects into one compressed stream, and the table of all objects into another:
 * PDF 32000-1, 7.5.7 and 7.5.8. pdfkit writes each as plain text, which is a third of a sheet. `takeBytes` gives the file
 * once the document has ended.
 */
export function packObjects(doc: ObjectWriter): ObjectPacker & { readonly takeBytes: () => Uint8Array } {
  const { _refEnd: endReference } = doc
  const places: (Place | undefined)[] = [undefined]
  const packed: { id: number; body: string }[] = []
  const file: Uint8Array[] = [...(doc.written ?? [])]
  let end = doc._offset
  let parts: (string | Uint8Array)[] = []

  const append = (bytes: Uint8Array) => {
    file.push(bytes)
    end += bytes.length
  }
  const add = (ref: Reference, body: string) => {
    places[ref.id] = { kind: 'packed', at: packed.length }
    packed.push({ id: ref.id, body: `${body}\n` })
    endReference.call(doc, ref)
  }
  doc._write = (part) => void parts.push(part)
  doc._refEnd = (ref) => {
    const [, body, ...rest] = parts
    if (typeof body === 'string' && rest.length === 1) add(ref, body)
    else {
      places[ref.id] = { kind: 'byte', at: end }
      for (const part of parts) append(typeof part === 'string' ? toBytes(`${part}\n`) : part)
      endReference.call(doc, ref)
    }
    parts = []
  }
  doc._finalize = () => {
    const objects = doc._offsets.length + 1
    const table = objects + 1
    places[objects] = { kind: 'byte', at: end }
    append(writeObjects(objects, packed))
    places[table] = { kind: 'byte', at: end }
    const start = end
    const id = `<${Buffer.from(doc._id).toString('hex')}>`
    const trailer = `/Type /XRef /Size ${table + 1} /W [1 3 2] /Root ${doc._root.id} 0 R /Info ${doc._info.id} 0 R /ID [${id} ${id}]`
    append(writeStream(table, trailer, writePlaces(places, objects)))
    append(toBytes(`startxref\n${start}\n%%EOF\n`))
  }
  return { reserve: () => doc.ref({}), add, takeBytes: () => new Uint8Array(Buffer.concat(file)) }
}
