import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Habits } from '../../src/domain/habits.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { Snippet } from '../../src/domain/snippet.ts'
import { keepHabits } from '../../src/main/keep-habits.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const walk = Snippet.parse({ name: 'walk', language: 'en', text: 'Walk each day.' })
const rest = Snippet.parse({ name: 'rest', language: 'en', text: 'Rest after lunch.' })
const file = () => join(folder(), 'snippets.json')

function open(path: string | null = file()) {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  const ask = { toOpen: async () => path, toSave: async () => path }
  return keepHabits(
    { use: (work) => work(db) },
    join(folder(), 'writing'),
    ask,
    () => new Date('2026-11-22T09:30:00.000Z'),
  )
}

test('what is kept is there again for another start, each part by itself', () => {
  open().save(Habits.parse({ snippets: [walk], labName: 'Town Lab' }))
  expect(open().read()).toEqual({ snippets: [walk], labName: 'Town Lab', labLimits: [] })
})

test('a file holds the snippets and nothing else, and adds to those that are there', async () => {
  const labLimits = [{ lab: 'Town Lab', analyte: 'ALT', upperLimit: 40, unit: 'U/L' as const }]
  const habits = open()
  habits.save({ snippets: [walk], labName: 'Town Lab', labLimits })
  expect(await habits.saveFile()).toBe(file())
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
    format: 'caresheet-snippets',
    version: 1,
    snippets: [walk],
  })

  habits.save({ snippets: [rest], labName: 'Town Lab', labLimits })
  const taken = await habits.takeFile()
  expect(taken).toEqual({ habits: { snippets: [rest, walk], labName: 'Town Lab', labLimits }, told: [], taken: 1 })
})

test('a file of something else changes nothing', async () => {
  const habits = open()
  habits.save(Habits.parse({ snippets: [walk] }))
  writeFileSync(file(), '{"format":"caresheet-bundles","version":1,"bundles":[]}')
  await expect(habits.takeFile()).rejects.toThrow('This is no file of snippets')
  expect(habits.read().snippets).toEqual([walk])
})

test('a closed dialog does nothing', async () => {
  expect(await open(null).takeFile()).toBeNull()
  expect(await open(null).saveFile()).toBeNull()
})

test('what a damaged clinic.db cannot take holds until the app ends, and is told', () => {
  const path = join(folder(), 'clinic.db')
  writeFileSync(path, 'not a database at all, but long enough to be looked at as one'.repeat(20))
  const ask = { toOpen: async () => null, toSave: async () => null }
  const habits = keepHabits(
    { use: (work) => work(openClinicDatabase(path)) },
    join(folder(), 'writing'),
    ask,
    () => new Date(),
  )
  const { told } = habits.save(Habits.parse({ labName: 'Town Lab' }))
  expect(told.map(writeEnglish).join()).toMatch(/The change holds until CareSheet is closed\.$/u)
  expect(habits.read().labName).toBe('Town Lab')
})
