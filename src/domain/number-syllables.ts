const upToNineteen = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2]
const tens = [0, 0, 2, 2, 2, 2, 2, 3, 2, 2]
const larger = [
  { unit: 1_000_000, syllables: 2 }, // million
  { unit: 1000, syllables: 2 }, // thousand
  { unit: 100, syllables: 2 }, // hundred
]

function countWhole(number: number): number {
  const least = upToNineteen[number]
  if (least !== undefined) return least
  const large = larger.find(({ unit }) => number >= unit)
  const unit = large?.unit ?? 10
  const head = large ? countWhole(Math.floor(number / unit)) + large.syllables : (tens[Math.floor(number / 10)] ?? 0)
  return head + (number % unit === 0 ? 0 : countWhole(number % unit))
}

/**
 * Syllables of a number in digits as it is read out in English ("150": one hundred fifty, 5).
 * SMOG wants it so: a number in digits is pronounced to see whether it is long (McLaughlin 1969, in the rules as taught).
 * After a point each digit is read by itself.
 */
export function countNumberSyllables(digits: string): number {
  const [whole = '', decimals = ''] = digits.replaceAll(',', '').split('.')
  const after = decimals.split('').reduce((sum, digit) => sum + countWhole(Number(digit)), decimals === '' ? 0 : 1)
  return countWhole(Number(whole)) + after
}
