import { countChineseCharacters } from '../domain/chinese-length.ts'
import { splitSentences } from '../domain/sentences.ts'
import { listSheetText } from '../domain/sheet.ts'
import { missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

const name = 'Sentences of whole Chinese sheets'
const onAverageAtMost = 20
const atMost = 35

/** Characters of every sentence that some sample has, each sentence once, and the mean of each sheet. */
export function measureChineseSheets(samples: readonly Sample[]): Measure[] {
  if (samples.length === 0) return []
  const sheets = samples.map(({ sheet }) => listSheetText(sheet).flatMap(splitSentences))
  const means = sheets.map(
    (sentences) =>
      sentences.reduce((sum, sentence) => sum + countChineseCharacters(sentence), 0) / Math.max(1, sentences.length),
  )
  const lengths = [...new Set(sheets.flat())].map((sentence) => ({
    sentence,
    length: countChineseCharacters(sentence),
  }))
  const worst = Math.max(...means)
  return [
    {
      name,
      gate: `${onAverageAtMost} characters or fewer on average, none above ${atMost}`,
      figures: [
        `${samples.length} sheets; on average at most ${worst.toFixed(1)}, longest ${Math.max(...lengths.map(({ length }) => length))} characters`,
      ],
      misses: [
        ...lengths
          .filter(({ length }) => length > atMost)
          .map(({ sentence, length }) =>
            missAt(name, `"${sentence}" has ${length} characters; ${atMost} is the most.`),
          ),
        ...(worst > onAverageAtMost
          ? [missAt(name, `A sheet has ${worst.toFixed(1)} characters a sentence; ${onAverageAtMost} is the most.`)]
          : []),
      ],
    },
  ]
}
