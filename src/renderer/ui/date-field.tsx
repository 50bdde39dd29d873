import { parseDate, type CalendarDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import type { IsoDate } from '../../domain/calendar.ts'
import { FieldLabel, FieldNotes } from './field-notes.tsx'

type DateFieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  /** a day of the calendar; anything else while none was told */
  readonly value: string
  /** the day, or nothing while it is not whole */
  readonly onType: (day: string) => void
  /** earlier days cannot be taken from the calendar; those that are typed are judged elsewhere */
  readonly min?: IsoDate | undefined
  /** so for later days */
  readonly max?: IsoDate | undefined
  readonly problem?: string | undefined
  /** the focus went elsewhere */
  readonly onLeave?: (() => void) | undefined
}

/** The day as it stands in the field, even one in the year 2, which is on its way to 2027; null for none. */
function readDay(value: string): CalendarDate | null {
  try {
    return parseDate(value)
  } catch {
    return null
  }
}

/**
 * A day, typed or taken from a calendar. Day, month and year stand as the language of the window has them; the browser's own
 * field would take their order from the computer.
 */
export function DateField({ label, hint, value, onType, min, max, problem, onLeave }: DateFieldProps) {
  return (
    <DatePicker
      className="field date-field"
      value={readDay(value)}
      onChange={(picked) => onType(picked?.toString() ?? '')}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    >
      <FieldLabel label={label} isHidden={false} />
      <Group className="date-group">
        <DateInput className="date-input">
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </DateInput>
        <Button className="date-button">
          <span className="select-arrow" aria-hidden="true" />
        </Button>
      </Group>
      <FieldNotes hint={hint} problem={problem} />
      <Popover className="popover" offset={4}>
        <Dialog className="date-dialog">
          <Calendar
            {...(min === undefined ? {} : { minValue: parseDate(min) })}
            {...(max === undefined ? {} : { maxValue: parseDate(max) })}
          >
            <header className="calendar-head">
              <Button slot="previous" className="button small">
                <span aria-hidden="true">‹</span>
              </Button>
              <Heading className="calendar-month" />
              <Button slot="next" className="button small">
                <span aria-hidden="true">›</span>
              </Button>
            </header>
            <CalendarGrid className="calendar-grid">
              {(date) => <CalendarCell className="calendar-day" date={date} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
