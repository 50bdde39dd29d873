import { Bundle } from '../../src/domain/bundle.ts'

/** The bundles of the `number`th round of `take-bundles.ts`: first a clinic's own, then with them those of a file. */
export function listBundles(number: number, count: 40 | 160): Bundle[] {
  return Array.from({ length: count }, (_, index) =>
    Bundle.parse({ name: `${number}, ${index}`, choices: { topic: 'tired-engine', causes: [{ id: 'rust' }] } }),
  )
}

/** What may stand in the file once so much of a round and those before was told as done: that, or what comes next. */
export function listLegal(first: number, told: number): readonly (readonly Bundle[] | null)[] {
  return [told, told + 1].map((done) =>
    done === 0 ? null : listBundles(first + Math.floor((done - 1) / 2), done % 2 === 1 ? 40 : 160),
  )
}
