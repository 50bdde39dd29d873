import type { SheetDraft } from './sheet-draft.ts'
import type { Block, Section } from './sheet.ts'
import { composePreparation } from './compose-page-one.ts'
import { say } from './fill-slots.ts'
import { keepTogether } from './keep-together.ts'
import { writeDate } from './sheet-draft.ts'
import { writeCalendar } from './write-calendar.ts'

/**
 * The card to cut out: the day of the next test, for the fridge and for the phone. Nothing without a day. Strangers may see
 * it, so it names no patient, cause or result.
 */
export function composeCard(draft: SheetDraft): Section[] {
  const { content, clinic, retestDate, selection, today } = draft
  if (!selection.retestCard || retestDate === null) return []
  const { card, letterhead } = content.wording
  const date = writeDate(content, retestDate, 'longDate')
  const name = clinic.name === '' ? letterhead.clinicMissing : clinic.name
  const from: Block = {
    kind: 'paragraph',
    text: [
      { text: name, strong: true },
      ...(clinic.phone === '' ? [] : [{ text: ` · ${keepTogether(clinic.phone)}` }]),
    ],
    tone: 'muted',
  }
  const event = writeCalendar({
    day: retestDate,
    written: today,
    summary: card.event,
    location: clinic.name,
    description: clinic.phone,
  })
  return [
    {
      id: 'card',
      role: 'card',
      blocks: [
        { kind: 'heading', level: 2, text: [{ text: card.heading }], tone: 'plain' },
        { kind: 'keyDate', label: card.retest, date },
        ...composePreparation(draft, 'card'),
        from,
        { kind: 'calendar', event, caption: card.scan, alternative: say(card.alternative, { date }) },
      ],
    },
  ]
}
