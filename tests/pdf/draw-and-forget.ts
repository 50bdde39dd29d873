// Draws sheets in a process of its own and then writes what is left in its memory to the file it is told:
// `node --expose-gc draw-and-forget.ts <file>`. What is typed is put together here, so that it stands in no program text.
import { writeHeapSnapshot } from 'node:v8'
import { Clinic } from '../../src/domain/clinic.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { fonts } from './render.ts'
import { choose, library, tick, today } from './shipped.ts'

const spell = (letters: string): string => letters.split('').toReversed().join('')

async function drawSheet(language: string, name: string): Promise<void> {
  const selection = choose({
    ...tick('fatty-liver', 'drug-injury'),
    language,
    patientName: name,
    note: `${spell('etonxuq')} ${name}`,
    medicinesToStop: [spell('enimaxuq')],
    results: [{ analyte: 'ALT', value: 4711, upperLimit: 45, unit: 'U/L' }],
  })
  await renderSelection({ library, clinic: Clinic.parse({}), today, selection }, fonts)
}

for (const language of ['en', 'es', 'zh-CN']) {
  await drawSheet(language, spell('vwxyzmada'))
  await drawSheet(language, spell('乙甲丁丙'))
  await drawSheet(language, 'Patient Name')
}
globalThis.gc?.()
writeHeapSnapshot(process.argv[2])
