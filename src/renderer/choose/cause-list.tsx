import { useState } from 'react'
import type { SheetContent } from '../../domain/check-selection.ts'
import { groupCauses, type CauseGroup, type NumberedCause } from '../group-causes.ts'
import { Fold } from '../ui/fold.tsx'
import { useWords } from '../words/use-words.ts'
import { CauseRow } from './cause-row.tsx'

type CauseListProps = {
  readonly content: SheetContent
  readonly ticked: readonly string[]
  readonly onTick: (cause: string, on: boolean) => void
}

/** The causes of the topic to tick: the common ones, then the others one click away; those of one group under its name. */
export function CauseList({ content, ticked, onTick }: CauseListProps) {
  const { words } = content
  const { t } = useWords()
  const [isMoreOpen, setIsMoreOpen] = useState(false)
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
  const drawGroup = ({ group, causes }: CauseGroup) =>
    group === null ? (
      causes.map(drawRow)
    ) : (
      <div key={group} role="group" aria-labelledby={`group-${group}`} className="cause-group">
        <p id={`group-${group}`} className="group-name">
          {words.groups[group]}
        </p>
        {causes.map(drawRow)}
      </div>
    )
  const groups = groupCauses(content.entry.topic)
  const isCommon = ({ causes }: CauseGroup) => causes.some(({ cause }) => cause.common)
  const more = groups.filter((group) => !isCommon(group))
  const hasMoreTicked = more.some(({ causes }) => causes.some(({ cause }) => ticked.includes(cause.id)))
  return (
    <fieldset className="causes">
      <legend className="section-title">{t('choose.causes')}</legend>
      {groups.filter(isCommon).map(drawGroup)}
      {more.length > 0 && (
        <Fold
          className="more-causes"
          title={t('choose.moreCauses', { count: more.flatMap(({ causes }) => causes).length })}
          isOpen={isMoreOpen || hasMoreTicked}
          onOpenChange={setIsMoreOpen}
        >
          <div className="causes">{more.map(drawGroup)}</div>
        </Fold>
      )}
    </fieldset>
  )
}
