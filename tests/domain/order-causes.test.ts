import { describe, expect, test } from 'vitest'
import { moveCause, orderCauses } from '../../src/domain/order-causes.ts'
import { aSelection, topic } from './make.ts'

const read = (causes: readonly string[], ordered: boolean) =>
  orderCauses(topic, aSelection(causes, { ordered })).map(({ id }) => id)

describe('the order of the causes on paper', () => {
  test('is the topic’s, whatever was ticked first', () => {
    expect(read(['tablets', 'running', 'fatty'], false)).toEqual(['running', 'fatty', 'tablets'])
    expect(read(['fatty', 'tablets'], false)).toEqual(read(['tablets', 'fatty'], false))
  })

  test('is the clinician’s where there is one', () => {
    expect(read(['tablets', 'running', 'fatty'], true)).toEqual(['tablets', 'running', 'fatty'])
    expect(read(['fatty', 'tablets'], true)).not.toEqual(read(['tablets', 'fatty'], true))
  })

  test('leaves out what the topic does not have', () => {
    expect(read(['moonlight', 'fatty'], true)).toEqual(['fatty'])
  })
})

describe('moving a cause', () => {
  const all = ['a', 'b', 'c', 'd', 'e']
  const move = (cause: string, step: -1 | 1) => moveCause(all, ['b', 'd', 'e'], cause, step)

  test('takes it past the ticked one before or after it, over all that is not ticked', () => {
    expect(move('d', -1)).toEqual(['a', 'd', 'b', 'c', 'e'])
    expect(move('b', 1)).toEqual(['a', 'c', 'd', 'b', 'e'])
  })

  test('changes nothing where there is none to pass, or it is not ticked itself', () => {
    expect(move('b', -1)).toBe(all)
    expect(move('e', 1)).toBe(all)
    expect(move('c', 1)).toBe(all)
  })

  test('there and back shows the same order', () => {
    const shown = (order: readonly string[]) => order.filter((id) => ['b', 'd', 'e'].includes(id))
    expect(shown(moveCause(move('d', -1), ['b', 'd', 'e'], 'd', 1))).toEqual(['b', 'd', 'e'])
  })
})
