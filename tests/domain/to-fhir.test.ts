import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { issueHandout, type HandoutInputs } from '../../src/domain/issue-handout.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { toFhir } from '../../src/domain/to-fhir.ts'
import { readContent } from '../../src/content/read-content.ts'
import { shipped } from '../content/plant.ts'
import { checkFhir, isFhir } from './check-fhir.ts'
import { aClinic, aLibrary, hash, noClinic } from './make.ts'

const library = readContent(shipped)
const id = '0b5e7a52-3c1d-4f7e-9a60-2f1c8f3f5a11'
const issuedAt = '2026-11-22T09:30:00+08:00'
const pdf = { sha256: hash('a file'), size: 61_234 }
const patient = { name: 'Patient Name', identifier: 'A 12-345' }

type Certain = 'confirmed' | 'likely' | 'checking'
type Chosen = {
  readonly causes?: readonly string[]
  readonly certainty?: Certain
  readonly from?: typeof library
  /** typed at a stop, which the results and the fact ask for */
  readonly reason?: string
}

/** What stands on the paper of one patient, none of it meant for the record. */
const typed = {
  patientName: 'Secret Person',
  note: 'Secret note.',
  results: [{ analyte: 'ALT', value: 987.65, upperLimit: 43.21, unit: 'U/L' }],
}

/** A handout of the shipped topic, with everything typed on the paper; `edge` is what is recorded on purpose. */
function aHandout(
  { causes = ['fatty-liver', 'drug-injury'], certainty = 'likely', from = library, reason = '' }: Chosen = {},
  edge: Partial<HandoutInputs> = {},
) {
  const [content] = from.topics
  const told = from === library ? { facts: ['pregnant'], labs: [{ id: 'inr', value: 7.89 }] } : {}
  const selection = parseSelection({
    ...typed,
    ...told,
    overrideReason: reason,
    ...(causes.includes('drug-injury') ? { medicinesToStop: ['Secretine'] } : {}),
    topic: content!.topic.id,
    language: 'en',
    causes: causes.map((cause) => ({ id: cause, certainty })),
  })
  const sheet = composeSheet({ library: from, selection, clinic: aClinic, today: '2026-11-22', hash })
  return issueHandout({ id, issuedAt, pdf, content: content!, selection, sheet, clinic: aClinic, ...edge })
}

/** The handout in FHIR, with what the published schema finds wrong with either resource. */
function give(...asked: Parameters<typeof aHandout>) {
  const resources = toFhir(aHandout(...asked))
  const { documentReference, communication } = resources
  return { ...resources, breaches: [...checkFhir(documentReference), ...checkFhir(communication)] }
}

function listProblems(edge: Partial<HandoutInputs>) {
  try {
    aHandout({}, edge)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems.map(({ field }) => field)
  }
}

const approve = (from: typeof library): typeof library => ({
  ...from,
  topics: from.topics.map((each) => ({ ...each, topic: { ...each.topic, reviewer: 'A. Reviewer' } })),
})

describe('the schema', () => {
  test('is the published one: it finds what is wrong', () => {
    const { documentReference } = give()
    expect(isFhir(documentReference)).toBe(true)
    const wrong = { date: '22 November', status: 'given', note: 'x', description: 'no\u00a0break', content: [{}] }
    for (const [key, value] of Object.entries(wrong))
      expect([key, isFhir({ ...documentReference, [key]: value })]).toEqual([key, false])
    expect(isFhir({ resourceType: 'Sheet' })).toBe(false)
    expect(checkFhir({ ...documentReference, id: 'a b' })).toContainEqual(expect.stringMatching(/^\.id should match/u))
  })
})

