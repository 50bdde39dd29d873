import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadContent } from '../../src/content/load-content.ts'
import { toSourceText } from '../../src/domain/outdated.ts'
import { hash } from '../domain/make.ts'
import { topicFile, wordingFile, wordsFile } from './plant.ts'

export const spanishWords = wordsFile.replace('en.yaml', 'es.yaml')
export const spanishWording = wordingFile.replace('en.yaml', 'es.yaml')

/** Adds Spanish to a copied content folder: the English words under its name, medicines and all, so that a test may then change them. */
export function addLanguage(folder: string, { named = true } = {}): void {
  const { topics, wording } = loadContent(folder)
  const copy = (file: string, english?: Parameters<typeof toSourceText>[0]) => {
    const madeFrom = english && named ? `\nmadeFrom: ${hash(toSourceText(english))}` : ''
    const source = path.join(path.dirname(folder), file)
    const text = readFileSync(source, 'utf8').replace(/^[^]*?language: en$/mu, `language: es${madeFrom}`)
    writeFileSync(source.replace('en.yaml', 'es.yaml'), text)
  }
  copy(wordsFile, topics[0]?.words[0]?.value)
  copy(wordingFile, wording[0]?.value)
  copy('content/banned-wording/en.yaml')
  const topic = path.join(path.dirname(folder), topicFile)
  const text = readFileSync(topic, 'utf8')
  writeFileSync(topic, text.replaceAll(/(names: \{ en: )(.*?)(, zh-CN: .*?, es: ).*? \}/gu, '$1$2$3$2 }'))
}
