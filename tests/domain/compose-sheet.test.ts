import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import type { Clinic } from '../../src/domain/clinic.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { aClinic, aLibrary, aSelection, hash, noClinic, topic } from './make.ts'

const today = '2026-11-22'
const compose = (selection: Selection, clinic: Clinic = aClinic, library = aLibrary(), room: object = {}) =>
  composeSheet({ library, selection, clinic, today, hash, ...room })
const textOf = (sheet: Sheet) => listSheetText(sheet)
const idsOf = (sheet: Sheet) => sheet.sections.map((section) => section.id)

function problemsOf(selection: Selection, library = aLibrary()) {
  try {
    compose(selection, aClinic, library)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems.map((problem) => problem.field)
  }
}

describe('page one', () => {
  test('names the carer where the sheet goes home with one', () => {
    const text = textOf(compose(aSelection(['running'], { patientName: 'Patient Name', audience: 'carer' })))
    expect(text[2]).toBe('For the carer of Patient Name')
    expect(textOf(compose(aSelection(['running'], { audience: 'carer' })))[2]).toBe('For the carer.')
  })

  test('holds letterhead, title, message, next steps and both levels of red flags, in that order', () => {
    const text = textOf(compose(aSelection(['running'], { patientName: 'Patient Name' })))
    expect(text.slice(0, 19)).toEqual([
      'Hill Clinic',
      '1 Main Street · 555\u00a00134 · Mon–Fri',
      'For Patient Name',
      'Given · 22 November 2026',
      'Your sample is high',
      'One line.',
      'Another line.',
      'Next steps',
      'Test again',
      'Monday 7 December 2026',
      'Rest for 7 days.',
      'Bring your list.',
      'If it stays high, we look further.',
      'Walk only.',
      'Sleep well.',
      'Call 555 0134.',
      'Hospital now if',
      'you faint',
      'Call 911.',
    ])
  })

  test('first actions follow their rank, three at the most, and are not said again', () => {
    const sheet = compose(aSelection(['running', 'fatty', 'tablets'], { medicinesToStop: ['Some tablets'] }))
    const steps = sheet.sections.find((section) => section.id === 'next-steps')
    const list = steps?.blocks.find((block) => block.kind === 'list')
    expect(list?.items.map((each) => each.text.map((run) => run.text).join(''))).toEqual([
      'Stop taking: Some tablets.',
      'Walk until Monday 7 December 2026, then jog.',
      'Walk only.',
    ])
    expect(textOf(sheet).filter((line) => line === 'Walk only.')).toHaveLength(1)
  })

  test('without a medicine to stop, nothing tells the patient to stop one', () => {
    expect(textOf(compose(aSelection(['tablets']))).join(' ')).not.toContain('Stop taking')
  })

  test('typed text is printed as typed, stars and braces too', () => {
    const text = textOf(compose(aSelection(['tablets'], { medicinesToStop: ['**A** {phone}'] })))
    expect(text).toContain('Stop taking: **A** {phone}.')
  })

  test('without clinic details it still says whom to call', () => {
    const text = textOf(compose(aSelection(['running']), noClinic))
    expect(text[0]).toBe('Your clinic')
    expect(text).toEqual(expect.arrayContaining(['Call your clinic.', 'Call the emergency number.', 'Call us today.']))
  })
})

describe('the next test', () => {
  const inRange = { results: [{ analyte: 'ALT', value: 30, upperLimit: 40, unit: 'U/L' }] }
  const further = 'If it stays high, we look further.'
  const boxOf = (selection: Selection, room: object = {}) =>
    compose(selection, aClinic, aLibrary(), room).sections.find(({ id }) => id === 'next-steps')?.blocks ?? []
  const saidIn = (selection: Selection, room: object = {}) => JSON.stringify(boxOf(selection, room))

  test('comes with how to prepare, less what was taken out', () => {
    expect(saidIn(aSelection(['running']))).toContain('Rest for 7 days.')
    const box = saidIn(aSelection(['running'], { dropped: ['rest-first'] }))
    expect(box).not.toContain('Rest for 7 days.')
    expect(box).toContain('Bring your list.')
    expect(problemsOf(aSelection(['fatty'], { dropped: ['rest-first'] }))).toEqual(['dropped'])
  })

  test('comes with what happens if it is still high, unless all is in range', () => {
    expect(saidIn(aSelection(['running']))).toContain(further)
    expect(saidIn(aSelection([], { retest: { kind: 'none' } }))).toContain(further)
    expect(textOf(compose(aSelection(['running'], inRange)))).not.toContain(further)
  })

  test('leaves that to the causes where page 1 is tight, on a short sheet too, and never says it twice', () => {
    const tight = { isPageOneTight: true }
    for (const depth of ['short', 'full']) {
      const selection = aSelection(['running'], { depth })
      expect(saidIn(selection, tight)).not.toContain(further)
      const sheets = [compose(selection, aClinic, aLibrary(), tight), compose(selection)]
      for (const sheet of sheets) expect(textOf(sheet).filter((text) => text === further)).toHaveLength(1)
    }
    expect(saidIn(aSelection([]), tight)).toContain(further)
  })
})

