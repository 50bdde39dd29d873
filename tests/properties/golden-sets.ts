import { topic } from './shipped-topic.ts'

/** A sheet whose words are kept under tests/golden, by the name of its file. */
export type GoldenSheet = {
  readonly name: string
  readonly choices: { readonly causes: readonly string[] } & Record<string, unknown>
}

const set = (name: string, causes: readonly string[], choices: object = {}): GoldenSheet => ({
  name,
  choices: { causes, ...choices },
})
const stop = { medicinesToStop: ['Example tablets'] }
const results = (alt: number, ast: number) => ({
  results: [
    { analyte: 'ALT', value: alt, upperLimit: 40, unit: 'U/L' },
    { analyte: 'AST', value: ast, upperLimit: 40, unit: 'U/L' },
  ],
})
const common = topic.causes.filter((cause) => cause.common).map(({ id }) => id)
const all = topic.causes.map(({ id }) => id)

const alone = topic.causes.map(({ id }) => set(`cause-${id}`, [id], id === 'drug-injury' ? stop : {}))

// Where two causes ask for different things, where typed words come in, and where a sheet is at an end of what it can be.
const chosen = [
  set('set-01-nothing-ticked', []),
  set('set-02-nothing-ticked-short', [], { depth: 'short' }),
  set('set-03-walk-before-jogging', ['intense-exercise', 'fatty-liver']),
  set('set-04-light-but-balanced', ['sleep-loss', 'hepatitis-b']),
  set('set-05-hepatitis-b-and-c', ['hepatitis-b', 'hepatitis-c'], {
    medicines: ['entecavir', 'sofosbuvir-velpatasvir'],
  }),
  set('set-06-stop-list-and-hepatitis-b', ['hepatitis-b', 'drug-injury'], stop),
  set('set-07-stop-list-and-statin', ['intense-exercise', 'muscle-injury', 'drug-injury'], stop),
  set('set-08-stop-list-and-steroids', ['drug-injury', 'autoimmune-hepatitis'], stop),
  set('set-09-stop-list-and-wilson', ['drug-injury', 'wilson-disease'], stop),
  set('set-10-stop-list-and-thyroid', ['drug-injury', 'thyroid-disease'], stop),
  set('set-11-stop-list-and-heart', ['drug-injury', 'low-blood-flow'], stop),
  set('set-12-alcohol-and-late-nights', ['sleep-loss', 'alcohol']),
  set('set-13-alcohol-and-hepatitis-b', ['hepatitis-b', 'alcohol']),
  set('set-14-alcohol-and-hepatitis-a-e-short', ['alcohol', 'hepatitis-a-e'], { depth: 'short' }),
  set('set-15-muscles-and-fatty-liver', ['fatty-liver', 'muscle-injury']),
  set('set-16-mono-and-exercise', ['intense-exercise', 'mono-cmv'], { retest: { kind: 'weeks', weeks: 6 } }),
  set('set-17-mono-and-muscles', ['muscle-injury', 'mono-cmv']),
  set('set-18-pregnancy-and-fatty-liver', ['fatty-liver', 'pregnancy']),
  set('set-19-pregnancy-and-late-nights', ['sleep-loss', 'pregnancy']),
  set('set-20-gluten-and-fatty-liver', ['fatty-liver', 'coeliac-disease']),
  set('set-21-alpha-1-and-hepatitis-b', ['hepatitis-b', 'alpha-1-antitrypsin']),
  set('set-22-low-blood-flow-before-exercise', ['low-blood-flow', 'intense-exercise'], { ordered: true }),
  set('set-23-herbs-and-medicines', ['drug-injury', 'herbs-supplements'], { ...stop, medicines: ['glutathione'] }),
  set('set-24-results-a-little-high', ['fatty-liver'], results(58, 41)),
  set('set-25-results-very-high', ['hepatitis-a-e'], results(900, 650)),
  set('set-26-results-in-range', ['sleep-loss'], results(38, 22)),
  set('set-27-every-cause-short', all, { ...stop, depth: 'short' }),
  set('set-28-common-causes-spanish', common.slice(0, 3), {
    language: 'es',
    ...results(96, 58),
    note: 'Traiga su carné.',
  }),
  set('set-29-stop-list-spanish', ['alcohol', 'drug-injury'], { language: 'es', ...stop, patientName: 'Patient Name' }),
  set('set-30-common-causes-chinese', common.slice(2, 5), {
    language: 'zh-CN',
    ...results(96, 58),
    note: '请带上病历。',
  }),
]

export const goldenSheets: readonly GoldenSheet[] = [...alone, ...chosen]
