import { createHash } from 'node:crypto'
import { Clinic } from '../../src/domain/clinic.ts'
import { Library, toHashedText } from '../../src/domain/library.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { Topic, TopicWords } from '../../src/domain/topic.ts'
import { Wording } from '../../src/domain/wording.ts'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const item = (id: string, more: object = {}) => ({ id, kind: 'do', sources: ['book'], ...more })

/** A small made-up topic with one of everything the rules speak of. */
export const topic = Topic.parse({
  id: 'high-sample',
  version: '1.2.3',
  status: 'draft',
  author: 'Tests',
  reviewer: '',
  lastReviewDate: '2026-11-03',
  nextReviewDate: '2027-11-03',
  codes: [],
  sources: {
    book: { citation: 'A book', publisher: 'Book House' },
    paper: { citation: 'A paper', publisher: 'Paper Press' },
    report: { citation: 'A report', publisher: 'Book House' },
  },
  facts: ['a'],
  analytes: [
    { id: 'ALT', codes: [], usualLimit: 40, cautiousLimit: { value: 25, sources: ['book'] }, sources: ['book'] },
  ],
  resultBands: [
    { id: 'normal', upTo: 1 },
    { id: 'little', under: 2 },
    { id: 'clear', under: 5 },
    { id: 'very', urgent: true },
  ],
  resultLineEnd: 3,
  retestChoices: [1, 8],
  redFlags: [
    { id: 'faint', urgency: 'emergency', always: true, sources: ['book'] },
    { id: 'rash', urgency: 'urgent', always: true, sources: ['book'] },
    { id: 'cramp', urgency: 'urgent', sources: ['book'] },
  ],
  preparation: [
    { id: 'rest-first', causes: ['running'], sources: ['book'] },
    { id: 'bring-list', sources: ['book'] },
  ],
  causes: [
    {
      id: 'running',
      codes: [],
      sources: ['book'],
      redFlags: ['faint', 'cramp'],
      retestWeeks: 2,
      items: [
        item('walk-only', { firstAction: 3 }),
        item('no-race', { kind: 'dont' }),
        item('no-wine-running', { kind: 'dont', says: 'no-wine' }),
        item('expect-better', { kind: 'expect' }),
        item('stretch', { shown: 'off' }),
      ],
    },
    {
      id: 'fatty',
      codes: [],
      sources: ['paper', 'report'],
      redFlags: ['rash'],
      retestWeeks: 12,
      items: [item('jog', { firstAction: 2 }), item('walk-then-jog', { shown: 'rule', firstAction: 2 })],
    },
    {
      id: 'tablets',
      codes: [],
      sources: ['book'],
      redFlags: ['rash'],
      items: [item('stop-listed', { kind: 'stop', firstAction: 1 }), item('call-first', { kind: 'ask', vital: true })],
    },
  ],
  everyday: [item('sleep-well', { firstAction: 4 }), item('no-wine-everyday', { kind: 'dont', says: 'no-wine' })],
  medicines: [
    { id: 'bluestone-pill', names: { en: ['bluestone'] }, causes: ['fatty'], region: 'anywhere', sources: ['book'] },
  ],
  mergeRules: [
    { id: 'walk-first', when: ['running', 'fatty'], drop: ['jog'], add: ['walk-then-jog'], sources: ['book'] },
  ],
  safety: {
    facts: [{ id: 'shaky' }],
    kept: [{ id: 'wine-words', says: 'no-wine', facts: ['shaky'], sources: ['book'] }],
  },
  teachBack: [
    { id: 'which-stopped', needs: 'stop-list' },
    { id: 'when-test', needs: 'retest' },
    { id: 'why-walk', causes: ['running'] },
    { id: 'when-help' },
  ],
})

const cause = (name: string) => ({
  name,
  hint: name,
  alsoCalled: [],
  heading: `${name} heading`,
  whatHappens: `${name} may happen.`,
  plan: ['Test more.'],
  inShort: `${name} in short.`,
})

