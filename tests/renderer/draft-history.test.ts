import { describe, expect, test } from 'vitest'
import type { DraftChange } from '../../src/renderer/draft.ts'
import { recordChange, redo, startHistory, undo, type DraftHistory } from '../../src/renderer/draft-history.ts'
import { createDraftStore } from '../../src/renderer/draft-store.ts'
import { aDraft } from './make-draft.ts'

const tick = (cause: string): DraftChange => ({ kind: 'tick', cause, on: true })
const note = (text: string): DraftChange => ({ kind: 'fill', fields: { note: text } })
const name = (text: string): DraftChange => ({ kind: 'fill', fields: { patientName: text } })
const alt = (value: string): DraftChange => ({ kind: 'change-result', analyte: 'ALT', result: { value } })
const record = (...changes: DraftChange[]): DraftHistory => changes.reduce(recordChange, startHistory(aDraft()))
const times = (count: number, step: (history: DraftHistory) => DraftHistory, history: DraftHistory) =>
  Array.from({ length: count }).reduce<DraftHistory>(step, history)

describe('undo and redo', () => {
  test('take back every choice, one at a time, and bring it again', () => {
    const made = record(tick('running'), tick('fatty'), { kind: 'switch-item', item: 'jog', on: false })
    expect(undo(made).draft.switched).toEqual({})
    expect(times(2, undo, made).draft.ticked).toEqual(['running'])
    expect(times(3, undo, made).draft).toEqual(aDraft())
    expect(times(3, redo, times(3, undo, made)).draft).toEqual(made.draft)
  })

  test('do nothing where there is nothing', () => {
    const fresh = startHistory(aDraft())
    expect(undo(fresh)).toBe(fresh)
    expect(redo(fresh)).toBe(fresh)
  })

  test('take text of one field for one step, and of each field for its own', () => {
    const typed = record(note('W'), note('Wa'), note('Walk'), name('P'), name('Pat'), note('Walk more'))
    expect(undo(typed).draft).toMatchObject({ note: 'Walk', patientName: 'Pat' })
    expect(times(2, undo, typed).draft).toMatchObject({ note: 'Walk', patientName: '' })
    expect(times(3, undo, typed).draft).toMatchObject({ note: '', patientName: '' })
  })

  test('keep a choice between two typings of one field apart from both', () => {
    const typed = record(alt('9'), alt('96'), tick('running'), alt('961'))
    expect(undo(typed).draft.results['ALT']?.value).toBe('96')
    expect(times(2, undo, typed).draft.ticked).toEqual([])
    expect(times(3, undo, typed).draft.results).toEqual({})
  })

  test('begin a new step after something was undone, and forget what was undone', () => {
    const changed = recordChange(undo(record(note('W'), note('Wa'))), note('R'))
    expect(changed.future).toEqual([])
    expect(redo(changed)).toBe(changed)
    expect(undo(changed).draft.note).toBe('')
  })

  test('take no step for a change that changes nothing', () => {
    const history = record(tick('running'))
    const same = recordChange(history, { kind: 'fill', fields: {} })
    expect(undo(same).draft.ticked.length).toBeLessThanOrEqual(1)
  })
})

describe('a new patient', () => {
  const full = undo(record(name('Patient Name'), alt('96'), tick('running'), note('Walk.')))

  test('leaves nothing of the one before to be undone or brought again', () => {
    const next = recordChange(full, { kind: 'start', draft: aDraft() })
    expect(next).toEqual(startHistory(aDraft()))
    expect(JSON.stringify(next)).not.toMatch(/Patient Name|96|Walk/u)
  })

  test('empties the store of the window too', () => {
    const store = createDraftStore(aDraft())
    const { change } = store.getState()
    change(name('Patient Name'))
    change(tick('running'))
    store.getState().undo()
    expect(store.getState().draft).toMatchObject({ patientName: 'Patient Name', ticked: [] })
    change({ kind: 'start', draft: aDraft() })
    store.getState().undo()
    store.getState().redo()
    expect(JSON.stringify(store.getState())).not.toContain('Patient Name')
  })
})
