import { describe, expect, test } from 'vitest'
import { changeDraft, type Draft } from '../../src/renderer/draft.ts'
import { findProblem, joinProblems, placeProblems } from '../../src/renderer/draft-problems.ts'
import { readDraft } from '../../src/renderer/read-draft.ts'
import { aDraft, content, today } from './make-draft.ts'

const read = (changed: Partial<Draft>) => readDraft(aDraft(changed), content, today)
const alt = (value: string, more = {}) => ({
  results: { ALT: { value, upperLimit: '40', previous: '', unit: 'U/L' as const, ...more } },
})

describe('a draft that can be printed', () => {
  test('is a Selection, with the causes in the order of the topic', () => {
    const { selection } = read({ ticked: ['fatty', 'running'], certainty: { fatty: 'confirmed' } })
    expect(selection?.causes).toEqual([
      { id: 'running', certainty: 'likely' },
      { id: 'fatty', certainty: 'confirmed' },
    ])
  })

  test('is ordered once a cause was moved, and only while that shows', () => {
    const moved = changeDraft(aDraft({ ticked: ['running', 'fatty'] }), {
      kind: 'move-cause',
      cause: 'fatty',
      step: -1,
    })
    const readOrder = (draft: Draft) => {
      const { selection } = readDraft(draft, content, today)
      return [selection?.ordered, selection?.causes.map(({ id }) => id)]
    }
    expect(readOrder(moved)).toEqual([true, ['fatty', 'running']])
    expect(readOrder({ ...moved, ticked: ['fatty'] })).toEqual([false, ['fatty']])
    expect(readOrder(aDraft({ ticked: ['fatty', 'running'] }))).toEqual([false, ['running', 'fatty']])
  })

  test('says how large the letters are, and keeps that for the next topic', () => {
    expect(read({ size: 'clear' }).selection?.size).toBe('clear')
    const other = { ...content.entry, topic: { ...content.entry.topic, id: 'another' } }
    expect(changeDraft(aDraft({ size: 'clear' }), { kind: 'open-topic', entry: other }).size).toBe('clear')
  })

  test('has a card to cut out only once it is asked for, and none for the next patient', () => {
    expect(read({}).selection?.retestCard).toBe(false)
    const asked = changeDraft(aDraft(), { kind: 'fill', fields: { retestCard: true } })
    expect(read(asked).selection?.retestCard).toBe(true)
    expect(changeDraft(asked, { kind: 'start', draft: aDraft() }).retestCard).toBe(false)
  })

  test('names a second language, if there is one, and never the first again', () => {
    expect(read({}).selection).not.toHaveProperty('secondLanguage')
    expect(read({ secondLanguage: 'es' }).selection?.secondLanguage).toBe('es')
    const chosen = changeDraft(aDraft({ secondLanguage: 'es' }), { kind: 'fill', fields: { language: 'es' } })
    expect(chosen).toMatchObject({ language: 'es', secondLanguage: '' })
  })

  test('tells only what differs from the defaults', () => {
    const switched = { 'walk-only': true, 'no-race': false, stretch: true, 'sleep-well': false }
    const { selection } = read({ ticked: ['running'], switched })
    expect(selection).toMatchObject({ dropped: ['no-race', 'sleep-well'], added: ['stretch'] })
  })

  test('leaves kept advice in, though it was taken out before the fact was ticked', () => {
    const switched = { 'no-wine-running': false }
    expect(read({ ticked: ['running'], switched }).selection?.dropped).toEqual(['no-wine-running'])
    expect(read({ ticked: ['running'], switched, facts: ['shaky'] }).selection?.dropped).toEqual([])
  })

  test('takes out how to prepare, while it is on screen', () => {
    const switched = { 'rest-first': false }
    expect(read({ ticked: ['running'], switched }).selection?.dropped).toEqual(['rest-first'])
    expect(read({ ticked: ['fatty'], switched }).selection?.dropped).toEqual([])
  })

  test('takes out an item that a merge rule brought', () => {
    const switched = { 'walk-then-jog': false }
    expect(read({ ticked: ['running', 'fatty'], switched }).selection?.dropped).toEqual(['walk-then-jog'])
    expect(read({ ticked: ['fatty'], switched }).selection?.dropped).toEqual([])
  })

  test('leaves out what belongs to a cause that is not ticked', () => {
    const { selection } = read({
      switched: { jog: false },
      medicines: ['bluestone-pill'],
      medicinesToStop: ['aspirin'],
    })
    expect(selection).toMatchObject({ dropped: [], medicines: [], medicinesToStop: [] })
  })

  test('names the medicines to stop, without empty fields', () => {
    const { selection } = read({ ticked: ['tablets'], medicinesToStop: ['', 'aspirin', ' '] })
    expect(selection?.medicinesToStop).toEqual(['aspirin'])
  })

  test('reads a result with the upper limit of the same report, in either unit', () => {
    expect(read(alt('96')).selection?.results).toEqual([{ analyte: 'ALT', value: 96, upperLimit: 40, unit: 'U/L' }])
    expect(read(alt('96,5')).selection?.results[0]?.value).toBe(96.5)
    const other = read(alt('1.6', { upperLimit: '0.67', unit: 'µkat/L' })).selection?.results
    expect(other).toEqual([{ analyte: 'ALT', value: 1.6, upperLimit: 0.67, unit: 'µkat/L' }])
    expect(read(alt('  ', { upperLimit: '' })).selection?.results).toEqual([])
    expect(read(alt('96', { upperLimit: ' ' })).selection?.results).toEqual([
      { analyte: 'ALT', value: 96, unit: 'U/L' },
    ])
  })

  test('reads the result of last time, with a decimal comma too', () => {
    expect(read(alt('96', { previous: ' 130,5 ' })).selection?.results[0]?.previous).toBe(130.5)
    expect(read(alt('96', { previous: '  ' })).selection?.results[0]).not.toHaveProperty('previous')
  })

  test('reads each choice of the next test', () => {
    const retest = (choice: Draft['retest']['choice'], date = '') =>
      read({ retest: { choice, date } }).selection?.retest
    expect(retest('usual')).toEqual({ kind: 'usual' })
    expect(retest('8')).toEqual({ kind: 'weeks', weeks: 8 })
    expect(retest('date', '2026-12-01')).toEqual({ kind: 'date', date: '2026-12-01' })
    expect(retest('none', '2026-12-01')).toEqual({ kind: 'none' })
  })
})