export const words = TopicWords.parse({
  language: 'en',
  title: 'High sample',
  alsoCalled: [],
  sheetTitle: 'Your sample is high',
  sheetTitleInRange: 'About your sample',
  mainMessage: ['One line.', 'Another line.'],
  groups: {},
  causes: { running: cause('Running'), fatty: cause('Fatty'), tablets: cause('Tablets') },
  items: {
    'walk-only': '**Walk** only.',
    'no-race': 'Do not race.',
    'no-wine-running': 'Drink no wine.',
    'expect-better': 'It often gets better.',
    stretch: 'Stretch.',
    jog: 'Jog often.',
    'walk-then-jog': 'Walk until {retestDate}, then jog.',
    'stop-listed': '**Stop taking:** {medicines}.',
    'call-first': 'Call before you stop another.',
    'sleep-well': 'Sleep well.',
    'no-wine-everyday': 'Drink no wine at all.',
  },
  redFlags: { faint: 'you faint', rash: 'you get a rash', cramp: 'your leg cramps' },
  preparation: { 'rest-first': 'Rest for 7 days.', 'bring-list': 'Bring your list.' },
  medicines: { 'bluestone-pill': { name: 'Blue pill', evidence: 'Weak.', cautions: 'Some.' } },
  mergeRules: { 'walk-first': 'Walking comes before jogging.' },
  safetyFacts: { shaky: 'Shaky' },
  safetyKept: { 'wine-words': 'The shaky must read this.' },
  lateRetest: {
    sameDay: 'Too late: {causes} must be seen the same day.',
    oneWeek: 'Later than usual for {causes} (1 week).',
    weeks: 'Later than usual for {causes} ({weeks} weeks).',
  },
  analytes: { ALT: 'ALT' },
  resultBands: { normal: 'in the normal range', little: 'a little high', clear: 'clearly high', very: 'very high' },
  teachBack: { 'which-stopped': 'Which?', 'when-test': 'When?', 'why-walk': 'Why?', 'when-help': 'What signs?' },
  sources: {},
})

export const wording = Wording.parse({
  language: 'en',
  languageName: 'English',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  longDate: '{weekday} {day} {month} {year}',
  shortDate: '{day} {month} {year}',
  letterhead: {
    forPatient: 'For',
    forCarer: 'For the carer of',
    forCarerAlone: 'For the carer.',
    given: 'Given · {date}',
    clinicMissing: 'Your clinic',
  },
  certainty: { confirmed: 'confirmed', likely: 'likely', checking: 'being checked' },
  results: {
    value: '{analyte} {value}',
    normalTo: 'normal to {limit}',
    multiple: '{n}×',
    marker: 'you',
    above: '{band}: {times} times the top',
    justAbove: '{band}: just above the top',
    notAbove: '{band}',
    noLimit: 'Nobody can compare this.',
    alternative: '{analyte} is {value} {unit}, {meaning}.',
    previousMarker: 'before',
    previous: 'Before it was {value}.',
  },
  nextSteps: {
    heading: 'Next steps',
    retest: 'Test again',
    noDate: 'We will tell you when.',
    ifStillHigh: 'If it stays high, we look further.',
    urgent: { hospital: '**Go now.**', today: '**See a doctor today.**', result: '**Call today.**' },
    askBeforeStop: '**Call before you stop:** {medicines}.',
    call: 'Call **{phone}**.',
    callWithoutPhone: 'Call your clinic.',
  },
  redFlags: {
    emergencyHeading: 'Hospital now if',
    emergencyCall: 'Call **{number}**.',
    emergencyCallWithoutNumber: 'Call the emergency number.',
    urgentHeading: 'Today if',
    urgentCall: 'Call {phone} today.',
    urgentCallWithoutPhone: 'Call us today.',
  },
  causes: {
    heading: 'Possible causes',
    notDiagnosis: 'These are possible causes.',
    inShort: '{certainty}. {said}',
  },
  medicines: { heading: 'Medicines', rule: 'Your doctor decides.' },
  everyday: { heading: 'Every day', askHeading: 'When to ask' },
  note: { heading: 'Note' },
  teachBack: { heading: 'Can you tell us' },
  card: {
    heading: 'Cut out',
    retest: 'Next test',
    scan: 'Scan it.',
    event: 'Sample test',
    alternative: 'A code for {date}.',
  },
  about: {
    sources: 'Based on: {sources}.',
    notVisit: 'Not a visit.',
    approved: 'Approved by {reviewer}.',
    notApproved: 'Nobody approved this.',
  },
  footer: {
    version: '{topic} {version} reviewed {date} {id}',
    draft: '{topic} draft {version} {date} {id}',
    page: '{page} of {pages}',
    notApproved: 'Not approved',
  },
  listSeparator: ', ',
})

/** The made-up topic as a library, with true hashes; `changed` replaces parts of the topic, `said` of its words. */
export function aLibrary(changed: Partial<Topic> = {}, said: Partial<TopicWords> = {}): Library {
  const content = { topic: { ...topic, ...changed }, words: { en: { ...words, ...said } } }
  return Library.parse({
    topics: [{ ...content, sha256: hash(toHashedText(content)) }],
    wording: { en: wording },
    wordingSha256: hash(toHashedText({ en: wording })),
  })
}

/** A Selection of the made-up topic with these causes ticked. */
export function aSelection(causes: readonly string[], more: object = {}): Selection {
  return parseSelection({ topic: 'high-sample', language: 'en', causes: causes.map((id) => ({ id })), ...more })
}

export const noClinic = Clinic.parse({})
export const aClinic = Clinic.parse({
  name: 'Hill Clinic',
  address: '1 Main Street',
  phone: '555 0134',
  openingHours: 'Mon–Fri',
  emergencyNumber: '911',
})
