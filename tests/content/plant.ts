import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { readContent } from '../../src/content/read-content.ts'

export const shipped = path.resolve(import.meta.dirname, '../../content')
export const topicFile = 'content/topics/raised-liver-enzymes/topic.yaml'
export const wordsFile = 'content/topics/raised-liver-enzymes/en.yaml'
export const glossaryFile = 'content/glossary/en.yaml'
export const noteRulesFile = 'content/note-rules/en.yaml'
export const wordingFile = 'content/wording/en.yaml'

/** A folder "content" that a test may spoil: a copy of what ships, gone when the test is. */
export function copyContent(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'content-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  const folder = path.join(parent, 'content')
  cpSync(shipped, folder, { recursive: true })
  return folder
}

/** The same without the translations, for a test of the English alone: it is read three times as fast. */
export function copyEnglish(): string {
  const folder = copyContent()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/[\\/](es|zh-CN)\.yaml$/u.test(file)) rmSync(path.join(folder, file))
  return folder
}

/** Changes one place in a copied file. Returns the line where the change begins, counted from 1. */
export function change(folder: string, file: string, from: string, to: string): number {
  const target = path.join(path.dirname(folder), file)
  const text = readFileSync(target, 'utf8')
  const at = text.indexOf(from)
  if (at < 0) throw new Error(`"${from}" is not in ${file}`)
  writeFileSync(target, text.slice(0, at) + to + text.slice(at + from.length))
  return text.slice(0, at).split('\n').length
}

/** The messages of everything that is wrong with a folder; none when it reads. */
export function listProblems(folder: string, today?: string): string[] {
  try {
    readContent(folder, today)
    return []
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'content-damaged') throw error
    return error.problems.map(({ message }) => message)
  }
}
