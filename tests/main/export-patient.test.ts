import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { writePatient } from '../../src/main/export-patient.ts'
import { listPaths } from '../../src/main/paths.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { makeHandout } from '../store/make-handout.ts'
import { makeLibrary } from '../store/make-library.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { startServices } from './start-services.ts'
import { unsealZip } from './unseal-zip.ts'
import { pdf, sheet } from './use-history.ts'

const folder = useTempFolder()
const at = new Date('2026-11-22T09:30:00.000Z')

const passphrase = 'one for this file'
const read = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

const unpack = async (bytes: Uint8Array) => {
  const files = await unsealZip(bytes, passphrase)
  // what the test looks at is compared whole
  return { files, told: JSON.parse(read(files['records.json'])) as Record<string, unknown> }
}

test('D10: the file has every field of each record, oldest first, topic and causes by name, and the very PDFs', async () => {
  const handout = (number: number) =>
    makeHandout(number, {
      topic: 'tired-engine',
      causes: [{ id: 'rust', certainty: 'likely' }],
      languages: ['en'],
      overrideReason: 'seen today',
    })
  const [first, second] = [1, 2].map((number) =>
    makeRecord(number, { patientName: 'Patient Name', handout: handout(number), doneOn: '2026-12-20' }),
  )
  if (first === undefined || second === undefined) throw new Error('two were made')
  const papers = [
    { record: second, pdf: null },
    { record: first, pdf: Buffer.from('%PDF 1') },
  ]
  const { files, told } = await unpack(
    writePatient(papers, makeLibrary(), (id) => (id === first.handout.id ? 'understood' : null), at, passphrase),
  )
  const named = { topicTitle: 'Tired engine', causeNames: ['Rusty déjà-vu pipe'] }
  const file = '1-2026-01-01.pdf'
  expect(told).toEqual({
    program: 'CareSheet',
    exportedAt: at.toISOString(),
    patientName: 'Patient Name',
    records: [
      { ...first, handout: { ...first.handout, teachBack: 'understood' }, ...named, file },
      { ...second, ...named, file: null },
    ],
  })
  expect(Object.keys(files)).toEqual(['records.json', file])
  expect(read(files[file])).toBe('%PDF 1')
})

test('D10: what is held of a patient leaves sealed, as a file for this account alone, is written down without the name, and does not leave once the names are locked', async () => {
  const path = join(folder(), 'patient.zip')
  const suggested: string[] = []
  let isLocking = true
  const { services, close } = startServices(folder(), {
    forPatient: async (name) => {
      suggested.push(name)
      if (isLocking) services.history.lock()
      return path
    },
  })
  const { history } = services
  await history.switchOn({ by: 'passphrase', passphrase: 'four words are enough' })
  history.add(sheet)
  services.log.add(sheet)
  services.log.recordTeachBack(sheet.id, 'understood')
  history.add({
    ...sheet,
    id: '0c6f2f0e-6f0a-4c6e-9a55-000000000002',
    sheet: { ...sheet.sheet, pdf: pdf.toReversed() },
  })
  const ids = history.list({ words: '' }, null, 9).records.map(({ handout }) => handout.id)
  await expect(services.exportPatient(ids, passphrase)).rejects.toThrow(/are locked/u)
  await expect(services.exportPatient(ids, passphrase)).rejects.toThrow(/are locked/u) // and nobody is asked where to
  expect([existsSync(path), suggested.length]).toEqual([false, 1])
  expect(suggested[0]).toMatch(/^caresheet-patient-\d{4}-\d\d-\d\d\.zip$/u)

  isLocking = false
  await history.unlock('four words are enough')
  writeFileSync(path, 'older', { mode: 0o644 })
  expect(await services.exportPatient(ids, passphrase)).toEqual({ path, withoutPdf: 0 })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const { files, told } = await unpack(readFileSync(path))
  expect(told).toMatchObject({
    patientName: 'Patient Name',
    records: [{ handout: { teachBack: 'understood' } }, { handout: { teachBack: null } }],
  })
  expect(
    Object.values(files)
      .slice(1)
      .map((bytes) => Buffer.from(bytes)),
  ).toEqual([Buffer.from(pdf), Buffer.from(pdf.toReversed())])

  const { clinicDatabase, historyDatabase } = listPaths(folder(), folder())
  const other = new Database(historyDatabase)
  other.exec('UPDATE sealed SET pdf = zeroblob(100) WHERE row = 1')
  other.close()
  expect(await services.exportPatient(ids, passphrase)).toEqual({ path, withoutPdf: 1 })
  close()
  const db = openClinicDatabase(clinicDatabase)
  const audit = readAudit(db).entries.map(({ event }) => event)
  db.close()
  expect(audit.filter(({ kind }) => kind === 'history-patient-exported')).toEqual([
    { kind: 'history-patient-exported', records: 2 },
    { kind: 'history-patient-exported', records: 2 },
  ])
  expect(JSON.stringify(audit)).not.toContain('Patient Name')
})
