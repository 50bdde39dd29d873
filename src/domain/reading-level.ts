/** What reading formulas count in a text. A long word (polysyllable) has 3 syllables or more. */
export type ReadingCounts = {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  readonly longWords: number
}

/**
 * SMOG grade: years of US schooling to understand a text whole. Meant for 30 sentences or more.
 * McLaughlin GH. SMOG grading: a new readability formula. Journal of Reading 1969;12(8):639–646;
 * 1.0430 × √(long words × 30 ÷ sentences) + 3.1291, for any number of sentences, is his own form of it.
 */
export function computeSmog({ longWords, sentences }: Pick<ReadingCounts, 'longWords' | 'sentences'>): number {
  return 1.043 * Math.sqrt((longWords * 30) / sentences) + 3.1291
}

/**
 * Flesch-Kincaid grade level: 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59.
 * Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for Navy enlisted personnel.
 * Research Branch Report 8-75, 1975.
 */
export function computeFleschKincaid({ words, sentences, syllables }: Omit<ReadingCounts, 'longWords'>): number {
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59
}

/**
 * Perspicuity of a Spanish text, higher is easier: 206.835 − 62.3 × syllables ÷ words − words ÷ sentences.
 * Szigriszt Pazos F. Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad. Madrid, 1993.
 * Read by the INFLESZ scale: under 40 very hard, to 55 rather hard, to 65 normal, to 80 fairly easy, above very easy.
 * Barrio-Cantalejo IM and others. Validación de la Escala INFLESZ. An Sist Sanit Navar 2008;31(2):135–152.
 */
export function computeSzigrisztPazos({ words, sentences, syllables }: Omit<ReadingCounts, 'longWords'>): number {
  return 206.835 - (62.3 * syllables) / words - words / sentences
}

/**
 * SMOG of a Spanish text on the scale of English, for Spanish has longer words at the same difficulty: −2.51 + 0.74 × SMOG.
 * Contreras A, García-Alonso R, Echenique M, Daye-Contreras F. The SOL formulas for converting SMOG readability scores
 * between health education materials written in Spanish, English, and French. J Health Commun 1999;4(1):21–29.
 */
export function computeSpanishSmog(counts: Pick<ReadingCounts, 'longWords' | 'sentences'>): number {
  return -2.51 + 0.74 * computeSmog(counts)
}
