import type { Topic } from '../domain/topic.ts'
import type { Finding } from './read-yaml.ts'

function listUnknown({ causes, redFlags }: Topic): Finding[] {
  const known = new Set(redFlags.map(({ id }) => id))
  return causes.flatMap((cause, outer) =>
    cause.redFlags.flatMap((id, index): Finding[] =>
      known.has(id)
        ? []
        : [{ path: ['causes', outer, 'redFlags', index], message: `There is no red flag called "${id}".` }],
    ),
  )
}

function listNeverPrinted({ causes, redFlags }: Topic): Finding[] {
  const named = new Set(causes.flatMap((cause) => cause.redFlags))
  return redFlags.flatMap(({ id, always }, index): Finding[] =>
    always || named.has(id)
      ? []
      : [
          {
            path: ['redFlags', index],
            message: `The red flag "${id}" never prints: no cause names it, and it has no "always: true".`,
          },
        ],
  )
}

/** Red flags that are named and do not exist, that nothing prints, and a sheet that would lack one of the two levels. */
export function checkRedFlags(topic: Topic): Finding[] {
  const missing = (['emergency', 'urgent'] as const)
    .filter((urgency) => !topic.redFlags.some((flag) => flag.urgency === urgency && flag.always))
    .map((urgency) => ({ path: ['redFlags'], message: `There is no ${urgency} red flag for every sheet.` }))
  return [...listUnknown(topic), ...listNeverPrinted(topic), ...missing]
}
