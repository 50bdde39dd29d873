import { describe, it } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import { expectGoodPaper, listForms, tryAll, visits, type Form } from './all-papers.ts'

const papers = visits.flatMap((visit, index) => [
  ...Language.options
    .flatMap((language, turn) => listForms({ language }, index + 2 * turn))
    .map((form) => ({ ...visit, form })),
  ...Language.options
    .filter((_, turn) => tryAll || index % 10 === turn)
    .map((language) => ({
      name: visit.name,
      choices: { ...visit.choices, depth: 'short' },
      form: { language, size: 'standard', paper: 'A5' } satisfies Form,
    })),
])

describe.each(papers)('$name in $form.language, $form.size, on $form.paper', ({ choices, form }) => {
  it('is a paper without a fault', () => expectGoodPaper({ choices }, form, tryAll || form.size === 'standard'))
})
