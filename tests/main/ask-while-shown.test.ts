import { expect, test } from 'vitest'
import { askWhileShown } from '../../src/main/ask-while-shown.ts'

test('what is chosen in a dialog is used only while the window holds what it was asked for; else that is told', async () => {
  let clearings = 3
  const told: number[] = []
  const answers = ['/a/sheet.pdf', null, '/a/late.pdf', null]
  const ask = askWhileShown(
    async (name: string) => {
      if (name === 'cleared meanwhile') clearings += 1
      return answers.shift() ?? null
    },
    { count: () => clearings, tell: () => void told.push(clearings) },
  )
  expect([await ask('sheet'), await ask('sheet')]).toEqual(['/a/sheet.pdf', null])
  expect(told).toEqual([])
  expect(await ask('cleared meanwhile')).toBeNull()
  expect(told).toEqual([4])
  expect(await ask('cleared meanwhile')).toBeNull() // closed without a choice: there is nothing to tell
  expect(told).toEqual([4])
})
