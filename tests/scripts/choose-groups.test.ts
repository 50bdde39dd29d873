import { describe, expect, test } from 'vitest'
import { chooseGroups } from '../../scripts/checks/choose-groups.ts'

describe('choosing what to check', () => {
  test('everything, unless told otherwise', () => {
    expect([...chooseGroups([]).chosen]).toEqual(['static', 'build', 'unit', 'e2e'])
    expect([...chooseGroups(['--only', 'unit,static']).chosen]).toEqual(['unit', 'static'])
  })

  test('hands on what follows -- to the runner', () => {
    expect(chooseGroups(['--only', 'e2e', '--', '--grep', 'print']).extra).toEqual(['--grep', 'print'])
  })

  test.each([
    [['--only']],
    [['--only', 'units']],
    [['--olny', 'unit']],
    [['e2e']],
    [['--only', 'unit', 'e2e']],
    [['--', '--grep', 'print']],
  ])('refuses %j instead of running nothing', (options) => {
    expect(() => chooseGroups(options)).toThrow('--only')
  })
})
