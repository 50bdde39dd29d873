import { describe, it } from 'vitest'
import { expectGoodPaper, listForms, tryAll, visits } from './all-papers.ts'

const pairs = [
  ['es', 'en'],
  ['zh-CN', 'en'],
  ['es', 'zh-CN'],
] as const

const papers = visits.flatMap((visit, index) =>
  pairs
    .filter((_, turn) => tryAll || index % 3 === turn)
    .flatMap(([language, secondLanguage]) => listForms({ language, secondLanguage }, Math.floor(index / 3)))
    .map((form) => ({ ...visit, form })),
)

describe.each(papers)(
  '$name in $form.language and $form.secondLanguage, $form.size, on $form.paper',
  ({ choices, form }) => {
    it('is a paper without a fault', () => expectGoodPaper({ choices }, form, tryAll || form.size === 'standard'))
  },
)
