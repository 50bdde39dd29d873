import type { Wording } from '../domain/wording.ts'
import { listSheetText } from '../domain/sheet.ts'
import { computeFleschKincaid, computeSmog } from '../domain/reading-level.ts'
import { makeCounter } from './count-reading.ts'
import { listProse } from './list-prose.ts'
import { describeSpread, findMedian, missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'SMOG of whole English sheets'
const smogAtMost = 8
const medianAtMost = 6

/**
 * SMOG of every sample, with and without the allowed terms. The gate is on the figure where the allowed terms do not
 * count as long, over all the sheet but its line of sources; the figures with them are told beside it.
 */
export function measureEnglishSheets(
  samples: readonly Sample[],
  wording: Wording,
  allowed: readonly string[],
): Measure[] {
  if (samples.length === 0) return []
  const countAll = makeCounter('en')
  const countOthers = makeCounter('en', allowed)
  const prose = samples.map(({ sheet }) => listProse(sheet, wording))
  const whole = samples.map(({ sheet }) => listSheetText(sheet))
  const judged = samples.map((sample, index) => ({ sample, grade: computeSmog(countOthers(prose[index] ?? [])) }))
  const grades = judged.map((each) => each.grade)
  const median = findMedian(grades)
  return [
    {
      name,
      gate: `none above ${smogAtMost}, median ${medianAtMost} or less, without the allowed terms`,
      figures: [
        `${samples.length} sheets; without the ${allowed.length} allowed terms: ${describeSpread(grades)}`,
        `with them: ${describeSpread(prose.map(countAll).map(computeSmog))}`,
        `with the line of sources, without allowed terms: ${describeSpread(whole.map(countOthers).map(computeSmog))}`,
        `with the line of sources and with them: ${describeSpread(whole.map(countAll).map(computeSmog))}`,
        `Flesch-Kincaid grade, for comparison: ${describeSpread(prose.map(countAll).map(computeFleschKincaid))}`,
      ],
      misses: [
        ...judged
          .filter((each) => each.grade > smogAtMost)
          .map((each) =>
            missAt(name, `${each.sample.name} has SMOG ${each.grade.toFixed(1)}; ${smogAtMost} is the most.`),
          ),
        ...(median > medianAtMost
          ? [missAt(name, `The median is ${median.toFixed(1)}; ${medianAtMost} is the most.`)]
          : []),
      ],
    },
  ]
}
