import { expect, test } from 'vitest'
import { tell, writeEnglish } from '../../src/domain/message.ts'
import { joinNotKept, leaveOutLocked } from '../../src/domain/not-kept.ts'

const locked = tell('not-kept-with-names')
const notLogged = tell('not-logged-fault')
const beyond = tell('not-in-history', { why: tell('history-gone') })

test('a sheet that the log has is said to be there where the names were locked', () => {
  const told = joinNotKept(null, locked, true)
  expect(told && writeEnglish(told)).toMatch(/^It is in the list of sheets given\. Names were locked/u)
  expect(joinNotKept(null, locked, false)).toEqual(locked)
  expect(joinNotKept(notLogged, locked, false)).toEqual(tell('two-sentences', { first: notLogged, second: locked }))
  expect([joinNotKept(null, null, true), joinNotKept(null, beyond, true)]).toEqual([null, beyond])
})

test('once the sheet is kept with names only what else is wrong is left to tell', () => {
  const left = (told: ReturnType<typeof joinNotKept>) => told && leaveOutLocked(told)
  expect(left(locked)).toBeNull()
  expect(left(joinNotKept(null, locked, true))).toBeNull()
  expect(left(joinNotKept(notLogged, locked, false))).toEqual(notLogged)
  const other = joinNotKept(notLogged, beyond, false)
  expect([left(other), left(notLogged), left(beyond)]).toEqual([other, notLogged, beyond])
})
