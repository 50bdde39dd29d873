import { describe, expect, test } from 'vitest'
import { mergeAdvice } from '../../src/domain/merge-advice.ts'
import { aSelection, topic } from './make.ts'

const stateOf = (causes: string[], item: string, more: object = {}) => {
  const merged = mergeAdvice(topic, aSelection(causes, more))
  const all = [...merged.causes.flatMap((cause) => cause.items), ...merged.everyday]
  return all.find((each) => each.item.id === item)
}

describe('one list of advice from several causes', () => {
  test('a cause alone keeps its own advice', () => {
    expect(stateOf(['fatty'], 'jog')).toMatchObject({ state: 'on', rule: null })
    expect(stateOf(['fatty'], 'walk-then-jog')).toBeUndefined()
  })

  test('two causes that contradict are settled by the rule, which is named', () => {
    expect(stateOf(['running', 'fatty'], 'jog')).toMatchObject({ state: 'dropped-by-rule', rule: 'walk-first' })
    expect(stateOf(['running', 'fatty'], 'walk-then-jog')).toMatchObject({ state: 'on', rule: 'walk-first' })
  })

  test('advice a rule removed cannot be put back by hand', () => {
    expect(stateOf(['running', 'fatty'], 'jog', { added: ['jog'] })?.state).toBe('dropped-by-rule')
  })

  test('the clinician may take out what a rule brought in', () => {
    expect(stateOf(['running', 'fatty'], 'walk-then-jog', { dropped: ['walk-then-jog'] })?.state).toBe('off')
  })

  test('the same advice is given once, by the first that says it', () => {
    expect(stateOf(['running'], 'no-wine-running')?.state).toBe('on')
    expect(stateOf(['running'], 'no-wine-everyday')).toMatchObject({
      state: 'said-elsewhere',
      saidBy: 'no-wine-running',
    })
  })

  test('when the first is taken out, the next one says it', () => {
    expect(stateOf(['running'], 'no-wine-everyday', { dropped: ['no-wine-running'] })?.state).toBe('on')
  })

  test('kept advice stays on, and says what keeps it; without the fact it may go', () => {
    const dropped = ['no-wine-running']
    expect(stateOf(['running'], 'no-wine-running', { dropped, facts: ['shaky'] })).toMatchObject({
      state: 'on',
      keptBy: 'wine-words',
    })
    expect(stateOf(['running'], 'no-wine-running', { dropped })).toMatchObject({ state: 'off', keptBy: null })
  })

  test('items off by default come in only when added', () => {
    expect(stateOf(['running'], 'stretch')?.state).toBe('off')
    expect(stateOf(['running'], 'stretch', { added: ['stretch'] })?.state).toBe('on')
  })

  test('medicines are off until ticked', () => {
    const medicinesOf = (more: object) => mergeAdvice(topic, aSelection(['fatty'], more)).causes[0]?.medicines
    expect(medicinesOf({})).toMatchObject([{ medicine: { id: 'bluestone-pill' }, on: false }])
    expect(medicinesOf({ medicines: ['bluestone-pill'] })).toMatchObject([{ on: true }])
  })

  test('the order of ticking changes nothing', () => {
    expect(mergeAdvice(topic, aSelection(['tablets', 'fatty', 'running']))).toEqual(
      mergeAdvice(topic, aSelection(['running', 'fatty', 'tablets'])),
    )
  })

  test('the clinician’s order moves causes, and nothing within them', () => {
    const causesOf = (causes: string[], ordered: boolean) => mergeAdvice(topic, aSelection(causes, { ordered })).causes
    const [running, fatty] = causesOf(['running', 'fatty'], false)
    expect(causesOf(['fatty', 'running'], true)).toEqual([fatty, running])
    expect(causesOf(['running', 'fatty'], true)).toEqual([running, fatty])
  })
})
