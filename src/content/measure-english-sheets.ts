import { listSheetText } from '../domain/sheet.ts'
import { computeFleschKincaid, computeSmog } from '../domain/reading-level.ts'
import { makeCounter } from './count-reading.ts'
import { describeSpread, findMedian, missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'SMOG of whole English sheets'
const smogAtMost = 8
const medianAtMost = 6

/**
 * SMOG of all that each sample says, its line of sources included. The gate is on the figure where the allowed terms do not
 * count as long; the figure with them is told beside it.
 */
export function measureEnglishSheets(samples: readonly Sample[], allowed: readonly string[]): Measure[] {
  if (samples.length === 0) return []
  const countAll = makeCounter('en')
  const countOthers = makeCounter('en', allowed)
  const judged = samples.map(({ name: sheet, ...sample }) => {
    const text = listSheetText(sample.sheet)
    return { sheet, grade: computeSmog(countOthers(text)), all: countAll(text) }
  })
  const grades = judged.map(({ grade }) => grade)
  const median = findMedian(grades)
  return [
    {
      name,
      gate: `none above ${smogAtMost}, median ${medianAtMost} or less, without the allowed terms`,
      figures: [
        `${samples.length} sheets; without the ${allowed.length} allowed terms: ${describeSpread(grades)}`,
        `with them: ${describeSpread(judged.map(({ all }) => computeSmog(all)))}`,
        `Flesch-Kincaid grade, for comparison: ${describeSpread(judged.map(({ all }) => computeFleschKincaid(all)))}`,
      ],
      misses: [
        ...judged
          .filter(({ grade }) => grade > smogAtMost)
          .map(({ sheet, grade }) => missAt(name, `${sheet} has SMOG ${grade.toFixed(1)}; ${smogAtMost} is the most.`)),
        ...(median > medianAtMost
          ? [missAt(name, `The median is ${median.toFixed(1)}; ${medianAtMost} is the most.`)]
          : []),
      ],
    },
  ]
}