test('the title does not say "high" when every result is in range', () => {
  const titleFor = (value: number) =>
    compose(aSelection([], { results: [{ analyte: 'ALT', value, upperLimit: 40, unit: 'U/L' }] })).title
  expect([titleFor(40), titleFor(41), compose(aSelection([])).title]).toEqual([
    'About your sample',
    'Your sample is high',
    'Your sample is high',
  ])
})

test('the title does not say "high" of a result without a limit, unless another is known to be above its own', () => {
  const twoAnalytes = { analytes: topic.analytes.flatMap((each) => [each, { ...each, id: 'AST' }]) }
  const alt = { analyte: 'ALT', value: 20, unit: 'U/L' }
  const sheetFor = (...ast: object[]) =>
    compose(aSelection(['running'], { results: [alt, ...ast] }), aClinic, aLibrary(twoAnalytes))
  const ast = { analyte: 'AST', value: 41, upperLimit: 40, unit: 'U/L' }
  expect(sheetFor().title).toBe('About your sample')
  expect(sheetFor({ ...ast, value: 40 }).title).toBe('About your sample')
  expect(sheetFor(ast).title).toBe('Your sample is high')
})

describe('red flags', () => {
  test.each([
    ['nothing ticked', aSelection([])],
    ['every item dropped', aSelection(['running'], { dropped: ['walk-only', 'no-race', 'sleep-well'] })],
    ['a short sheet', aSelection(['running'], { depth: 'short' })],
    ['no next test', aSelection(['tablets'], { retest: { kind: 'none' } })],
  ])('print with %s', (_, selection) => {
    expect(textOf(compose(selection))).toEqual(expect.arrayContaining(['you faint', 'you get a rash']))
  })

  test('a red flag of one cause prints only with that cause', () => {
    expect(textOf(compose(aSelection(['running'])))).toContain('your leg cramps')
    expect(textOf(compose(aSelection(['fatty'])))).not.toContain('your leg cramps')
  })
})

