/** One thing a process did to a file: `append` is how it told what was done. The folder of the files is called ".". */
export type Deed =
  | { readonly kind: 'write' | 'append'; readonly name: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly size: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }

const entrySize = 48

/** Reads what `record-writes.c` wrote down. */
export function readDeeds(recorded: Buffer): Deed[] {
  const deeds: Deed[] = []
  for (let at = 0; at < recorded.length;) {
    const what = String.fromCodePoint(recorded[at] ?? 0)
    const name = recorded.toString('latin1', at + 1, at + 32).replace(/\0.*$/su, '')
    const [offset, size] = [Number(recorded.readBigInt64LE(at + 32)), Number(recorded.readBigInt64LE(at + 40))]
    at += entrySize
    if (what === 'w' || what === 'a') {
      deeds.push({ kind: what === 'w' ? 'write' : 'append', name, offset, bytes: recorded.subarray(at, at + size) })
      at += size
    } else if (what === 'r') {
      deeds.push({ kind: 'rename', name, to: recorded.toString('utf8', at, at + size) })
      at += size
    } else if (what === 't') deeds.push({ kind: 'truncate', name, size: offset })
    else deeds.push({ kind: what === 's' ? 'sync' : 'unlink', name })
  }
  return deeds
}

type Change = Extract<Deed, { kind: 'write' | 'append' | 'truncate' }>

function apply(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate')
    return Buffer.concat([content.subarray(0, change.size), Buffer.alloc(Math.max(0, change.size - content.length))])
  const grown = Buffer.alloc(Math.max(content.length, change.offset + change.bytes.length))
  content.copy(grown)
  change.bytes.copy(grown, change.offset)
  return grown
}

function moveEach<T>(files: Map<string, T>, renames: readonly { readonly name: string; readonly to: string }[]): void {
  for (const { name, to } of renames) {
    const file = files.get(name)
    if (file === undefined) continue
    files.delete(name)
    files.set(to, file)
  }
}

/** A disk whose power can be cut: what was synced is on it; what was written or renamed since may be, or not. */
export class Disk {
  readonly #files = new Map<string, { synced: Buffer; pending: Change[] }>()
  #renames: { readonly name: string; readonly to: string }[] = []

  /** Does what was done. */
  do(deed: Deed): void {
    if (deed.kind === 'rename') {
      this.#renames.push(deed)
      return
    }
    if (deed.name === '.') {
      if (deed.kind === 'sync') moveEach(this.#files, this.#renames.splice(0))
      return
    }
    const file = this.#files.get(deed.name) ?? { synced: Buffer.alloc(0), pending: [] }
    if (deed.kind === 'unlink') {
      this.#files.delete(deed.name)
      return
    }
    this.#files.set(deed.name, file)
    if (deed.kind === 'sync') {
      for (const change of file.pending) file.synced = apply(file.synced, change)
      file.pending = []
    } else file.pending.push(deed)
  }

  /** What each file holds after the power was cut. @param survives whether a change that was not synced is there all the same */
  cutPower(survives: () => boolean): Map<string, Buffer> {
    const files = new Map(this.#files)
    moveEach(files, this.#renames.filter(survives))
    return new Map(
      [...files].map(([name, { synced, pending }]) => [
        name,
        pending.filter(survives).reduce((content, change) => apply(content, change), synced),
      ]),
    )
  }
}
