import { listSheetText } from '../domain/sheet.ts'
import { computeSpanishSmog, computeSzigrisztPazos } from '../domain/reading-level.ts'
import { makeCounter } from './count-reading.ts'
import { describeSpread, missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'INFLESZ of whole Spanish sheets'
const infleszAtLeast = 65

/** Szigriszt-Pazos of every sample, "fairly easy" or better on the INFLESZ scale; SMOG adjusted for Spanish beside it. */
export function measureSpanishSheets(samples: readonly Sample[]): Measure[] {
  if (samples.length === 0) return []
  const count = makeCounter('es')
  const counted = samples.map(({ name: sheet, ...sample }) => ({
    sheet,
    counts: count(listSheetText(sample.sheet)),
  }))
  return [
    {
      name,
      gate: `none under ${infleszAtLeast}`,
      figures: [
        `${samples.length} sheets; INFLESZ: ${describeSpread(counted.map(({ counts }) => computeSzigrisztPazos(counts)))}`,
        `SMOG adjusted for Spanish (SOL): ${describeSpread(counted.map(({ counts }) => computeSpanishSmog(counts)))}`,
      ],
      misses: counted
        .map(({ sheet, counts }) => ({ sheet, score: computeSzigrisztPazos(counts) }))
        .filter(({ score }) => score < infleszAtLeast)
        .map(({ sheet, score }) =>
          missAt(name, `${sheet} has INFLESZ ${score.toFixed(1)}; ${infleszAtLeast} is the least.`),
        ),
    },
  ]
}