describe('the rest of the sheet', () => {
  test('causes stand in the order of the topic with how sure the clinician is', () => {
    const selection = parseSelection({
      topic: 'high-sample',
      language: 'en',
      causes: [
        { id: 'fatty', certainty: 'checking' },
        { id: 'running', certainty: 'confirmed' },
      ],
    })
    const text = textOf(compose(selection))
    expect(text.indexOf('Running heading · confirmed')).toBeGreaterThan(0)
    expect(text.indexOf('Fatty heading · being checked')).toBeGreaterThan(text.indexOf('Running heading · confirmed'))
  })

  test('or in the order of the clinician; first actions of one rank follow it', () => {
    const oneRank = topic.causes.map((cause) => ({
      ...cause,
      items: cause.items.map((item) => (item.id === 'call-first' ? { ...item, firstAction: 3 } : item)),
    }))
    const read = (causes: readonly string[], ordered: boolean) => {
      const sheet = compose(aSelection(causes, { ordered }), aClinic, aLibrary({ causes: oneRank }))
      const actions = textOf(sheet).filter((line) => ['Walk only.', 'Call before you stop another.'].includes(line))
      return [idsOf(sheet).filter((id) => id.startsWith('cause-')), actions]
    }
    const asWritten = [
      ['cause-running', 'cause-tablets'],
      ['Walk only.', 'Call before you stop another.'],
    ]
    expect(read(['tablets', 'running'], false)).toEqual(asWritten)
    expect(read(['running', 'tablets'], true)).toEqual(asWritten)
    expect(read(['tablets', 'running'], true)).toEqual(asWritten.map((list) => list.toReversed()))
  })

  test('do comes before do not, and what to expect last', () => {
    const text = textOf(compose(aSelection(['running'], { added: ['stretch'] })))
    const order = ['Stretch.', 'Do not race.', 'Drink no wine.', 'It often gets better.'].map((line) =>
      text.indexOf(line),
    )
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order).not.toContain(-1)
  })

  test('a short sheet keeps the safety advice, and nothing else of the lists', () => {
    const text = textOf(compose(aSelection(['tablets', 'running'], { depth: 'short' })))
    expect(text).toContain('Call before you stop another.')
    expect(text).not.toContain('Do not race.')
  })

  test('what is confirmed is not called open', () => {
    const certain = { topic: 'high-sample', language: 'en', causes: [{ id: 'fatty', certainty: 'confirmed' }] }
    expect(textOf(compose(parseSelection(certain)))).not.toContain('These are possible causes.')
    expect(textOf(compose(aSelection(['fatty'])))).toContain('These are possible causes.')
  })

  test('a short sheet has a line a cause, and still the note and the medicines', () => {
    const selection = aSelection(['fatty'], { depth: 'short', note: 'Well done.', medicines: ['bluestone-pill'] })
    const text = textOf(compose(selection))
    expect(text).toEqual(expect.arrayContaining(['Fatty heading · likely. Fatty in short.', 'Well done.', 'Blue pill']))
    expect(idsOf(compose(selection))).not.toContain('everyday')
  })

  test('a medicine prints only when ticked, with the rule that the doctor decides', () => {
    expect(textOf(compose(aSelection(['fatty'])))).not.toContain('Blue pill')
    expect(textOf(compose(aSelection(['fatty'], { medicines: ['bluestone-pill'] })))).toEqual(
      expect.arrayContaining(['Medicines', 'Blue pill', 'Your doctor decides.']),
    )
  })

  test('three questions at the most, about what stands on this sheet', () => {
    const text = textOf(compose(aSelection(['running', 'tablets'], { medicinesToStop: ['Tea'] })))
    expect(text.slice(text.indexOf('Can you tell us') + 1, text.indexOf('Not a visit.'))).toEqual([
      'Which?',
      'When?',
      'Why?',
    ])
    expect(textOf(compose(aSelection(['tablets'])))).toEqual(expect.arrayContaining(['What signs?']))
  })

  test('no question about what does not stand on this sheet', () => {
    const teachBack = [
      { id: 'why-walk', needs: 'first-action' as const },
      { id: 'when-help', items: ['no-race', 'jog'] },
    ]
    const ask = (more: object) => {
      const text = textOf(compose(aSelection(['running'], more), aClinic, aLibrary({ teachBack })))
      return ['Why?', 'What signs?'].filter((question) => text.includes(question))
    }
    expect(ask({})).toEqual(['Why?', 'What signs?'])
    expect(ask({ dropped: ['no-race'] })).toEqual(['Why?'])
    expect(ask({ dropped: ['walk-only', 'sleep-well'] })).toEqual(['What signs?'])
  })

  test('names the publisher of each source of what is on the sheet, once', () => {
    expect(textOf(compose(aSelection(['running'])))).toContain('Based on: Book House.')
    expect(textOf(compose(aSelection(['fatty'])))).toContain('Based on: Book House, Paper Press.')
  })

  test('counts preparation and medicines while they print, and on a short sheet only what stands there', () => {
    const rested = topic.preparation.map((line) => ({ ...line, sources: ['paper'] }))
    const pills = topic.medicines.map((medicine) => ({ ...medicine, causes: ['running'], sources: ['paper'] }))
    const races = topic.causes.map((cause) => ({
      ...cause,
      items: cause.items.map((item) => (item.id === 'no-race' ? { ...item, sources: ['paper'] } : item)),
    }))
    const isNamed = (changed: object, more: object = {}) =>
      textOf(compose(aSelection(['running'], more), aClinic, aLibrary(changed))).includes(
        'Based on: Book House, Paper Press.',
      )
    expect(isNamed({ preparation: rested })).toBe(true)
    expect(isNamed({ preparation: rested }, { retest: { kind: 'none' } })).toBe(false)
    expect(isNamed({ preparation: rested }, { dropped: ['rest-first', 'bring-list'] })).toBe(false)
    expect(isNamed({ medicines: pills }, { medicines: ['bluestone-pill'] })).toBe(true)
    expect(isNamed({ medicines: pills })).toBe(false)
    expect(isNamed({ causes: races })).toBe(true)
    expect(isNamed({ causes: races }, { depth: 'short' })).toBe(false)
  })

  test('an unsigned topic says so in the text and at the foot of each page', () => {
    const sheet = compose(aSelection([]))
    expect(textOf(sheet)).toContain('Nobody approved this.')
    expect(sheet.footer.notice).toBe('Not approved')
    expect(sheet.footer.left).toContain('draft 1.2.3')
    const signed = compose(aSelection([]), aClinic, aLibrary({ reviewer: 'A clinician' }))
    expect(textOf(signed)).toContain('Approved by A clinician.')
    expect(signed.footer.notice).toBe('')
    expect(signed.footer.left).toContain('reviewed')
  })

  test('no heading stands without something under it', () => {
    for (const selection of [
      aSelection([]),
      aSelection(['running', 'fatty', 'tablets']),
      aSelection(['running'], { depth: 'short' }),
    ])
      for (const { blocks, id } of compose(selection).sections) {
        const last = blocks.at(-1)
        if (id !== 'note-heading') expect(last?.kind).not.toBe('heading')
      }
  })
})

