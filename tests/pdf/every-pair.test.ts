import { describe, it } from 'vitest'
import { expectGoodPaper, listForms, pairs, tryAll, visits } from './all-papers.ts'

const papers = visits.flatMap((visit, index) =>
  pairs
    .filter((_, turn) => tryAll || index % 3 === turn)
    .flatMap((pair) => listForms(pair, Math.floor(index / 3)))
    .map((form) => ({ ...visit, form })),
)

describe.each(papers)(
  '$name in $form.language and $form.secondLanguage, $form.size, on $form.paper',
  ({ choices, form }) => {
    it('is a paper without a fault', () => expectGoodPaper({ choices }, form, tryAll || form.size === 'standard'))
  },
)
