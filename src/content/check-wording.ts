import { listSlots } from '../domain/fill-slots.ts'
import type { Finding } from './read-yaml.ts'
import { listWording } from './list-texts.ts'

/** The slots the sheet fills, by place. They must all be there, except where a language may do without. */
const slotsByPlace: Readonly<Record<string, { needs: readonly string[]; may?: readonly string[] }>> = {
  longDate: { needs: ['day', 'month', 'year'], may: ['weekday'] },
  shortDate: { needs: ['day', 'month', 'year'] },
  'letterhead.given': { needs: ['date'] },
  'results.value': { needs: ['analyte', 'value'] },
  'results.normalTo': { needs: ['limit'] },
  'results.multiple': { needs: ['n'] },
  'results.above': { needs: ['times', 'band'] },
  'results.justAbove': { needs: ['band'] },
  'results.notAbove': { needs: ['band'] },
  'results.alternative': { needs: ['analyte', 'value', 'unit', 'limit', 'meaning'] },
  'results.previous': { needs: ['value'] },
  'nextSteps.askBeforeStop': { needs: ['medicines'] },
  'nextSteps.call': { needs: ['phone'] },
  'redFlags.emergencyCall': { needs: ['number'] },
  'redFlags.urgentCall': { needs: ['phone'] },
  'causes.inShort': { needs: ['certainty', 'said'] },
  'card.alternative': { needs: ['date'] },
  'about.sources': { needs: ['sources'] },
  'about.approved': { needs: ['reviewer'] },
  'footer.draft': { needs: ['topic', 'version', 'date', 'id'] },
  'footer.version': { needs: ['topic', 'version', 'date', 'id'] },
  'footer.page': { needs: ['page', 'pages'] },
}

const boldPlaces = new Set([
  'nextSteps.urgent.hospital',
  'nextSteps.urgent.today',
  'nextSteps.urgent.result',
  'nextSteps.askBeforeStop',
  'nextSteps.call',
  'nextSteps.callWithoutPhone',
  'redFlags.emergencyCall',
  'redFlags.emergencyCallWithoutNumber',
  'redFlags.urgentCall',
  'redFlags.urgentCallWithoutPhone',
])

/**
 * Everything wrong with the fixed wording that its schema cannot see: slots missing or unknown, bold where none can be.
 * @param wording the file as read: what its schema does not take hides nothing here
 */
export function checkWording(wording: unknown): Finding[] {
  return listWording(wording).flatMap(({ path, text }): Finding[] => {
    const place = path.join('.')
    const { needs, may = [] } = slotsByPlace[place] ?? { needs: [] }
    const given = listSlots(text)
    const marks = text.split('**').length - 1
    return [
      ...needs
        .filter((slot) => !given.includes(slot))
        .map((slot) => ({ path, message: `The slot {${slot}} is missing in ${place}.` })),
      ...given
        .filter((slot) => !needs.includes(slot) && !may.includes(slot))
        .map((slot) => ({ path, message: `Nothing fills the slot {${slot}} in ${place}.` })),
      ...(marks % 2 === 0 ? [] : [{ path, message: 'A ** has no partner.' }]),
      ...(marks > 0 && !boldPlaces.has(place) ? [{ path, message: 'Bold marks ** cannot stand here.' }] : []),
    ]
  })
}
