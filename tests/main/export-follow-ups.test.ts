import { expect, test } from 'vitest'
import { listFollowUps } from '../../src/domain/follow-up.ts'
import { writeFollowUps } from '../../src/main/export-follow-ups.ts'
import { catalogues } from '../../src/words/catalogues.ts'
import { makeRecord } from '../store/history/make-record.ts'
import { makeHandout } from '../store/make-handout.ts'
import { makeLibrary } from '../store/make-library.ts'

const handout = makeHandout(1, { topic: 'tired-engine', causes: [{ id: 'rust', certainty: 'likely' }] })
const records = [
  makeRecord(1, { handout, patientName: '=HYPERLINK("x")', retestOn: '2026-11-01' }),
  makeRecord(2, { handout, patientName: 'Patient Name', retestOn: '2026-12-01', doneOn: '2026-11-20' }),
]
const write = (language: 'en' | 'es' | 'zh-CN', damaged = 0) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    writeFollowUps(
      { followUps: listFollowUps(records, '2026-11-22'), damaged },
      makeLibrary(),
      language,
      catalogues[language].window.followUps,
    ),
  )

test('P5: the follow-up list is a table with names that are no formulas', () => {
  expect(write('en').split('\r\n')).toEqual([
    '\ufeffPatient,Topic,Causes,Sheet given on,Test due on,State,Done on',
    `"'=HYPERLINK(""x"")",Tired engine,Rusty déjà-vu pipe,2026-01-01,2026-11-01,Overdue,`,
    'Patient Name,Tired engine,Rusty déjà-vu pipe,2026-01-01,2026-12-01,Done,2026-11-20',
    '',
  ])
})

test('records that could not be read are counted at its end', () => {
  expect(write('en', 2).split('\r\n').slice(-2)).toEqual(['Damaged records that are left out,2', ''])
  expect(write('zh-CN', 1)).toContain('已损坏而未列入的记录,1')
})

test('its heads are in the clinician’s language', () => {
  expect(write('es')).toContain('Paciente,Tema,Causas')
  expect(write('zh-CN')).toContain('患者,主题,原因')
})
