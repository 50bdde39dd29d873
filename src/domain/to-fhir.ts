import type { Handout, TeachBack } from './handout.ts'
import { languageNames } from './ids.ts'
import { toCauseConcept, toLoincConcept, toConcept, toFhirString } from './fhir-concept.ts'

/** FHIR R4 Identifier whose value is a URI. */
const toUriIdentifier = (value: string) => ({ system: 'urn:ietf:rfc:3986', value })

/** A SHA-256 as a URI (RFC 6920), so that it can be compared digit for digit with what `sha256sum` prints. */
const toHashUri = (sha256: string) => `nih:sha-256;${sha256}`

const teachBackNotes: Readonly<Record<TeachBack, string>> = {
  understood: 'Teach-back: understood.',
  repeat: 'Teach-back: to be repeated.',
  declined: 'Teach-back: declined.',
}

/** Someone without a resource of their own that we know of: by name or identifier, never with an invented reference. */
function nameActor(type: 'Patient' | 'Practitioner' | 'Organization', name?: string, identifier?: string) {
  return {
    type,
    ...(identifier === undefined ? {} : { identifier: { value: toFhirString(identifier) } }),
    ...(name === undefined ? {} : { display: toFhirString(name) }),
  }
}

/** What the two resources say alike of the people and the clinic; nothing of whoever was not given. */
function listActors({ patient, practitioner, clinic }: Handout) {
  return {
    subject: patient && { subject: nameActor('Patient', patient.name, patient.identifier) },
    practitioner: practitioner === undefined ? undefined : nameActor('Practitioner', practitioner),
    organization: clinic === '' ? undefined : nameActor('Organization', clinic),
  }
}

const nameLanguages = ({ languages }: Handout) => languages.map((language) => languageNames[language]).join(' and ')

function describeVersion(handout: Handout): string {
  const { topic, sheetId } = handout
  const approval = topic.approved ? 'clinically approved' : 'not clinically approved'
  return `Topic ${topic.id}, version ${topic.version}, ${approval}. Sheet ${sheetId}, in ${nameLanguages(handout)}.`
}

function toDocumentReference(handout: Handout) {
  const { id, issuedAt, topic, pdf, languages, sheetId } = handout
  const { subject, practitioner, organization } = listActors(handout)
  return {
    resourceType: 'DocumentReference',
    id,
    masterIdentifier: toUriIdentifier(`urn:uuid:${id}`),
    identifier: [
      { type: { text: 'Sheet id' }, value: toFhirString(sheetId) },
      { type: { text: 'SHA-256 of the PDF' }, ...toUriIdentifier(toHashUri(pdf.sha256)) },
    ],
    status: 'current',
    docStatus: topic.approved ? 'final' : 'preliminary',
    type: toLoincConcept('34895-3', 'Education note'),
    category: [toLoincConcept('69730-0', 'Instructions')],
    ...subject,
    date: issuedAt,
    ...(practitioner && { author: [practitioner] }),
    ...(organization && { custodian: organization }),
    description: toFhirString(describeVersion(handout)),
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          language: languages[0],
          size: pdf.size,
          title: toFhirString(topic.title),
          creation: issuedAt,
        },
      },
    ],
  }
}

function toCommunication(handout: Handout) {
  const { id, issuedAt, topic, causes, sheetId, teachBack, overrideReason } = handout
  const { subject, practitioner, organization } = listActors(handout)
  const sender = practitioner ?? organization
  const notes = [
    ...(teachBack === undefined ? [] : [teachBackNotes[teachBack]]),
    ...(overrideReason === undefined ? [] : [`A safety stop was overridden. Reason: ${overrideReason}`]),
  ]
  const said = `Advice sheet given: ${topic.title}, sheet ${sheetId}, in ${nameLanguages(handout)}.`
  return {
    resourceType: 'Communication',
    id,
    instantiatesUri: [toHashUri(topic.sha256)],
    status: 'completed',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/communication-category',
            code: 'instruction',
            display: 'Instruction',
          },
        ],
      },
    ],
    ...subject,
    sent: issuedAt,
    ...(sender && { sender }),
    reasonCode: [toConcept(topic.title, topic.codes), ...causes.map(toCauseConcept)],
    payload: [
      { contentString: toFhirString(said) },
      {
        contentReference: {
          reference: `DocumentReference/${id}`,
          type: 'DocumentReference',
          identifier: toUriIdentifier(`urn:uuid:${id}`),
          display: toFhirString(topic.title),
        },
      },
    ],
    ...(notes.length === 0 ? {} : { note: notes.map((text) => ({ text: toFhirString(text) })) }),
  }
}

/**
 * A handout as two FHIR R4 resources (hl7.org/fhir/R4), plain values ready for JSON.
 *
 * - `docStatus` is `final` only for an approved topic: R4 defines it as "verified by an appropriate person", which nobody
 *   has done for a draft, so that is `preliminary`.
 * - R4 defines `attachment.hash` as SHA-1. It is left out, for SHA-1 no longer proves anything and a SHA-256 there would
 *   read as damage; the SHA-256 of the PDF is an identifier of the document, the one of the topic is in `instantiatesUri`.
 * - A sheet in two languages is one file, and R4 has room for one language: the patient's. The description names both.
 * - The texts are in English, for the chart. No result, note or medicine is in them, and without a patient no `subject`.
 * - The ids are the handout's, so the same handout gives the same resources.
 */
export function toFhir(handout: Handout) {
  return { documentReference: toDocumentReference(handout), communication: toCommunication(handout) }
}

/** The two resources as one FHIR R4 Bundle, for a file. */
export function toFhirBundle(handout: Handout) {
  const { documentReference, communication } = toFhir(handout)
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: handout.issuedAt,
    entry: [{ resource: documentReference }, { resource: communication }],
  }
}
