import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFileVersion, type BundleFile } from '../../src/domain/bundle.ts'
import { keepBundles } from '../../src/main/keep-bundles.ts'
import { makeLibrary } from '../store/make-library.ts'
import { makeAcknowledge } from './acknowledge.ts'
import { listBundles } from './list-bundles.ts'

// Saves bundles and takes others from a file, again and again, and tells of each that is done:
// node take-bundles.ts folder folder-of-notes first-number [how-many-rounds file]
const [folder = '', notes = '', first = '0', count = 'Infinity', acks = '-'] = process.argv.slice(2)
const acknowledge = makeAcknowledge(acks)
const given = join(notes, '..', 'given.json')
const closed = async () => null
const file = join(folder, 'bundles.json')
const kept = keepBundles(file, notes, makeLibrary, { toOpen: closed, toSave: closed })
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  await kept.keep(listBundles(number, 40))
  acknowledge(`saved ${number}`)
  const bundles = listBundles(number, 160).slice(40)
  writeFileSync(
    given,
    JSON.stringify({ format: 'caresheet-bundles', version: bundleFileVersion, bundles } satisfies BundleFile),
  )
  await kept.takeFrom(given)
  acknowledge(`taken ${number}`)
}
