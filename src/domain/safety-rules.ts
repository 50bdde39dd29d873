import { z } from 'zod'
import { foldName } from './fold-name.ts'
import { Id } from './ids.ts'

/** Where a rule begins to hold; edges as the source has them. */
const Bound = z
  .strictObject({ atLeast: z.number().optional(), above: z.number().optional(), upTo: z.number().optional() })
  .refine((bound) => Object.values(bound).some((edge) => edge !== undefined), 'Give atLeast, above or upTo.')
export type Bound = z.output<typeof Bound>

const Ids = z.array(Id).min(1)

/** One thing that is so or not so for a patient, as far as the clinician told. */
export const SafetyCondition = z.union([
  z.strictObject({ fact: Id }),
  /** one of the facts that are `symptoms` */
  z.strictObject({ symptom: z.literal(true) }),
  z.strictObject({ cause: Ids }),
  z.strictObject({ noCause: Id }),
  /** every ticked cause is one of these, and at least one is ticked */
  z.strictObject({ onlyCauses: Ids }),
  /** the highest result, as times its upper limit */
  z.strictObject({ resultTimes: Bound }),
  /** the highest result in U/L */
  z.strictObject({ resultUnits: Bound }),
  /** the results of two analytes, the first divided by the second */
  z.strictObject({ resultRatio: z.tuple([z.string(), z.string()]), is: Bound }),
  /** not all typed results are in range; so too when none is typed, for the sheet is about a raised one */
  z.strictObject({ raised: z.literal(true) }),
  z.strictObject({ labTimes: Id, is: Bound }),
  z.strictObject({ labValue: Id, is: Bound }),
  z.strictObject({ medicine: Ids }),
  /**
   * A name to stop has one of these beginnings of words, in lower case and without accents (see `foldName`); one that ends
   * with a full stop is a whole word.
   */
  z.strictObject({
    stopsName: z
      .array(
        z
          .string()
          .min(2)
          .refine((name) => name === foldName(name), 'Write it in lower case and without accents.'),
      )
      .min(1),
    /** beginnings of words that make it another thing: an anabolic steroid, heartburn tablets */
    unless: z.array(z.string().min(2)).default([]),
  }),
  z.strictObject({ readingNeed: z.literal(true) }),
  /** no medicine to stop was named */
  z.strictObject({ stopsNothing: z.literal(true) }),
  /** the highest upper limit typed for a result, in U/L */
  z.strictObject({ limitUnits: Bound }),
  /** the lowest result in U/L that has no upper limit */
  z.strictObject({ bareUnits: Bound }),
])
export type SafetyCondition = z.output<typeof SafetyCondition>

/** When a sheet alone is unsafe. It holds when all conditions of one of the lists of `when` do. */
export const SafetyRule = z.strictObject({
  id: Id,
  /** `stop`: no sheet leaves without a typed reason; `warn`: the clinician is told */
  level: z.enum(['stop', 'warn']),
  /** what the patient is told first, before any next test: to go to hospital now, or to see a doctor today */
  act: z.enum(['hospital', 'today']).optional(),
  when: z.array(z.array(SafetyCondition).min(1)).min(1),
  sources: z.array(Id).min(1),
})
export type SafetyRule = z.output<typeof SafetyRule>

/** Advice that says this, or is one of these items, cannot be taken out while one of the causes or facts is ticked. */
const KeptAdvice = z.strictObject({
  id: Id,
  says: Id.optional(),
  items: z.array(Id).default([]),
  causes: z.array(Id).default([]),
  facts: z.array(Id).default([]),
  sources: z.array(Id).min(1),
})

/** What the clinician may tick or type about the patient, all optional, and what follows from it. */
export const Safety = z.strictObject({
  /** `actsAs`: advice is merged as if this cause were ticked too */
  facts: z.array(z.strictObject({ id: Id, actsAs: Id.optional() })).default([]),
  /** which of the facts the patient feels or shows */
  symptoms: z.array(Id).default([]),
  /** other blood results; `limit` says whether the lab's upper limit is asked for */
  labs: z.array(z.strictObject({ id: Id, limit: z.boolean() })).default([]),
  rules: z.array(SafetyRule).default([]),
  kept: z.array(KeptAdvice).default([]),
})
export type Safety = z.output<typeof Safety>
