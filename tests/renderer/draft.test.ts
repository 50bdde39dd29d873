import { describe, expect, test } from 'vitest'
import { changeDraft, getResult, startDraft, startDraftFor, type DraftChange } from '../../src/renderer/draft.ts'
import { aLibrary } from '../domain/make.ts'
import { aDraft, content } from './make-draft.ts'

/** The draft after several changes, in order. */
const change = (draft = aDraft(), ...changes: DraftChange[]) => changes.reduce(changeDraft, draft)

describe('a new draft', () => {
  test('takes paper and language from the clinic and holds nothing of a patient', () => {
    const draft = startDraft(content.entry, { language: 'en', paper: 'Letter' })
    expect(draft).toMatchObject({ topic: 'high-sample', language: 'en', paper: 'Letter', depth: 'full' })
    expect(draft).toMatchObject({ ticked: [], results: {}, note: '', patientName: '', medicinesToStop: [] })
  })

  test('falls back to a language the topic is written in', () => {
    expect(startDraft(content.entry, { language: 'es', paper: 'A4' }).language).toBe('en')
  })

  test('for one who was given a sheet takes languages and for whom from that, as far as the topic has them', () => {
    const both = { ...content.entry, words: { ...content.entry.words, es: content.words } }
    const paper = { paper: 'Letter' } as const
    expect(startDraftFor(both, paper, { language: 'es', secondLanguage: 'en', audience: 'carer' })).toMatchObject({
      language: 'es',
      secondLanguage: 'en',
      audience: 'carer',
      paper: 'Letter',
      patientName: '',
    })
    const gone = { language: 'zh-CN', secondLanguage: 'es', audience: 'patient' } as const
    expect(startDraftFor(content.entry, paper, gone)).toMatchObject({ language: 'en', secondLanguage: '' })
    const same = { ...gone, secondLanguage: 'en' } as const
    expect(startDraftFor(content.entry, paper, same)).toMatchObject({ language: 'en', secondLanguage: '' })
  })
})

describe('changing a draft', () => {
  test('ticks and un-ticks a cause, once', () => {
    const ticked = change(
      aDraft(),
      { kind: 'tick', cause: 'running', on: true },
      { kind: 'tick', cause: 'running', on: true },
    )
    expect(ticked.ticked).toEqual(['running'])
    expect(change(ticked, { kind: 'tick', cause: 'running', on: false }).ticked).toEqual([])
  })

  test('keeps what was chosen under a cause while it is not ticked', () => {
    const before = change(
      aDraft(),
      { kind: 'tick', cause: 'fatty', on: true },
      { kind: 'choose-certainty', cause: 'fatty', certainty: 'confirmed' },
      { kind: 'switch-item', item: 'jog', on: false },
      { kind: 'switch-medicine', medicine: 'bluestone-pill', on: true },
    )
    const after = change(
      before,
      { kind: 'tick', cause: 'fatty', on: false },
      { kind: 'tick', cause: 'fatty', on: true },
    )
    expect(after).toEqual(before)
  })

  test('moves a cause, which keeps its place while its tick is out', () => {
    const ticked = aDraft({ ticked: ['fatty', 'running', 'tablets'] })
    const moved = change(ticked, { kind: 'move-cause', cause: 'tablets', step: -1 })
    expect([ticked.order, moved.order]).toEqual([
      ['running', 'fatty', 'tablets'],
      ['running', 'tablets', 'fatty'],
    ])
    const again = change(
      moved,
      { kind: 'tick', cause: 'tablets', on: false },
      { kind: 'tick', cause: 'tablets', on: true },
    )
    expect(again.order).toEqual(moved.order)
    expect(change(moved, { kind: 'start', draft: aDraft() }).order).toEqual(['running', 'fatty', 'tablets'])
  })

  test('types into one part of a result and leaves the others', () => {
    const draft = change(
      aDraft(),
      { kind: 'change-result', analyte: 'ALT', result: { value: '96' } },
      { kind: 'change-result', analyte: 'ALT', result: { unit: 'µkat/L' } },
    )
    expect(getResult(draft, 'ALT')).toEqual({ value: '96', upperLimit: '', previous: '', unit: 'µkat/L' })
    expect(getResult(draft, 'AST')).toEqual({ value: '', upperLimit: '', previous: '', unit: 'U/L' })
  })

  test('adds, changes and removes medicines to stop', () => {
    const two = change(
      aDraft(),
      { kind: 'type-medicine-to-stop', index: 0, name: 'a' },
      { kind: 'type-medicine-to-stop', index: 1, name: 'b' },
      { kind: 'type-medicine-to-stop', index: 0, name: 'ab' },
    )
    expect(two.medicinesToStop).toEqual(['ab', 'b'])
    expect(change(two, { kind: 'remove-medicine-to-stop', index: 0 }).medicinesToStop).toEqual(['b'])
  })

  test('keeps the picked day when another time is chosen for a while', () => {
    const draft = change(
      aDraft(),
      { kind: 'change-retest', retest: { choice: 'date', date: '2026-12-01' } },
      { kind: 'change-retest', retest: { choice: '2' } },
    )
    expect(draft.retest).toEqual({ choice: '2', date: '2026-12-01' })
  })

  test('opens another topic with the patient kept and its own choices empty', () => {
    const entry = aLibrary({ id: 'other-sample' }).topics[0] ?? content.entry
    const draft = change(aDraft({ patientName: 'Ana', ticked: ['running'] }), { kind: 'open-topic', entry })
    expect(draft).toMatchObject({ topic: 'other-sample', patientName: 'Ana', ticked: [] })
  })

  test('leaves everything when the topic that is open is opened', () => {
    const draft = aDraft({ ticked: ['running'] })
    expect(change(draft, { kind: 'open-topic', entry: content.entry })).toBe(draft)
  })

  test('changes nothing of the draft before', () => {
    const before = Object.freeze(aDraft({ ticked: Object.freeze(['running']) }))
    change(before, { kind: 'tick', cause: 'fatty', on: true }, { kind: 'fill', fields: { note: 'x' } })
    expect(before).toEqual(aDraft({ ticked: ['running'] }))
  })
})
