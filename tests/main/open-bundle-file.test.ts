import { expect, test } from 'vitest'
import { openBundleFile } from '../../src/main/open-bundle-file.ts'

const words = { bundlesAdded: 'Added.', bundlesNotAdded: 'Not added.' }

test.each<[string, () => Promise<void>, string]>([
  ['one that can be read', async () => undefined, 'Added.'],
  ['one that cannot', () => Promise.reject(new Error('Patient Name')), 'Not added.'],
])('a file of bundles that was opened, %s, is told of in a sentence', async (_name, take, said) => {
  const told: string[] = []
  await openBundleFile('/home/a.caresheet-bundles', { take, tell: (sentence) => void told.push(sentence), words })
  expect(told).toEqual([said])
})
