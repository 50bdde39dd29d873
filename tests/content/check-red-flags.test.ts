import { expect, test } from 'vitest'
import { change, copyEnglish, listProblems, topicFile } from './plant.ts'

const ofHepatitisC = 'redFlags: [confused, bleeding, yellow-or-itching, swelling]'

test('a cause that names a red flag nobody wrote is told, with its line', () => {
  const folder = copyEnglish()
  const line = change(folder, topicFile, ofHepatitisC, 'redFlags: [confused, haemorrhage]')
  expect(listProblems(folder)).toEqual([`${topicFile}:${line} There is no red flag called "haemorrhage".`])
})

test('so is a cause without a red flag', () => {
  const folder = copyEnglish()
  const line = change(folder, topicFile, ofHepatitisC, 'redFlags: []')
  expect(listProblems(folder)).toEqual([
    expect.stringContaining(`${topicFile}:${line} "redFlags" is wrong in "hepatitis-c"`),
  ])
})

test('and one that says nothing of red flags', () => {
  const folder = copyEnglish()
  change(folder, topicFile, `    ${ofHepatitisC}\n`, '')
  expect(listProblems(folder)).toEqual([expect.stringContaining('"redFlags" is missing in "hepatitis-c".')])
})

test('so is a red flag that would never print', () => {
  const folder = copyEnglish()
  change(folder, topicFile, 'collapse, heat-illness]', 'collapse]')
  const line = change(folder, topicFile, '  - { id: heat-illness,', '  - { id: heat-illness,')
  expect(listProblems(folder)).toEqual([
    `${topicFile}:${line} The red flag "heat-illness" never prints: no cause names it, and it has no "always: true".`,
  ])
})

test('so is a level of red flags that is not on every sheet', () => {
  const folder = copyEnglish()
  const ids = ['confused', 'bleeding', 'severe-belly-pain', 'collapse', 'overdose', 'pregnant-unwell']
  for (const id of ids) {
    const flag = `- { id: ${id}, urgency: emergency,`
    change(folder, topicFile, `${flag} always: true,`, flag)
  }
  expect(listProblems(folder)).toContainEqual(
    expect.stringContaining('There is no emergency red flag for every sheet.'),
  )
})
