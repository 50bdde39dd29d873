import { expect, test } from 'vitest'
import { describeHandout } from '../../src/renderer/history/describe-handout.ts'
import { aLibrary } from '../domain/make.ts'
import { makeHandout } from '../store/make-handout.ts'
import { english } from './make-words.ts'

test('a sheet that bears an older day than the one it left on was printed again', () => {
  const handout = makeHandout(1, { way: 'printed', copies: 1, givenAt: '2026-11-22T12:00:00.000Z' })
  const describeWay = (madeOn: string | null) => describeHandout({ ...handout, madeOn }, aLibrary(), english).way
  expect([null, '2026-11-22', '2026-11-01'].map(describeWay)).toEqual(['printed', 'printed', 'printed again'])
})
