import { describe, expect, test } from 'vitest'
import {
  Bundle,
  bundleFileVersion,
  hasBundle,
  joinBundles,
  listUnknown,
  moveBundle,
  parseBundleFile,
  putBundleFirst,
} from '../../src/domain/bundle.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { makeLibrary } from '../store/make-library.ts'

const library = makeLibrary()
const make = (name: string, choices: object = {}) =>
  Bundle.parse({ name, choices: { topic: 'tired-engine', causes: [{ id: 'rust' }], ...choices } })
const names = (bundles: readonly Bundle[]) => bundles.map(({ name }) => name)
const [gym, statin, wine] = [make('Gym'), make('Statin'), make('Wine')] as const
const list = [gym, statin, wine]

describe('a bundle', () => {
  test.each(['patientName', 'note', 'results', 'facts', 'medicinesToStop', 'language', 'overrideReason', 'labs'])(
    'cannot hold %s',
    (field) => {
      expect(Bundle.safeParse({ ...gym, choices: { ...gym.choices, [field]: 'Patient Name' } }).success).toBe(false)
    },
  )

  test('cannot hold a day of the calendar', () => {
    const choices = { ...gym.choices, retest: { kind: 'date', date: '2026-12-07' } }
    expect(Bundle.safeParse({ ...gym, choices }).success).toBe(false)
  })

  test.each(['', '   ', 'x'.repeat(61), 'two\nlines'])('cannot be called %j', (name) => {
    expect(Bundle.safeParse({ ...gym, name }).success).toBe(false)
  })
})

describe('the order', () => {
  test('the one used last comes first, and a new one of a name takes the place of the old', () => {
    expect(names(putBundleFirst(list, wine))).toEqual(['Wine', 'Gym', 'Statin'])
    expect(putBundleFirst(list, make('gym', { depth: 'short' }))).toMatchObject([
      { name: 'gym', choices: { depth: 'short' } },
      { name: 'Statin' },
      { name: 'Wine' },
    ])
  })

  test('one is moved up or down, and not past the ends', () => {
    expect(names(moveBundle(list, 'Wine', -1))).toEqual(['Gym', 'Wine', 'Statin'])
    expect(names(moveBundle(list, 'Gym', 1))).toEqual(['Statin', 'Gym', 'Wine'])
    expect(names(moveBundle(list, 'Gym', -1))).toEqual(['Gym', 'Statin', 'Wine'])
    expect(names(moveBundle(list, 'nobody', 1))).toEqual(['Gym', 'Statin', 'Wine'])
  })

  test('a name is the same in capitals and with blanks around it', () => {
    expect([hasBundle(list, ' gym '), hasBundle(list, 'gy')]).toEqual([true, false])
  })
})

describe('a library', () => {
  test('says what of a bundle it does not know', () => {
    const strange = make('Strange', {
      causes: [{ id: 'rust' }, { id: 'moon' }],
      added: ['cheese'],
      dropped: ['ham'],
      medicines: ['honey'],
    })
    const told = (choices: Bundle['choices']) => listUnknown(library, choices).map(writeEnglish)
    expect(told(strange.choices)).toEqual(['1 of its causes', '2 of its pieces of advice', '1 of its medicines'])
    expect(told(make('Other', { topic: 'moon' }).choices)).toEqual(['its topic'])
    expect(told(gym.choices)).toEqual([])
  })

  test('takes the bundles of a file that it knows and that have a new name, and says why of the others', () => {
    const given = [make('Strange', { causes: [{ id: 'moon' }] }), make('GYM'), make('New'), make('New')]
    const { bundles, leftOut } = joinBundles(list, given, library)
    expect(names(bundles)).toEqual(['Gym', 'Statin', 'Wine', 'New'])
    expect(leftOut.map(writeEnglish)).toEqual([
      '“Strange” was left out: this CareSheet does not know 1 of its causes.',
      '“GYM” was left out: a bundle of this name is there already.',
      '“New” was left out: a bundle of this name is there already.',
    ])
  })

  test('takes no more than there is room for', () => {
    const many = Array.from({ length: 199 }, (_, index) => make(`Bundle ${index}`))
    const { bundles, leftOut } = joinBundles(many, [make('The last'), make('One more')], library)
    expect([bundles.length, leftOut.map(writeEnglish)]).toEqual([
      200,
      ['“One more” was left out: there is room for 200 bundles.'],
    ])
  })
})

describe('a file', () => {
  const file = { format: 'caresheet-bundles', version: bundleFileVersion, bundles: list }

  test('of ours is read', () => {
    expect(parseBundleFile(JSON.parse(JSON.stringify(file)))).toEqual(list)
  })

  test.each([
    [
      'of a newer CareSheet',
      { ...file, version: bundleFileVersion + 1, bundles: { shape: 'another' } },
      /newer CareSheet/u,
    ],
    ['of another kind', { hello: 1 }, /no file of bundles/u],
    ['with a bundle that holds more', { ...file, bundles: [{ ...gym, patient: 'x' }] }, /no file of bundles/u],
    ['that is no object', 'text', /no file of bundles/u],
    ['that is nothing', undefined, /no file of bundles/u],
  ])('%s is refused in a sentence', (_, value, said) => {
    expect(() => parseBundleFile(value)).toThrow(said)
  })
})
