import type { SheetContent } from '../../domain/check-selection.ts'
import { groupCauses, type NumberedCause } from '../group-causes.ts'
import { CauseRow } from './cause-row.tsx'

type CauseListProps = {
  readonly content: SheetContent
  readonly ticked: readonly string[]
  readonly onTick: (cause: string, on: boolean) => void
}

/** The causes of the topic to tick, those of one group under its name. */
export function CauseList({ content, ticked, onTick }: CauseListProps) {
  const { words } = content
  const drawRow = ({ cause, number }: NumberedCause) => (
    <CauseRow
      key={cause.id}
      cause={cause}
      words={words.causes[cause.id]}
      number={number}
      on={ticked.includes(cause.id)}
      onTick={(on) => onTick(cause.id, on)}
    />
  )
  return (
    <fieldset className="causes">
      <legend className="section-title">Causes for this patient</legend>
      {groupCauses(content.entry.topic).map(({ group, causes }) =>
        group === null ? (
          causes.map(drawRow)
        ) : (
          <div key={group} role="group" aria-labelledby={`group-${group}`} className="cause-group">
            <p id={`group-${group}`} className="group-name">
              {words.groups[group]}
            </p>
            {causes.map(drawRow)}
          </div>
        ),
      )}
    </fieldset>
  )
}
