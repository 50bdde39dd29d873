import { parseArgs } from 'node:util'
import { AppError } from '../domain/app-error.ts'

const one = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const choices = {
  topic: one,
  cause: many,
  ordered: flag,
  language: one,
  'second-language': one,
  drop: many,
  add: many,
  medicine: many,
  stop: many,
  result: many,
  retest: one,
  card: flag,
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
  'emergency-number': one,
  region: one,
  logo: one,
  date: one,
  out: one,
  json: flag,
  text: flag,
  'attach-record': flag,
  list: flag,
  help: flag,
} as const

/** What `--help` prints. */
export const usage = `One advice sheet as a PDF.

  npm run --silent sheet -- --topic <id> --cause <id>[:confirmed|likely|checking] … --region uk --out sheet.pdf

  --list                    topics, causes, items, medicines, languages and regions, then ends
  --ordered                 the causes print in the order given here, not in the topic's
  --language en             language of the sheet; --second-language es to stand beside it
  --result ALT=96/45[unit][,previous=130]
                            value / upper limit, and the value of last time; U/L or µkat/L (repeat for more);
                            ALT=96 without a limit is printed but not compared
  --date 2026-11-22         the day it is given, when it is not today
  --retest 2026-12-07       the day of the next test; or --retest 2w, in 1 to 52 weeks
  --card                    a card to cut out with the day of the next test
  --drop, --add <item>      take advice or a preparation out, put advice in
  --medicine <id>           a medicine a doctor may use; --stop "<name>" one to stop
  --fact pregnant           what is known of the patient; --list shows them (repeat for more)
  --lab bilirubin=2.4/1.2   another result / upper limit; inr=1.2 has none (repeat for more)
  --reading-need interpreter|low-literacy
  --reason "…"              why the sheet is given although CareSheet says stop
  --note, --patient "…"     the clinician's note, the patient's name
  --for patient|carer       who takes the sheet home
  --depth short|full   --paper A4|Letter|A5   --size standard|clear|large
  --region uk               where the clinic is, for the number of its ambulance, or
  --emergency-number 999    that number itself; without one no sheet is made
  --clinic clinic.json      clinic name, address, phone, openingHours, emergencyNumber
  --logo logo.svg           the clinic's logo, a PNG, JPEG or SVG picture
  --selection choices.json  all the choices as JSON, instead of the options above
  --attach-record           put what was given into the PDF, as FHIR R4, with the reason if there is one; nothing else
                            about the patient (PDF/A-3a)
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
  if (options.region !== undefined && options['emergency-number'] !== undefined)
    throw new AppError('bad-input', 'Give either --region or --emergency-number, not both.')
  if (options.json && options.text) throw new AppError('bad-input', 'Ask for either --json or --text, not both.')
  if (options.out === undefined && options['attach-record'])
    throw new AppError('bad-input', 'The record stands inside the PDF: say where to write that with --out sheet.pdf.')
  if (options.out === undefined && !options.json && !options.text && !options.list && !options.help)
    throw new AppError(
      'bad-input',
      'Say where to write the sheet with --out sheet.pdf, or ask for --json, --text or --list.',
    )
  return options
}
