import { z } from 'zod'
import { Safety } from './safety-rules.ts'
import { Id, Language, Sha256 } from './ids.ts'
import { IsoDate } from './calendar.ts'

const Sources = z.array(Id).min(1)

/** A wait for the next test; as far as a Selection takes one. */
const Weeks = z.number().int().min(1).max(52)

export const Code = z.strictObject({
  system: z.enum(['ICD-10', 'ICD-10-CM', 'SNOMED-CT', 'LOINC', 'ATC']),
  code: z.string().min(1),
})

/** One instruction the patient can act on. `facts` are ids of the seed checklist that it carries. */
export const AdviceItem = z.strictObject({
  id: Id,
  kind: z.enum(['do', 'dont', 'ask', 'stop', 'expect']),
  /** on, off: the clinician may change it. rule: only a merge rule brings it in. */
  shown: z.enum(['on', 'off', 'rule']).default('on'),
  sources: Sources,
  facts: z.array(z.string()).default([]),
  /** Items with the same `says` give the same advice: only the first prints. */
  says: Id.optional(),
  /** Safety advice: prints on a short sheet too. */
  vital: z.boolean().default(false),
  /** Rank among the first actions of page 1; the lowest three are used. Absent: never a first action. */
  firstAction: z.number().int().positive().optional(),
})
export type AdviceItem = z.output<typeof AdviceItem>

export const Cause = z.strictObject({
  id: Id,
  /** Seen often: stands in the window's first list; the others are one click away. */
  common: z.boolean().default(false),
  /** To be seen the same day: no usual date of a next test prints beside it. */
  urgent: z.boolean().default(false),
  /** its first action says, whatever else is so, that the patient calls or is seen today */
  saysToday: z.boolean().default(false),
  /** Evidence shows a link and not more: its words must say so, as `links` of the word rules asks. */
  linkOnly: z.boolean().default(false),
  group: Id.optional(),
  codes: z.array(Code),
  sources: Sources,
  /** The red flags that matter for this cause, those of every sheet included. */
  redFlags: z.array(Id).min(1),
  facts: z.array(z.string()).default([]),
  /** Usual wait until the next blood test, in weeks; absent where only the clinician can say. */
  retestWeeks: Weeks.optional(),
  items: z.array(AdviceItem).min(1),
})
export type Cause = z.output<typeof Cause>

/**
 * A sign that needs care at once (`emergency`) or the same day (`urgent`). It prints on every sheet (`always`), or with
 * the causes that name it.
 */
export const RedFlag = z.strictObject({
  id: Id,
  urgency: z.enum(['emergency', 'urgent']),
  always: z.boolean().default(false),
  sources: Sources,
})
export type RedFlag = z.output<typeof RedFlag>

/** A medicine a doctor may use. Off unless ticked; no dose is held anywhere. */
export const Medicine = z.strictObject({
  id: Id,
  /** The generic names it may go by in each language; its printed name must hold one of them, and no other medicine's. */
  names: z.partialRecord(Language, z.array(z.string().min(1)).min(1)).default({}),
  /** names on its boxes, to find it among medicines to stop; never printed */
  brands: z.array(z.string().min(1)).default([]),
  causes: z.array(Id).min(1),
  codes: z.array(Code).default([]),
  /** Where the use is known, for the clinician; never printed. */
  region: z.string().min(1),
  sources: Sources,
  facts: z.array(z.string()).default([]),
})
export type Medicine = z.output<typeof Medicine>

/**
 * Settles advice that must not stand together: when all causes of `when` and all `facts` are ticked and all items of `added`
 * were put in, `drop` goes and `add` comes.
 */
export const MergeRule = z
  .strictObject({
    id: Id,
    when: z.array(Id).default([]),
    /** what the clinician ticked of the patient; all of it, as of `when` */
    facts: z.array(Id).default([]),
    /** holds only where the patient must not wait for the next test */
    urgent: z.boolean().default(false),
    /** holds only where a safety rule sends the patient to hospital at once */
    hospital: z.boolean().default(false),
    /** items off by default that the clinician put in; all of them */
    added: z.array(Id).default([]),
    drop: z.array(Id).default([]),
    add: z.array(Id).default([]),
    sources: Sources,
  })
  .readonly()
export type MergeRule = z.output<typeof MergeRule>

/**
 * A size of a result, as times the upper limit. The first band that fits is used; the last has neither bound.
 * `urgent`: too high to wait for a usual date; the sheet then says to call first.
 */
export const ResultBand = z.strictObject({
  id: Id,
  upTo: z.number().optional(),
  under: z.number().optional(),
  urgent: z.boolean().default(false),
})
export type ResultBand = z.output<typeof ResultBand>

/** The drawings that the paper has. */
export const Drawing = z.enum(['liver'])
export type Drawing = z.output<typeof Drawing>

