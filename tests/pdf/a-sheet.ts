import type { Block, ListItem, Marker, NumberLine, ResultRow, Section, Sheet, Text } from '../../src/domain/sheet.ts'
import { splitList } from '../../src/domain/split-list.ts'

/** "Eat **less** fat" as runs. */
export function say(text: string): Text {
  return text
    .split('**')
    .flatMap((part, index) =>
      part === '' ? [] : [index % 2 === 1 ? { text: part, strong: true as const } : { text: part }],
    )
}

const items = (marker: Marker, texts: readonly string[]): ListItem[] =>
  texts.map((text) => ({ marker, text: say(text) }))
const paragraph = (text: string, tone: 'plain' | 'muted' = 'plain'): Block => ({
  kind: 'paragraph',
  text: say(text),
  tone,
})
const heading = (text: string, level: 2 | 3 = 2, tone: 'plain' | 'stop' | 'care' = 'plain'): Block => ({
  kind: 'heading',
  level,
  text: say(text),
  tone,
})

/** A result `times` the upper limit of 45, on a line to three times it. */
export function aResult(name: string, times: number): ResultRow {
  const value = Math.round(45 * times)
  const line: NumberLine = {
    end: 135,
    upperLimit: 45,
    value,
    marker: 'you',
    ticks: [
      { at: 0, label: '0' },
      { at: 45, label: 'normal to 45' },
      { at: 90, label: '2×' },
      { at: 135, label: '3×' },
    ],
    alternative: `${name} is ${value} U/L. Normal is up to 45. This is about ${times} times the top of normal.`,
  }
  return {
    name: say(`**${name} ${value}** U/L`),
    meaning: `about ${times} times the top of normal: a little high`,
    ...(times <= 3 ? { line } : { withoutLine: 'beyond-line' }),
  }
}

/** A result with the one before it, in times the limit too, and words at twice the limit; both where the line has room. */
export function aResultWithMore(name: string, times: number, before: number): ResultRow {
  const { line, ...row } = aResult(name, times)
  const value = Math.round(45 * before)
  const previous = `Last time it was ${value}.`
  if (!line) return { ...row, previous, withoutLine: 'beyond-line' }
  const label = 'Many of the doctors we asked would worry only above 90, and some above 135.'
  return {
    ...row,
    previous,
    withoutLine: undefined,
    line: {
      ...line,
      ...(before <= 3 ? { previous: { at: value, label: 'last time' } } : {}),
      anchor: { at: 90, label },
      alternative: `${line.alternative} ${previous} ${label}`,
    },
  }
}

/** Results at all ends of the line, each with the one before far from it, near it, the same, or beyond the line. */
export const resultsWithMore = [
  [0.02, 3],
  [0.5, 0.4],
  [0.9, 1.1],
  [1, 1],
  [2.9, 0.02],
  [3, 2.9],
  [3, 3],
  [2, 7],
].map(([times = 1, before = 1], index) => aResultWithMore(`R${index}`, times, before))

export const emergencies = [
  'you are confused, very sleepy, hard to wake, or your hands flap',
  'you vomit blood, pass black sticky poo, or bleed or bruise without stopping',
  'your belly hurts very badly, or hurts with fever and yellow eyes',
  'you faint, have a fit, chest pain, trouble breathing, or cold, clammy or blue skin',
  'you took too much paracetamol (acetaminophen) or any medicine, or ate wild mushrooms, even if you feel fine',
  'you think about harming yourself',
]
export const urgentSigns = [
  'your skin or eyes turn yellow, or you itch all over',
  'your urine is dark like tea or cola, or your poo is pale',
  'you keep vomiting, or cannot keep food or drink down',
  'you have fever (38 °C or more) with shaking or a rash, or your face swells after a medicine',
  'your belly or legs swell, or you gain weight fast',
  'your upper right belly hurts, or you cannot eat and grow very tired',
  'your muscles hurt or feel weak and your urine is dark',
]

const redFlags: Section = {
  id: 'red-flags',
  role: 'red-flags',
  blocks: [
    heading('Go to hospital now if', 2, 'stop'),
    ...splitList(items('bullet', emergencies), 2),
    paragraph('Call **112** if you cannot get there safely.'),
    heading('Be seen today if', 2, 'care'),
    ...splitList(items('bullet', urgentSigns), 2),
    paragraph('Call us on **555 0134** today. If we are closed, go to hospital.'),
  ],
}

const nextSteps: Section = {
  id: 'next-steps',
  role: 'next-steps',
  blocks: [
    heading('Your next steps'),
    { kind: 'keyDate', label: 'Have your blood tested again', date: 'Monday 7 December 2026' },
    paragraph('Do no hard exercise for 7 days before the test.'),
    {
      kind: 'list',
      columns: 1,
      items: items('check', [
        '**Stop taking:** diclofenac 50 mg tablets. Ask us before you stop any other medicine.',
        '**Walk only** until your next test. Do not jog yet.',
        '**Bring** every box, herb, tea and powder from the last 6 months.',
      ]),
    },
    paragraph('Questions? Call **555 0134**.'),
  ],
}

