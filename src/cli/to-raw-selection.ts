import { AppError } from '../domain/app-error.ts'
import { readNumber } from '../domain/parse-number.ts'
import type { Options } from './sheet-options.ts'

function readCause(typed: string) {
  const [id, certainty, ...more] = typed.split(':')
  if (more.length > 0)
    throw new AppError('bad-input', `--cause: write "${typed}" as cause:certainty, for example fatty-liver:likely.`)
  return certainty === undefined ? { id } : { id, certainty }
}

/** Name, value, upper limit and unit. What is no number stands for the value, so that the schema can say so. */
const resultPattern = /^([^=]+)=([^/]*?[\d.,-]|[^/]*)(?:\/([\d.,-]+))?((?:[^\d.,/-]+(?:\/[a-z]+)?)?)$/iu
const resultExample = 'name=value/upper limit, for example ALT=96/45 or ALT=96/45,previous=130'

function readResult(typed: string) {
  const [now = '', previous, ...more] = typed.split(/,\s*previous=/u)
  const [, analyte, value, upperLimit, unit] = resultPattern.exec(now) ?? []
  if (analyte === undefined || value === undefined || more.length > 0)
    throw new AppError('bad-input', `--result: write "${typed}" as ${resultExample}.`)
  return {
    analyte,
    value: readNumber(value),
    ...(upperLimit === undefined ? {} : { upperLimit: readNumber(upperLimit) }),
    unit: unit?.trim() || 'U/L',
    ...(previous === undefined ? {} : { previous: readNumber(previous) }),
  }
}

function readLab(typed: string) {
  const [, id, value, upperLimit] = /^([^=]+)=([^/]*)(?:\/(.*))?$/u.exec(typed) ?? []
  if (id === undefined || value === undefined)
    throw new AppError('bad-input', `--lab: write "${typed}" as name=value/upper limit, for example bilirubin=2.4/1.2.`)
  return {
    id: id.trim().toLowerCase(),
    value: readNumber(value),
    ...(upperLimit === undefined ? {} : { upperLimit: readNumber(upperLimit) }),
  }
}

/** The next test as typed: a day, or a number of weeks with a w. */
function readRetest(typed: string | undefined) {
  if (typed === undefined) return { kind: 'usual' }
  const [, weeks] = /^(\d+)\s*w$/iu.exec(typed.trim()) ?? []
  return weeks === undefined ? { kind: 'date', date: typed } : { kind: 'weeks', weeks: Number(weeks) }
}

/** The Selection the options describe, still to be checked by its schema. */
export function toRawSelection(options: Options): unknown {
  const { topic, language, cause, result, retest } = options
  if (topic === undefined) throw new AppError('bad-input', 'Say which topic with --topic; --list shows them.')
  return {
    topic,
    language: language ?? 'en',
    ...(options['second-language'] === undefined ? {} : { secondLanguage: options['second-language'] }),
    causes: (cause ?? []).map(readCause),
    ordered: options.ordered ?? false,
    dropped: options.drop ?? [],
    added: options.add ?? [],
    medicines: options.medicine ?? [],
    medicinesToStop: options.stop ?? [],
    results: (result ?? []).map(readResult),
    retest: readRetest(retest),
    retestCard: options.card ?? false,
    note: options.note ?? '',
    patientName: options.patient ?? '',
    ...(options.for === undefined ? {} : { audience: options.for }),
    facts: options.fact ?? [],
    labs: (options.lab ?? []).map(readLab),
    overrideReason: options.reason ?? '',
    ...(options['reading-need'] === undefined ? {} : { readingNeed: options['reading-need'] }),
    ...(options.depth === undefined ? {} : { depth: options.depth }),
    ...(options.size === undefined ? {} : { size: options.size }),
    ...(options.paper === undefined ? {} : { paper: options.paper }),
  }
}