describe('the sheet id', () => {
  const idOf = (causes: string[], more: object = {}) => compose(aSelection(causes, more)).id

  test('is short, and the same for the same choices', () => {
    expect(idOf(['running'])).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/u)
    expect(idOf(['running'])).toBe(idOf(['running']))
    expect(idOf(['running'])).not.toBe(idOf(['fatty']))
  })

  test('is the same whatever was ticked first, and another where the clinician put the causes in another order', () => {
    expect(idOf(['fatty', 'running'])).toBe(idOf(['running', 'fatty']))
    expect(idOf(['fatty', 'running'], { ordered: true })).not.toBe(idOf(['running', 'fatty']))
    expect(idOf(['running', 'fatty'], { ordered: true })).toBe(idOf(['running', 'fatty']))
    const dropped = ['no-race', 'walk-only']
    expect(idOf(['running'], { dropped })).toBe(idOf(['running'], { dropped: dropped.toReversed() }))
  })

  test('says nothing about the patient', () => {
    const results = [{ analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L' }]
    const about = { patientName: 'Patient Name', note: 'n', results, medicinesToStop: ['m'] }
    expect(idOf(['tablets'], about)).toBe(idOf(['tablets']))
  })
})

describe('what cannot be printed is refused, with the field', () => {
  test.each([
    ['an unknown cause', aSelection(['moonlight']), 'causes.0.id'],
    ['a cause ticked twice', aSelection(['running', 'running']), 'causes'],
    ['advice of a cause that is not ticked', aSelection(['fatty'], { added: ['stretch'] }), 'added'],
    ['a next test in 100 years', aSelection([], { retest: { kind: 'date', date: '2126-11-21' } }), 'retest.date'],
    ['unknown advice taken out', aSelection([], { dropped: ['nothing'] }), 'dropped'],
    ['an unknown medicine', aSelection(['fatty'], { medicines: ['red-pill'] }), 'medicines'],
    [
      'a medicine of a cause that is not ticked',
      aSelection(['running'], { medicines: ['bluestone-pill'] }),
      'medicines',
    ],
    [
      'an unknown result',
      aSelection([], { results: [{ analyte: 'XYZ', value: 10, upperLimit: 20, unit: 'U/L' }] }),
      'results.0.analyte',
    ],
    [
      'a medicine to stop that no advice names',
      aSelection(['running'], { medicinesToStop: ['Tea'] }),
      'medicinesToStop',
    ],
    [
      'a medicine to stop whose advice is off',
      aSelection(['tablets'], { medicinesToStop: ['Tea'], dropped: ['stop-listed'] }),
      'medicinesToStop',
    ],
    [
      'a medicine both to stop and to name',
      aSelection(['tablets', 'fatty'], { medicines: ['bluestone-pill'], medicinesToStop: ['Bluestone tablets'] }),
      'medicinesToStop',
    ],
    ['a next test before today', aSelection([], { retest: { kind: 'date', date: '2026-11-21' } }), 'retest.date'],
  ])('%s', (_, selection, field) => {
    expect(problemsOf(selection)).toEqual([field])
  })

  test('a test today is allowed', () => {
    expect(problemsOf(aSelection([], { retest: { kind: 'date', date: today } }))).toEqual([])
  })

  test('an unknown topic, a retired topic, a language it is not written in', () => {
    expect(problemsOf({ ...aSelection([]), topic: 'another' })).toEqual(['topic'])
    expect(problemsOf(aSelection([]), aLibrary({ status: 'retired' }))).toEqual(['topic'])
    expect(problemsOf({ ...aSelection([]), language: 'es' })).toEqual(['language'])
  })
})
