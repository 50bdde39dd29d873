import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KeptLogo } from '../../src/domain/logo.ts'
import { keepLogo } from '../../src/main/keep-logo.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { makeSvg } from '../pdf/logo/samples.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const inFolder = useTempFolder()
const logo: KeptLogo = { type: 'svg', bytes: makeSvg('<rect width="9" height="9"/>') }
const shown = { mediaType: 'image/svg+xml', bytes: logo.bytes }

test('a logo that can be kept is there again for another start, until it is removed', () => {
  const db = openClinicDatabase(join(inFolder(), 'clinic.db'))
  expect(keepLogo({ use: (work) => work(db) }).read()).toBeNull()
  expect(keepLogo({ use: (work) => work(db) }).save(logo)).toEqual({ logo: shown, notKept: null })
  expect(keepLogo({ use: (work) => work(db) }).read()).toEqual(logo)
  expect(keepLogo({ use: (work) => work(db) }).save(null)).toEqual({ logo: null, notKept: null })
  expect(keepLogo({ use: (work) => work(db) }).read()).toBeNull()
  db.close()
})

test('a logo that a damaged clinic.db cannot take holds until the app ends, and says so', () => {
  const path = join(inFolder(), 'clinic.db')
  writeFileSync(path, 'not a database at all, but long enough to be looked at as one'.repeat(20))
  const kept = keepLogo({ use: (work) => work(openClinicDatabase(path)) })
  expect(kept.read()).toBeNull()
  const changed = kept.save(logo)
  expect(changed.logo).toEqual(shown)
  expect(changed.notKept && writeEnglish(changed.notKept)).toMatch(
    /clinic\.db .*Sheets show it so until CareSheet is closed\.$/u,
  )
  expect(kept.read()).toEqual(logo)
  expect(kept.save(null).logo).toBeNull()
  expect(kept.read()).toBeNull()
})
