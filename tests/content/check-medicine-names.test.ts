import { expect, test } from 'vitest'
import { change, copyContent, listProblems, topicFile } from './plant.ts'
import { spanishWords } from './translate.ts'

const chineseWords = spanishWords.replace('es.yaml', 'zh-CN.yaml')

test('a medicine called by the name of another is told, with its line', () => {
  const folder = copyContent()
  const line = change(folder, spanishWords, 'name: silibinina (cápsulas)', 'name: tiopronina (cápsulas)')
  expect(listProblems(folder)).toEqual([
    `${spanishWords}:${line} "tiopronina" is the name of "tiopronin", and stands here for "silybin".`,
    `${spanishWords}:${line} This is no accepted name of "silybin"; it must hold "silibinina".`,
  ])
})

test('so is one that names another beside its own', () => {
  const folder = copyContent()
  const line = change(folder, chineseWords, 'name: 恩替卡韦片', 'name: 恩替卡韦片或拉米夫定片')
  expect(listProblems(folder)).toEqual([
    `${chineseWords}:${line} "拉米夫定" is the name of "lamivudine", and stands here for "entecavir".`,
  ])
})

test('so is a name that two medicines are given', () => {
  const folder = copyContent()
  change(folder, topicFile, 'es: [silibinina]', 'es: [silibinina, tiopronina]')
  expect(listProblems(folder)).toEqual([
    expect.stringContaining('"tiopronina" is the name of "silybin", and stands here for "tiopronin".'),
  ])
})

test('so is a medicine without an accepted name in a language of the topic', () => {
  const folder = copyContent()
  change(folder, topicFile, ', es: [silibinina]', '')
  expect(listProblems(folder)).toEqual([
    expect.stringContaining('"silybin" has no accepted name for es under its names in topic.yaml.'),
  ])
})