const fattyLiver: Section = {
  id: 'cause-fatty-liver',
  role: 'cause',
  blocks: [
    heading('**Fat in the liver** · likely', 3),
    paragraph(
      'Extra fat may have built up inside liver cells. They can swell and leak enzymes. This can happen in slim people too.',
    ),
    ...splitList(
      [
        ...items('check', [
          '**Eat less** fried and fatty food.',
          'Cut down on sweet drinks, sweets and processed food.',
          'Eat balanced meals with vegetables, beans, fish and whole grains.',
          'Lose weight slowly, if you agreed this with us.',
        ]),
        ...items('cross', [
          'Do not take liver pills or supplements unless your doctor guides you.',
          'Do not crash diet.',
        ]),
      ],
      2,
    ),
  ],
}
const medicine: Section = {
  id: 'cause-drug-injury',
  role: 'cause',
  blocks: [
    heading('**A medicine that may hurt the liver** · being checked', 3),
    paragraph('Pain and fever medicines, antibiotics and others may harm liver cells, above all with long use.'),
    ...splitList(
      [
        ...items('check', [
          '**Call us today,** before the next dose, about your other prescribed medicines.',
          'Stop pain and fever pills, herbs and supplements you bought yourself, until we say yes.',
        ]),
        ...items('cross', [
          'Do not go back to a medicine we told you to stop.',
          'Do not take paracetamol (acetaminophen).',
        ]),
      ],
      2,
    ),
  ],
}
export const exercise: Section = {
  id: 'cause-intense-exercise',
  role: 'cause',
  blocks: [
    heading('**Hard exercise** · confirmed', 3),
    paragraph('Hard exercise makes muscle and liver cells work faster. It may hurt some cells, mostly in muscle.'),
    ...splitList(
      [
        ...items('check', [
          '**Walk** or do other light activity instead.',
          'Get plenty of rest.',
          'Drink water through the day.',
        ]),
        ...items('cross', [
          'Do not use muscle builders, fat burners or gym steroids.',
          'Do not go back to full training all at once.',
        ]),
        ...items('bullet', ['If exercise is the cause, 1 to 2 weeks of rest often bring results back to normal.']),
      ],
      2,
    ),
  ],
}

const everyday: Section = {
  id: 'everyday',
  role: 'plain',
  blocks: [
    heading('Every day'),
    ...splitList(
      [
        ...items('check', [
          'Keep regular days and bedtimes. Do not stay up late.',
          'Eat balanced meals.',
          '**Ask us** before you take any new medicine, herb or vitamin.',
          'If you feel unwell, get checked soon at a licensed clinic or hospital.',
        ]),
        ...items('cross', [
          'Do not treat yourself with liver pills, herbs or supplements.',
          'Do not drink alcohol. If you drink every day, do not stop at once. Call us first.',
        ]),
      ],
      2,
    ),
  ],
}
const plain = (id: string, ...blocks: Block[]): Section => ({ id, role: 'plain', blocks })
const causesIntro = plain(
  'causes',
  heading('What your clinician thinks may be the cause'),
  paragraph('These may fit you. They are not a final answer.', 'muted'),
)
const teachBack: Section = {
  id: 'teach-back',
  role: 'questions',
  blocks: [
    heading('Before you leave, can you tell us'),
    {
      kind: 'list',
      columns: 1,
      items: items('check', [
        'which medicine will you stop?',
        'when is your next blood test?',
        'what would make you get help right away?',
      ]),
    },
  ],
}
const about: Section = {
  id: 'about',
  role: 'about',
  blocks: [
    paragraph('This sheet does not take the place of a visit.', 'muted'),
    paragraph('Based on: Cainiu Health, ACG, BSG, MedlinePlus, AASLD, common practice.', 'muted'),
    paragraph('This sheet has not been clinically approved.', 'muted'),
  ],
}

export function aNote(...lines: string[]): Section[] {
  return [
    plain('note-heading', heading('A note from your clinician')),
    { id: 'note', role: 'note', blocks: lines.map((line) => paragraph(line)) },
  ]
}

export function resultsOf(...rows: ResultRow[]): Section {
  return { id: 'results', role: 'results', blocks: [{ kind: 'results', rows }] }
}

/** A sheet with everything a sheet can have; `change` replaces parts of it. */
export function aSheet(change: Partial<Sheet> = {}): Sheet {
  return {
    language: 'en',
    title: 'Your liver blood test is higher than usual',
    letterhead: {
      clinic: 'Riverside Health Centre',
      contact: '12 Mill Street, Riverside · 555 0134 · Mon–Fri 8:00–18:00',
      patient: say('For **Patient Name**'),
      given: 'Given by your clinician · 22 Nov 2026',
    },
    lead: [
      'Cells are like tiny bags filled with helpers (enzymes) such as ALT and AST. Hurt cells spill them into the blood.',
      'Many things can do this, and the number alone does not name the cause. Here is what may fit you.',
    ],
    sections: [
      resultsOf(aResult('ALT', 2.1), aResult('AST', 1.3)),
      nextSteps,
      redFlags,
      causesIntro,
      fattyLiver,
      medicine,
      everyday,
      ...aNote('You are doing well with the walking. We will look at the numbers together in two weeks.'),
      teachBack,
      about,
    ],
    footer: {
      left: 'Raised liver enzymes · version 0.1.0 · reviewed 22 Nov 2026 · sheet 7F3A-91C2',
      notice: 'Not clinically approved',
      page: 'Page {page} of {pages}',
    },
    id: '7F3A-91C2',
    ...change,
  }
}

/** The sheet with other sections in the place of the one called `id`. */
export function replaceSection(sheet: Sheet, id: string, ...sections: Section[]): Sheet {
  return { ...sheet, sections: sheet.sections.flatMap((section) => (section.id === id ? sections : [section])) }
}
