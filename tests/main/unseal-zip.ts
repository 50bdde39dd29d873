import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'

configure({ useWebWorkers: false })

/** What is in a sealed archive, by name, as another program reads it. @throws Error when the passphrase is wrong, or a file was changed */
export async function unsealZip(bytes: Uint8Array, passphrase: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { password: passphrase })
  const files: Record<string, Uint8Array> = {}
  for (const entry of await reader.getEntries())
    if (!entry.directory)
      files[entry.filename] = await entry.getData(new Uint8ArrayWriter(), {
        checkAmbiguity: true,
      })
  await reader.close()
  return files
}
