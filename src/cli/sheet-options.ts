import { parseArgs } from 'node:util'
import { AppError } from '../domain/app-error.ts'
import { readNumber } from '../domain/parse-number.ts'

const one = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const choices = {
  topic: one,
  cause: many,
  language: one,
  'second-language': one,
  drop: many,
  add: many,
  medicine: many,
  stop: many,
  result: many,
  retest: one,
  note: one,
  patient: one,
  for: one,
  depth: one,
  size: one,
  paper: one,
  fact: many,
  lab: many,
  'reading-need': one,
  reason: one,
} as const
const rest = {
  selection: one,
  clinic: one,
  date: one,
  out: one,
  json: flag,
  text: flag,
  list: flag,
  help: flag,
} as const

/** What `--help` prints. */
export const usage = `One advice sheet as a PDF.

  npm run --silent sheet -- --topic <id> --cause <id>[:confirmed|likely|checking] … --out sheet.pdf

  --list                    topics, causes, items, medicines and languages, then ends
  --language en             language of the sheet; --second-language es to stand beside it
  --result ALT=96/45[unit][,previous=130]
                            value / upper limit, and the value of last time; U/L or µkat/L (repeat for more)
  --date, --retest          the day it is given, the day of the next test (YYYY-MM-DD)
  --drop, --add <item>      take advice or a preparation out, put advice in
  --medicine <id>           a medicine a doctor may use; --stop "<name>" one to stop
  --fact pregnant           what is known of the patient; --list shows them (repeat for more)
  --lab bilirubin=2.4/1.2   another result / upper limit; inr=1.2 has none (repeat for more)
  --reading-need interpreter|low-literacy
  --reason "…"              why the sheet is given although CareSheet says stop
  --note, --patient "…"     the clinician's note, the patient's name
  --for patient|carer       who takes the sheet home
  --depth short|full   --paper A4|Letter|A5   --size standard|clear|large
  --clinic clinic.json      clinic name, address, phone, openingHours, emergencyNumber
  --selection choices.json  all the choices as JSON, instead of the options above
  --json                    print the composed sheet as JSON (with or without --out)
  --text                    print the sheet as plain text, for the chart (with or without --out)`

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...choices, ...rest }, allowPositionals: false }).values
  } catch (error) {
    const why = error instanceof Error ? error.message.split(/[.\n]/u)[0] : ''
    throw new AppError('bad-input', `${why}. The options are: ${Object.keys({ ...choices, ...rest }).join(', ')}.`)
  }
}

/** The options of the `sheet` command, as typed. */
export type Options = ReturnType<typeof parseOptions>

/** Reads the command line. @throws AppError bad-input for an unknown option, or one that is not ready or does not fit */
export function readOptions(args: readonly string[]): Options {
  const options = parseOptions(args)
  const extra = Object.keys(choices).find((name) => name in options)
  if (options.selection !== undefined && extra !== undefined)
    throw new AppError('bad-input', `Give either --selection or --${extra}, not both.`)
  if (options.json && options.text) throw new AppError('bad-input', 'Ask for either --json or --text, not both.')
  if (options.out === undefined && !options.json && !options.text && !options.list && !options.help)
    throw new AppError(
      'bad-input',
      'Say where to write the sheet with --out sheet.pdf, or ask for --json, --text or --list.',
    )
  return options
}

function readCause(typed: string) {
  const [id, certainty, ...more] = typed.split(':')
  if (more.length > 0)
    throw new AppError('bad-input', `--cause: write "${typed}" as cause:certainty, for example fatty-liver:likely.`)
  return certainty === undefined ? { id } : { id, certainty }
}

const resultExample = 'name=value/upper limit, for example ALT=96/45 or ALT=96/45,previous=130'

function readResult(typed: string) {
  const [now = '', previous, ...more] = typed.split(/,\s*previous=/u)
  const [, analyte, value, upperLimit, unit] = /^([^=]+)=([^/]*)\/([\d.,-]*)(.*)$/u.exec(now) ?? []
  if (analyte === undefined || value === undefined || upperLimit === undefined || more.length > 0)
    throw new AppError('bad-input', `--result: write "${typed}" as ${resultExample}.`)
  return {
    analyte,
    value: readNumber(value),
    upperLimit: readNumber(upperLimit),
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

/** The Selection the options describe, still to be checked by its schema. */
export function toRawSelection(options: Options): unknown {
  const { topic, language, cause, result, retest } = options
  if (topic === undefined) throw new AppError('bad-input', 'Say which topic with --topic; --list shows them.')
  return {
    topic,
    language: language ?? 'en',
    ...(options['second-language'] === undefined ? {} : { secondLanguage: options['second-language'] }),
    causes: (cause ?? []).map(readCause),
    dropped: options.drop ?? [],
    added: options.add ?? [],
    medicines: options.medicine ?? [],
    medicinesToStop: options.stop ?? [],
    results: (result ?? []).map(readResult),
    retest: retest === undefined ? { kind: 'usual' } : { kind: 'date', date: retest },
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