/** What is the same in every language: ids, codes, order, rules, sources and review data of one health topic. */
export const Topic = z.strictObject({
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'active', 'retired']),
  author: z.string().min(1),
  /** The clinician who signed this version; empty until a real person does, and then the sheet says so. */
  reviewer: z.string(),
  lastReviewDate: IsoDate,
  nextReviewDate: IsoDate,
  codes: z.array(Code),
  /**
   * The citation is for the reviewer; a sheet names the publisher, who leads where there are several. `publisher` is a name
   * that is the same in every language; the others stand in the words.
   */
  sources: z.record(Id, z.strictObject({ citation: z.string().min(1), publisher: z.string().min(1).optional() })),
  /** Every fact the topic promises to carry; each must be named by at least one entry. */
  facts: z.array(z.string()).min(1),
  analytes: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        codes: z.array(Code),
        usualLimit: z.number().positive(),
        /** In U/L: what the safety rules take for the upper limit where none was typed; the lowest sensible, never printed. */
        cautiousLimit: z.strictObject({ value: z.number().positive(), sources: Sources }),
        sources: Sources,
      }),
    )
    .min(1),
  resultBands: z.array(ResultBand).min(1),
  /** End of the number line, in times the upper limit; a higher result is told in words only. */
  resultLineEnd: z.number().positive(),
  /**
   * A place on the number line, in times the upper limit, with words that ease a worry that is not called for. It is
   * drawn only once a clinician has put their name in `approvedBy`.
   */
  resultAnchor: z.strictObject({ times: z.number().positive(), approvedBy: z.string(), sources: Sources }).optional(),
  /** Waits for the next test that the window offers beside the usual one, in weeks. */
  retestChoices: z
    .array(Weeks)
    .refine(
      (weeks) => weeks.every((each, index) => each > (weeks[index - 1] ?? 0)),
      'Give the weeks from few to many.',
    ),
  introFacts: z.array(z.string()).default([]),
  redFlags: z.array(RedFlag).min(1),
  /**
   * For the ticked `causes`, or for everyone; not beside a cause of `unless`, which says it otherwise, and only on the card
   * that is cut out where an item of `saidBy` says it too, among the first actions beside it. `days` is how long it takes.
   */
  preparation: z.array(
    z.strictObject({
      id: Id,
      causes: z.array(Id).optional(),
      unless: z.array(Id).default([]),
      saidBy: z.array(Id).default([]),
      days: z.int().positive().optional(),
      sources: Sources,
    }),
  ),
  causes: z.array(Cause).min(1),
  groups: z.array(Id).default([]),
  /** a drawing the paper knows, beside the causes where there is room; the words say what it shows */
  figure: Drawing.optional(),
  everyday: z.array(AdviceItem),
  medicines: z.array(Medicine),
  mergeRules: z.array(MergeRule),
  safety: Safety.prefault({}),
  /** Asked with the `causes`, where the sheet has what it `needs`, and where one of the `items` prints; as far as each is given. */
  teachBack: z.array(
    z.strictObject({
      id: Id,
      causes: z.array(Id).optional(),
      needs: z.enum(['stop-list', 'retest', 'first-action']).optional(),
      items: z.array(Id).min(1).optional(),
    }),
  ),
})
export type Topic = z.output<typeof Topic>

const Words = z.record(Id, z.string().min(1))

/** The words of a topic in one language, by the ids of its `Topic`. `**bold**` and `{slots}` may stand in item texts. */
export const TopicWords = z.strictObject({
  language: Language,
  /** For a translation: hex SHA-256 of the English words it was made from. */
  madeFrom: Sha256.optional(),
  title: z.string().min(1),
  alsoCalled: z.array(z.string()),
  /** The sheet's heading, then its main message in at most two sentences a line. */
  sheetTitle: z.string().min(1),
  /** the heading when results were typed and none is known to be above its limit; it does not judge */
  sheetTitleInRange: z.string().min(1),
  mainMessage: z.array(z.string().min(1)).min(1).max(2),
  groups: Words,
  /** what the topic's `figure` shows, for someone who cannot see it */
  figure: z.string().min(1).optional(),
  causes: z.record(
    Id,
    z.strictObject({
      /** for the clinician's list, with a hint beneath */
      name: z.string().min(1),
      hint: z.string().min(1),
      /** synonyms, and misspellings people type, for the search */
      alsoCalled: z.array(z.string()),
      /** tests and plan for the clinician; never printed */
      plan: z.array(z.string().min(1)).min(1),
      /** for the patient's sheet */
      heading: z.string().min(1),
      whatHappens: z.string().min(1),
      /** the cause in one line, for a short sheet */
      inShort: z.string().min(1),
    }),
  ),
  items: Words,
  redFlags: Words,
  preparation: Words,
  medicines: z.record(
    Id,
    z.strictObject({ name: z.string().min(1), evidence: z.string().min(1), cautions: z.string().min(1) }),
  ),
  /** why a line changed, for the clinician */
  mergeRules: Words,
  analytes: z.record(z.string(), z.string().min(1)),
  resultBands: Words,
  /** what stands at the `resultAnchor`, if the topic has one; {at} is its value */
  resultAnchor: z.string().min(1).optional(),
  teachBack: Words,
  /** for the clinician: what may be ticked or typed, and what a rule says; never printed */
  safetyFacts: Words.default({}),
  safetyLabs: Words.default({}),
  safetyRules: Words.default({}),
  /** why advice cannot be taken out */
  safetyKept: Words.default({}),
  /** for the clinician: the next test is later than usual for {causes}, which wait 1 week or {weeks}, or are seen the same day */
  lateRetest: z.strictObject({ sameDay: z.string().min(1), oneWeek: z.string().min(1), weeks: z.string().min(1) }),
  /** what the sheet calls the publisher of a source that names none itself */
  sources: Words,
})
export type TopicWords = z.output<typeof TopicWords>