describe('without a patient', () => {
  test('the resources say which sheet was given, and are valid', () => {
    const { documentReference, communication, breaches } = give()
    expect(breaches).toEqual([])
    expect(documentReference).toEqual({
      resourceType: 'DocumentReference',
      id,
      masterIdentifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
      identifier: [
        { type: { text: 'Sheet id' }, value: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/u) },
        {
          type: { text: 'SHA-256 of the PDF' },
          system: 'urn:ietf:rfc:3986',
          value: `nih:sha-256;${pdf.sha256}`,
        },
      ],
      status: 'current',
      docStatus: 'preliminary',
      type: { coding: [{ system: 'http://loinc.org', code: '34895-3', display: 'Education note' }] },
      category: [{ coding: [{ system: 'http://loinc.org', code: '69730-0', display: 'Instructions' }] }],
      date: issuedAt,
      custodian: { type: 'Organization', display: 'Hill Clinic' },
      description: expect.stringMatching(
        /^Topic raised-liver-enzymes, version \d+\.\d+\.\d+, not clinically approved\. Sheet .*, in English\.$/u,
      ),
      content: [
        {
          attachment: {
            contentType: 'application/pdf',
            language: 'en',
            size: 61_234,
            title: 'Raised liver enzymes',
            creation: issuedAt,
          },
        },
      ],
    })
    expect(communication).toMatchObject({
      status: 'completed',
      instantiatesUri: [`nih:sha-256;${library.topics[0]!.sha256}`],
      category: [{ coding: [{ code: 'instruction' }] }],
      sent: issuedAt,
      sender: { type: 'Organization', display: 'Hill Clinic' },
      payload: [
        { contentString: expect.stringContaining('Advice sheet given: Raised liver enzymes') },
        { contentReference: { reference: `DocumentReference/${documentReference.id}` } },
      ],
    })
  })

  test('nothing about the patient is in them, though the paper has name, results, note and medicines', () => {
    const { documentReference, communication } = give()
    const json = JSON.stringify({ documentReference, communication })
    expect(json).not.toMatch(/secret|987\.65|43\.21|7\.89|pregnant|patient|subject|recipient|"note"/iu)
    for (const resource of [documentReference, communication]) expect(resource).not.toHaveProperty('subject')
  })

  test('a clinic without a name is left out', () => {
    const { documentReference, communication, breaches } = give({}, { clinic: noClinic })
    expect(breaches).toEqual([])
    expect(documentReference).not.toHaveProperty('custodian')
    expect(communication).not.toHaveProperty('sender')
  })
})

describe('what is given on purpose', () => {
  test('a patient is the subject of both, by identifier and name, without a reference', () => {
    const { documentReference, communication, breaches } = give({}, { patient })
    const subject = { type: 'Patient', identifier: { value: 'A 12-345' }, display: 'Patient Name' }
    expect(breaches).toEqual([])
    expect(documentReference).toMatchObject({ subject })
    expect(communication).toMatchObject({ subject })
    expect(documentReference).not.toHaveProperty('subject.reference')
  })

  test.each([
    ['the name alone', { name: 'Patient Name' }, { type: 'Patient', display: 'Patient Name' }],
    ['the identifier alone', { identifier: 'A1' }, { type: 'Patient', identifier: { value: 'A1' } }],
  ])('%s is enough', (_, given, subject) => {
    const { documentReference, breaches } = give({}, { patient: given })
    expect(breaches).toEqual([])
    expect(documentReference).toMatchObject({ subject })
  })

  test('the practitioner is author and sender', () => {
    const { documentReference, communication, breaches } = give({}, { practitioner: 'Dr Name' })
    expect(breaches).toEqual([])
    expect(documentReference).toMatchObject({ author: [{ type: 'Practitioner', display: 'Dr Name' }] })
    expect(communication).toMatchObject({ sender: { type: 'Practitioner', display: 'Dr Name' } })
  })

  test('the outcome of teach-back and the reason for going past a safety stop are notes', () => {
    const { communication, breaches } = give({ reason: 'Agreed by phone. Seen today.' }, { teachBack: 'repeat' })
    expect(breaches).toEqual([])
    expect(communication).toMatchObject({
      note: [
        { text: 'Teach-back: to be repeated.' },
        { text: 'A safety stop was overridden. Reason: Agreed by phone. Seen today.' },
      ],
    })
  })

  test('a reason left over where no rule says stop any more is not recorded; nor are the rules', () => {
    const reason = 'Agreed by phone.'
    expect(aHandout({ reason }).overrideReason).toBe(reason)
    expect(JSON.stringify(toFhir(aHandout({ reason })))).not.toMatch(/w\d+-|pregnan/iu)
    expect(aHandout({ reason, from: aLibrary(), causes: ['running'] })).not.toHaveProperty('overrideReason')
    expect(aHandout()).not.toHaveProperty('overrideReason')
  })

  test('spaces that FHIR does not know become plain ones', () => {
    const wide = { name: '患者\u3000姓名', identifier: 'A\u00a01' }
    const { documentReference, breaches } = give(
      { reason: 'As\u00a0agreed.' },
      { patient: wide, clinic: { ...aClinic, name: '仁和\u3000医院' } },
    )
    expect(breaches).toEqual([])
    expect(documentReference).toMatchObject({ subject: { display: '患者 姓名', identifier: { value: 'A 1' } } })
  })
})

describe('approval', () => {
  test('an approved topic is final, one that nobody approved is preliminary', () => {
    const { documentReference, breaches } = give({ from: approve(library) })
    expect(breaches).toEqual([])
    expect(documentReference).toMatchObject({
      docStatus: 'final',
      description: expect.stringContaining(', clinically approved.'),
    })
    expect(give().documentReference.docStatus).toBe('preliminary')
  })
})

