import type { Glossary } from '../domain/glossary.ts'
import type { Finding } from './read-yaml.ts'

/** Terms that the English explains and a translation forgot, and those a translation explains or leaves out for nothing. */
export function checkTerms(english: Glossary | undefined, glossary: Glossary): Finding[] {
  if (!english || glossary.language === english.language) return []
  const wanted = new Set(english.terms.map(({ id }) => id))
  const given = glossary.terms.map(({ id }) => id)
  const settled = new Set([...given, ...glossary.without])
  return [
    ...[...wanted]
      .filter((id) => !settled.has(id))
      .map(
        (id) => `The term "${id}" is not here. Explain it, or list it under "without" where this language needs none.`,
      ),
    ...[...given, ...glossary.without]
      .filter((id) => !wanted.has(id))
      .map((id) => `The English glossary has no term "${id}".`),
    ...glossary.without.filter((id) => given.includes(id)).map((id) => `"${id}" is explained and left out.`),
  ].map((message) => ({ path: ['terms'], message }))
}
