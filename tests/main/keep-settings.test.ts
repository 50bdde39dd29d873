import { describe, expect, test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeEnglish } from '../../src/domain/message.ts'
import { keepSettings } from '../../src/main/keep-settings.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { aClinic, noClinic } from '../domain/make.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const readTime = () => new Date('2026-11-22T09:30:00.000Z')
const inFolder = useTempFolder()

describe('settings', () => {
  test('that can be kept are there again for another start', () => {
    const db = openClinicDatabase(join(inFolder(), 'clinic.db'))
    expect(keepSettings({ use: (work) => work(db) }, readTime).save(aClinic)).toEqual({
      clinic: aClinic,
      notKept: null,
    })
    expect(keepSettings({ use: (work) => work(db) }, readTime).read()).toEqual(aClinic)
    db.close()
  })

  test('that a damaged clinic.db cannot take hold until the app ends, and say so', () => {
    const path = join(inFolder(), 'clinic.db')
    writeFileSync(path, 'not a database at all, but long enough to be looked at as one'.repeat(20))
    const settings = keepSettings({ use: (work) => work(openClinicDatabase(path)) }, readTime)
    expect(settings.read()).toEqual(noClinic)
    const { clinic, notKept } = settings.save(aClinic)
    expect(clinic).toEqual(aClinic)
    expect(notKept && writeEnglish(notKept)).toMatch(
      /clinic\.db .*Sheets show what you typed until CareSheet is closed\.$/u,
    )
    expect(settings.read()).toEqual(aClinic)
    expect(keepSettings({ use: (work) => work(openClinicDatabase(path)) }, readTime).read()).toEqual(noClinic)
  })
})