describe('causes', () => {
  const { topic, words } = library.topics[0]!
  const uris = {
    'ICD-10': 'http://hl7.org/fhir/sid/icd-10',
    'ICD-10-CM': 'http://hl7.org/fhir/sid/icd-10-cm',
    'SNOMED-CT': 'http://snomed.info/sct',
    LOINC: 'http://loinc.org',
    ATC: 'http://www.whocc.no/atc',
  }
  const toCoding = (codes: typeof topic.codes) => codes.map(({ system, code }) => ({ system: uris[system], code }))
  const causes = topic.causes.map((cause) => cause.id)

  test('the topic is the first reason, with its codes', () => {
    expect(give({ causes: [] }).communication.reasonCode).toEqual([
      { text: 'Raised liver enzymes', coding: toCoding(topic.codes) },
    ])
    expect(toCoding(topic.codes)).toContainEqual({ system: 'http://hl7.org/fhir/sid/icd-10', code: 'R74.0' })
  })

  test.each([
    ['confirmed', 'confirmed'],
    ['likely', 'likely, not confirmed'],
    ['checking', 'being checked, not a diagnosis'],
  ] as const)('all 20 shipped causes, %s: valid, with every code and how sure it is', (certainty, said) => {
    const { communication, breaches } = give({ causes, certainty })
    expect(causes).toHaveLength(20)
    expect(breaches).toEqual([])
    expect(communication.reasonCode.slice(1)).toEqual(
      topic.causes.map((cause) => ({
        text: `${words.en?.causes[cause.id]?.name} (${said})`,
        coding: toCoding(cause.codes),
      })),
    )
  })

  test.each(causes)('%s alone is valid', (cause) => {
    expect(give({ causes: [cause] }).breaches).toEqual([])
  })

  test('stand as on paper: in the order of the topic, or of the clinician', () => {
    const listReasons = (ordered: boolean) => {
      const [content] = library.topics
      const ticked = ['fatty-liver', 'sleep-loss'].map((cause) => ({ id: cause }))
      const selection = parseSelection({ topic: content!.topic.id, language: 'en', causes: ticked, ordered })
      return aHandout({}, { selection }).causes.map((cause) => cause.id)
    }
    expect(listReasons(false)).toEqual(['sleep-loss', 'fatty-liver'])
    expect(listReasons(true)).toEqual(['fatty-liver', 'sleep-loss'])
  })

  test('a topic and causes without codes are named in words', () => {
    const { communication, breaches } = give({ causes: ['running'], certainty: 'checking', from: aLibrary() })
    expect(breaches).toEqual([])
    expect(communication.reasonCode).toEqual([
      { text: 'High sample' },
      { text: 'Running (being checked, not a diagnosis)' },
    ])
  })
})

describe('the record', () => {
  test('gives the same resources each time', () => {
    expect(toFhir(aHandout({}, { patient }))).toEqual(toFhir(aHandout({}, { patient })))
  })

  test('knows of the second language that was chosen', () => {
    const [content] = library.topics
    const selection = parseSelection({
      ...typed,
      topic: content!.topic.id,
      language: 'es',
      secondLanguage: 'en',
      causes: [],
    })
    expect(aHandout({}, { selection }).languages).toEqual(['es', 'en'])
  })

  test('names both languages of one file, the patient’s as its own', () => {
    const { documentReference, communication } = toFhir({ ...aHandout(), languages: ['zh-CN', 'en'] })
    expect([...checkFhir(documentReference), ...checkFhir(communication)]).toEqual([])
    expect(documentReference.content[0]?.attachment.language).toBe('zh-CN')
    expect(documentReference.description).toContain('in Chinese and English.')
  })

  test.each([
    ['an id that is not a UUID', { id: 'handout-1' }, 'id'],
    ['an id in capitals', { id: id.toUpperCase() }, 'id'],
    ['a time without an offset', { issuedAt: '2026-11-22T09:30:00' }, 'issuedAt'],
    ['a time without seconds', { issuedAt: '2026-11-22T09:30Z' }, 'issuedAt'],
    ['a day that does not exist', { issuedAt: '2026-02-30T09:30:00Z' }, 'issuedAt'],
    ['a hash that is none', { pdf: { ...pdf, sha256: 'abc' } }, 'pdf.sha256'],
    ['a file of nothing', { pdf: { ...pdf, size: 0 } }, 'pdf.size'],
    ['a patient without name and identifier', { patient: {} }, 'patient'],
    ['an empty name', { patient: { name: ' ' } }, 'patient.name'],
    ['a hidden character', { practitioner: 'Dr\u202eName' }, 'practitioner'],
  ])('refuses %s', (_, edge, field) => {
    expect(listProblems(edge)).toEqual([field])
  })
})
