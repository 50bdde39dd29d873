import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toKeptLogo, type KeptLogo } from '../../src/domain/logo.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { readLogo, saveLogo } from '../../src/store/logo-store.ts'
import { writeOneRow } from '../../src/store/one-row.ts'
import { readSettings } from '../../src/store/settings-store.ts'
import { makeSvg, readSample } from '../pdf/logo/samples.ts'
import { restoreFixture } from './released-schemas.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'clinic.db')
const png: KeptLogo = { type: 'png', bytes: readSample('colour.png') }
const svg: KeptLogo = { type: 'svg', bytes: makeSvg('<rect width="9" height="9"/>') }

test('the logo is kept as the bytes it is, and only the last one', () => {
  const db = openClinicDatabase(file())
  expect(readLogo(db)).toBeNull()
  saveLogo(db, png)
  saveLogo(db, svg)
  expect(readLogo(db)).toEqual(svg)
  expect(db.prepare('SELECT count(*) AS rows FROM logo').get()).toEqual({ rows: 1 })
  db.close()
  const again = openClinicDatabase(file())
  expect(readLogo(again)).toEqual(svg)
  again.close()
})

test('a logo that was removed is gone from the file too', () => {
  const db = openClinicDatabase(file())
  saveLogo(db, svg)
  saveLogo(db, null)
  expect(readLogo(db)).toBeNull()
  db.close()
  expect(readFileSync(file()).includes(Buffer.from(svg.bytes))).toBe(false)
})

test.each([['no picture'], [''], [readSample('colour.jpg')]])(
  'what could not have been kept counts as no logo: %#',
  (bytes) => {
    const db = openClinicDatabase(file())
    writeOneRow(db, 'logo', { picture: Buffer.from(bytes) })
    expect(readLogo(db)).toBeNull()
    db.close()
  },
)

test('R6: a logo that the disk changed is not printed', () => {
  const db = openClinicDatabase(file())
  saveLogo(db, png)
  const bytes = Buffer.from(png.bytes)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  db.prepare('UPDATE logo SET picture = ?').run(bytes)
  expect(readLogo(db)).toBeNull()
  db.close()
})

test('a logo that cannot be written leaves the one before, and says why', () => {
  const db = openClinicDatabase(file())
  saveLogo(db, png)
  db.exec(`CREATE TRIGGER stop BEFORE INSERT ON logo BEGIN SELECT raise(ABORT, 'no'); END`)
  expect(() => saveLogo(db, svg)).toThrow(/^The logo could not be kept\. .*\.$/)
  expect(readLogo(db)).toEqual(png)
  db.close()
})

test('a file of the version before keeps its settings, and can take a logo', () => {
  restoreFixture(file(), 20)
  const db = openClinicDatabase(file())
  expect(readSettings(db)).toMatchObject({ name: 'A clinic' })
  saveLogo(db, png)
  expect(readLogo(db)).toEqual(toKeptLogo(png.bytes))
  db.close()
})
