import type { Problem } from '../domain/app-error.ts'
import type { Translation } from '../domain/outdated.ts'
import { checkUpToDate } from './check-made-from.ts'
import { findEnglish, type Loaded, type LoadedContent } from './load-content.ts'
import { locate } from './read-yaml.ts'

/** A translation that is older than the English, as people call it ("zh-CN of the wording"), and what to do about it. */
export type OutdatedFile = { readonly name: string; readonly problems: readonly Problem[] }

/** Every translation made from another English than today's. */
export function listOutdatedFiles({
  topics,
  wording,
  glossary,
}: Pick<LoadedContent, 'topics' | 'wording' | 'glossary'>): OutdatedFile[] {
  const find = (kind: string, loaded: readonly Loaded<Translation>[]) =>
    loaded.flatMap(({ file, value }): OutdatedFile[] => {
      const problems = locate(file, checkUpToDate(findEnglish(loaded), value))
      return problems.length === 0 ? [] : [{ name: `${value.language} of ${kind}`, problems }]
    })
  return [
    ...topics.flatMap(({ value, words }) => find(value.id, words)),
    ...find('the wording', wording),
    ...find('the glossary', glossary),
  ]
}
