import { describe, expect, test } from 'vitest'
import { tell } from '../../src/domain/message.ts'
import type { PrinterOptions, PrintState } from '../../src/ipc/printing.ts'
import { describeJob } from '../../src/renderer/sheet/describe-job.ts'
import { describeOptions, explainCopies, keepOffered, readCopies } from '../../src/renderer/sheet/print-choice.ts'
import { english } from './make-words.ts'

const trays = [{ id: 'InputSlot=Tray2', name: 'Tray 2' }]
const offered: PrinterOptions = { sides: ['one-sided', 'long-edge'], trays }

describe('copies', () => {
  test.each([
    ['1', 1],
    ['99', 99],
    [' 7 ', 7],
    ['0', null],
    ['100', null],
    ['', null],
    ['1.5', null],
    ['-1', null],
    ['two', null],
  ])('%j is %j', (typed, copies) => {
    expect(readCopies(typed)).toBe(copies)
    expect(explainCopies(typed, english)).toBe(copies === null ? 'Copies must be a number from 1 to 99.' : null)
  })
})

describe('what a printer offers', () => {
  test('is kept of what was chosen; the rest is left as the printer is set', () => {
    expect(keepOffered({ sides: 'long-edge', tray: 'InputSlot=Tray2' }, offered)).toEqual({
      sides: 'long-edge',
      tray: 'InputSlot=Tray2',
    })
    expect(keepOffered({ sides: 'short-edge', tray: 'InputSlot=Tray9' }, offered)).toEqual({ sides: null, tray: null })
  })

  test('is told in a few words', () => {
    expect(describeOptions({ sides: 'one-sided', tray: 'InputSlot=Tray2' }, offered, english)).toBe('One side · Tray 2')
    expect(describeOptions({ sides: null, tray: null }, offered, english)).toBe('')
  })
})

describe('a job', () => {
  const describeState = (state: PrintState, copies = 1) =>
    describeJob({ id: 1, at: '2026-11-22T10:00:00.000Z', printer: 'Desk', pages: 2, copies, state }, english)

  test('is said to be printed only when the printer says so', () => {
    const kinds = ['waiting', 'sending', 'accepted', 'printing', 'printed', 'cancelled', 'untold'] as const
    const claims = kinds.filter((kind) => describeState({ kind }).text.startsWith('Printed'))
    expect(claims).toEqual(['printed'])
    expect(describeState({ kind: 'accepted' }).text).toContain('not on paper yet')
    expect(describeState({ kind: 'untold' }).text).toContain('Please look at the printer.')
  })

  test('says how much goes where', () => {
    expect(describeState({ kind: 'printing' }).text).toBe('Printing 2 pages on Desk…')
    expect(describeState({ kind: 'printing' }, 3).text).toBe('Printing 3 copies of 2 pages on Desk…')
  })

  test('that needs a hand or failed stands out, with the reason', () => {
    expect(describeState({ kind: 'held', message: tell('trouble-paper') })).toEqual({
      tone: 'stop',
      text: 'Not printed yet on Desk. It is out of paper. Please fill the tray.',
    })
    expect(describeState({ kind: 'failed', message: tell('printer-vanished', { printer: 'Desk' }) })).toEqual({
      tone: 'stop',
      text: 'The printer Desk is not there any more. Please choose another one.',
    })
  })
})
