import { Clinic } from '../../src/domain/clinic.ts'
import { IsoDate } from '../../src/domain/calendar.ts'
import { Language } from '../../src/domain/ids.ts'
import type { Library } from '../../src/domain/library.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSubsets } from '../../src/content/sample-sheets.ts'
import type { Fonts } from '../../src/pdf/load-fonts.ts'
import { layOutSelection } from '../../src/pdf/render-selection.ts'
import type { BenchDocument } from './rival.ts'

const commonCauses = ['intense-exercise', 'sleep-loss', 'hepatitis-b', 'hepatitis-c', 'fatty-liver', 'drug-injury']
const topic = 'raised-liver-enzymes'
const today = IsoDate.parse('2026-11-22')
const clinic = Clinic.parse({
  name: 'Your Clinic',
  address: 'Street, town',
  phone: '555 0134',
  openingHours: 'Mon–Fri 8:00–18:00',
  emergencyNumber: '911',
})

export const causeSets: readonly (readonly string[])[] = listSubsets(commonCauses)
export const languages: readonly Language[] = Language.options

/** Numbers that look like chance and are the same in every run. */
function makeChance(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A made-up name, letter by letter: every patient brings letters the sheet before did not have. */
function makeName(language: Language, chance: (below: number) => number): string {
  const draw = (letters: string, count: number) =>
    Array.from({ length: count }, () => letters.charAt(chance(letters.length))).join('')
  if (language === 'zh-CN') return String.fromCodePoint(...Array.from({ length: 3 }, () => 0x4e00 + chance(0x5000)))
  const makeWord = () => draw('ABCDEFGHIJKLMNOPRSTVWZ', 1) + draw('aeiou', 1) + draw('bdfghklmnprstvwxyzñé', 4)
  return `${makeWord()} ${makeWord()}`
}

/**
 * The sheet of a set of causes, with results and a name of its own: no two documents of a run are the same, however
 * many rounds there are.
 */
export function makeDocument(
  library: Library,
  fonts: Fonts,
  at: { readonly set: number; readonly language: Language; readonly round: number },
): BenchDocument {
  const { set, language, round } = at
  const chance = makeChance((round * causeSets.length + set) * languages.length + languages.indexOf(language))
  const result = (analyte: string, upperLimit: number) => ({
    analyte,
    upperLimit,
    unit: 'U/L',
    value: upperLimit + chance(2 * upperLimit),
  })
  const selection = parseSelection({
    topic,
    language,
    causes: causeSets[set]?.map((id) => ({ id })),
    results: [result('ALT', 45), result('AST', 40)],
    patientName: makeName(language, chance),
  })
  const job = { selection, clinic, today }
  const { composed } = layOutSelection({ library, ...job }, fonts)
  return { job, sheet: 'sheets' in composed ? composed.sheets[0] : composed }
}

/** One round: every set of causes in every language, the languages in turn. */
export function makeRound(library: Library, fonts: Fonts, round: number): BenchDocument[] {
  return causeSets.flatMap((_causes, set) =>
    languages.map((language) => makeDocument(library, fonts, { set, language, round })),
  )
}
