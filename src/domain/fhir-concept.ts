import type { z } from 'zod'
import type { Handout } from './handout.ts'
import type { Certainty } from './ids.ts'
import type { Code } from './topic.ts'

/** FHIR R4 Coding, as far as CareSheet writes it. */
export type Coding = { readonly system: string; readonly code: string; readonly display?: string }
/** FHIR R4 CodeableConcept. */
export type CodeableConcept = { readonly coding?: readonly Coding[]; readonly text?: string }

type ListedCode = z.output<typeof Code>
type TickedCause = Handout['causes'][number]

/** The names FHIR R4 gives to code systems (hl7.org/fhir/R4/terminologies-systems.html). */
const systems: Readonly<Record<ListedCode['system'], string>> = {
  'ICD-10': 'http://hl7.org/fhir/sid/icd-10',
  'ICD-10-CM': 'http://hl7.org/fhir/sid/icd-10-cm',
  'SNOMED-CT': 'http://snomed.info/sct',
  LOINC: 'http://loinc.org',
  ATC: 'http://www.whocc.no/atc',
}

const certainties: Readonly<Record<Certainty, string>> = {
  confirmed: 'confirmed',
  likely: 'likely, not confirmed',
  checking: 'being checked, not a diagnosis',
}

/** Text as a FHIR string may hold it: R4 knows no spaces but the plain one, tab and line ends (`[ \r\n\t\S]+`). */
export function toFhirString(text: string): string {
  return text.replaceAll(/[^\S \r\n\t]/gu, ' ')
}

/** One LOINC code as a concept. */
export function toLoincConcept(code: string, display: string): CodeableConcept {
  return { coding: [{ system: systems.LOINC, code, display }] }
}

/** What the content calls something, with the codes it lists for it; without codes the text stands alone. */
export function toConcept(name: string, codes: readonly ListedCode[]): CodeableConcept {
  const coding = codes.map(({ system, code }) => ({ system: systems[system], code }))
  return { ...(coding.length === 0 ? {} : { coding }), text: toFhirString(name) }
}

/**
 * A ticked cause. FHIR has no field for how sure a reason is, so the text says it after the name: "Fatty liver (being
 * checked, not a diagnosis)". The codes are all that the content lists for the cause; some are narrower than what was
 * ticked, so a record that reads codes alone must not take them as diagnoses.
 */
export function toCauseConcept({ name, certainty, codes }: TickedCause): CodeableConcept {
  return toConcept(`${name} (${certainties[certainty]})`, codes)
}
