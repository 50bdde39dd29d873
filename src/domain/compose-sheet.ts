import type { Language } from './ids.ts'
import type { Library, LibraryTopic } from './library.ts'
import type { Selection } from './selection.ts'
import type { Wording } from './wording.ts'
import type { Block, Section, Sheet } from './sheet.ts'
import { checkSelection, findContent, refuseProblems } from './check-selection.ts'
import { draftSheet, writeDate, type DraftInputs, type SheetDraft } from './sheet-draft.ts'
import {
  composeNextSteps,
  composeRedFlags,
  composeResults,
  composeToday,
  type ResultsLast,
} from './compose-page-one.ts'
import {
  composeAbout,
  composeCauses,
  composeEveryday,
  composeMedicines,
  composeNote,
  composeTeachBack,
} from './compose-detail.ts'
import { mayBeCalledHigh } from './describe-results.ts'
import { explainTerms } from './explain-terms.ts'
import { orderCauses } from './order-causes.ts'
import { say } from './fill-slots.ts'
import { composeCard } from './compose-card.ts'
import { keepTogether } from './keep-together.ts'

/** Everything a sheet follows from. `hash` gives a hex SHA-256 of a text; the domain computes none itself. */
export type SheetInputs = DraftInputs & {
  readonly library: Library
  readonly hash: (text: string) => string
  /**
   * the red flags before the results and the next steps, and before them what must be done today, where one page cannot
   * hold them all; false when absent
   */
  readonly redFlagsFirst?: boolean
  /** which part of the results stands after the next steps and the red flags, where no room is left for it; none when absent */
  readonly resultsLast?: ResultsLast
  /** the main message after all these, where page 1 has no room for it beside the graver red flags; false when absent */
  readonly leadLast?: boolean
  /** which of the two languages of the selection this sheet is in; the patient's when absent */
  readonly language?: Language
}

/**
 * Short id of what was chosen, such as "7F3A-91C2": one for one sheet, whatever was ticked first. Nothing about the patient
 * goes in, so it may be kept in a record.
 */
export function nameSheet(
  { selection, today, hash }: Pick<SheetInputs, 'selection' | 'today' | 'hash'>,
  { topic, sha256: contentHash }: LibraryTopic,
): string {
  const { patientName: _name, results: _results, note: _note, medicinesToStop: _stop, ...rest } = selection
  const {
    facts: _facts,
    labs: _labs,
    readingNeed: _need,
    overrideReason: _reason,
    overridden: _rules,
    ordered: _ordered,
    ...listed
  } = rest
  const choices = {
    ...listed,
    causes: orderCauses(topic, selection),
    dropped: selection.dropped.toSorted(),
    added: selection.added.toSorted(),
    medicines: selection.medicines.toSorted(),
  }
  const digest = hash(JSON.stringify({ contentHash, today, choices })).toUpperCase()
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`
}

/** Whom the sheet is for, where that is told. */
function addressSheet(
  { audience, patientName }: Selection,
  { forPatient, forCarer, forCarerAlone }: Wording['letterhead'],
): Pick<Sheet['letterhead'], 'patient'> {
  if (patientName === '') return audience === 'carer' ? { patient: [{ text: forCarerAlone }] } : {}
  return {
    patient: [{ text: `${audience === 'carer' ? forCarer : forPatient} ` }, { text: patientName, strong: true }],
  }
}

function composeLetterhead({ content, selection, clinic, today }: SheetDraft): Sheet['letterhead'] {
  const { letterhead } = content.wording
  return {
    clinic: clinic.name === '' ? letterhead.clinicMissing : clinic.name,
    contact: [clinic.address, keepTogether(clinic.phone), clinic.openingHours]
      .filter((part) => part !== '')
      .join(' · '),
    ...addressSheet(selection, letterhead),
    given: say(letterhead.given, { date: writeDate(content, today, 'shortDate') }),
  }
}

/** The main message where it does not stand beneath the title. */
function composeLead({ content }: SheetDraft): Section {
  const blocks = content.words.mainMessage.map((text): Block => ({
    kind: 'paragraph',
    text: [{ text }],
    tone: 'muted',
  }))
  return { id: 'lead', role: 'plain', blocks }
}

/** What a patient must not miss, in the order of paper that holds it on one page, or of paper that has less room. */
function composePageOne(
  draft: SheetDraft,
  { redFlagsFirst = false, resultsLast }: Pick<SheetInputs, 'redFlagsFirst' | 'resultsLast'>,
): Section[] {
  const redFlags = composeRedFlags(draft)
  const { before, after } = composeResults(draft, resultsLast)
  return redFlagsFirst
    ? [...composeToday(draft), redFlags, ...before, composeNextSteps(draft, true), ...after]
    : [...before, composeNextSteps(draft), redFlags, ...after]
}

/**
 * Composes the whole sheet: the only thing that decides what is said. The same inputs give the same sheet.
 * @throws AppError bad-input or not-available, with a problem for each field that is wrong
 */
export function composeSheet(inputs: SheetInputs): Sheet {
  const { library, selection, today, language = selection.language } = inputs
  const field = language === selection.language ? 'language' : 'secondLanguage'
  const content = findContent(library, { topic: selection.topic, language }, field)
  refuseProblems(checkSelection(content, selection, today))

  const draft = draftSheet(content, inputs)
  const { topic } = content.entry
  const { footer } = content.wording
  const id = nameSheet(inputs, content.entry)
  const sheet: Sheet = {
    language,
    title: mayBeCalledHigh(selection.results) ? content.words.sheetTitle : content.words.sheetTitleInRange,
    letterhead: composeLetterhead(draft),
    lead: inputs.leadLast ? [] : content.words.mainMessage,
    sections: [
      ...composePageOne(draft, inputs),
      ...(inputs.leadLast ? [composeLead(draft)] : []),
      ...composeCauses(draft),
      ...composeMedicines(draft),
      ...composeEveryday(draft),
      ...composeNote(draft),
      ...composeTeachBack(draft),
      composeAbout(draft),
      ...composeCard(draft),
    ],
    footer: {
      left: say(topic.reviewer === '' ? footer.draft : footer.version, {
        topic: content.words.title,
        version: topic.version,
        date: writeDate(content, topic.lastReviewDate, 'shortDate'),
        id,
      }),
      notice: topic.reviewer === '' ? footer.notApproved : '',
      page: footer.page,
    },
    id,
  }
  return explainTerms(sheet, library.glossary[language], selection.medicinesToStop)
}