describe('a draft with several things to mend', () => {
  test('tells them all at once: what cannot be read and what is wrong with the rest', () => {
    const reading = read({ ...alt('abc'), retest: { choice: 'date', date: '2020-01-01' } })
    expect(reading.selection).toBeNull()
    expect(reading.problems.map(({ field }) => field).toSorted()).toEqual(['results.ALT.value', 'retest.date'])
  })
})

describe('a draft to mend', () => {
  const problemAt = (field: string, changed: Partial<Draft>) => {
    const { selection, problems } = read(changed)
    expect(selection).toBeNull()
    return findProblem(problems, field)
  }

  test('says at the field of the analyte what is wrong with a result', () => {
    expect(problemAt('results.ALT.value', alt('about 96'))).toMatch('must be a number')
    expect(problemAt('results.ALT.value', alt('', { upperLimit: '45' }))).toMatch('must be a number')
    expect(problemAt('results.ALT.upperLimit', alt('96', { upperLimit: 'x' }))).toMatch('printed on the lab report')
  })

  test('says at the field what is wrong with the result of last time, and that it cannot stand alone', () => {
    expect(problemAt('results.ALT.previous', alt('96', { previous: 'low' }))).toMatch('last time must be a number')
    expect(problemAt('results.ALT.previous', alt('96', { previous: '1,500' }))).toMatch('1500 or as 1.5')
    expect(problemAt('results.ALT.value', alt('', { upperLimit: '', previous: '90' }))).toMatch('must be a number')
  })

  test('says at the field that a number could be two, and how big a limit can be', () => {
    expect(problemAt('results.ALT.value', alt('1,500'))).toMatch('1500 or as 1.5')
    expect(problemAt('results.ALT.upperLimit', alt('96', { upperLimit: '4' }))).toMatch('from 5 to 500')
  })

  test('keeps what was typed, for it to be mended', () => {
    const typed = { ...alt('1,500', { upperLimit: 'about 40' }), note: 'x'.repeat(20_000), patientName: 'a\u202eb' }
    const draft = aDraft({ ...typed, retest: { choice: 'date', date: '2020-01-01' } })
    const before = structuredClone(draft)
    expect(readDraft(draft, content, today).problems.map(({ field }) => field)).toEqual([
      'results.ALT.value',
      'results.ALT.upperLimit',
      'note',
      'patientName',
      'retest.date',
    ])
    expect(draft).toEqual(before)
  })

  test('says at the field which medicine to stop is wrong, empty fields before it or not', () => {
    const medicinesToStop = ['', 'x'.repeat(81)]
    expect(problemAt('medicinesToStop.1', { ticked: ['tablets'], medicinesToStop })).toMatch('80 characters or fewer')
  })

  test('wants a day when a day is to be picked, from today on', () => {
    expect(problemAt('retest.date', { retest: { choice: 'date', date: '' } })).toMatch('pick the day')
    expect(problemAt('retest.date', { retest: { choice: 'date', date: '2026-11-21' } })).toMatch('in the past')
  })

  test('says what is wrong with note and name', () => {
    expect(problemAt('note', { note: 'x'.repeat(1201) })).toMatch('1200 characters or fewer')
    expect(problemAt('patientName', { patientName: 'a\u202eb' })).toMatch('reverse the reading direction')
  })

  test('says once what is found in two places', () => {
    const [past, name] = [
      { field: 'retest.date', message: 'Past.' },
      { field: 'patientName', message: 'Strange.' },
    ]
    expect(joinProblems([past], [past, name])).toEqual([past, name])
    expect(joinProblems([past], [{ ...past, message: 'Far.' }])).toHaveLength(2)
  })

  test('keeps problems of the whole as they are', () => {
    const problems = [{ field: '', message: 'No.' }]
    expect(placeProblems(aDraft(), content, problems)).toEqual(problems)
  })
})
