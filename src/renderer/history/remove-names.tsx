import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { HistoryStatus } from '../../ipc/history.ts'
import type { Ask } from '../clinic-api.ts'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { Fold } from '../ui/fold.tsx'
import { RemoveBefore } from '../ui/remove-before.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/words.ts'
import { useFreshCode } from './fresh-code.ts'

type RemoveNamesProps = {
  readonly ask: Ask
  readonly status: HistoryStatus
  readonly onChanged: (status: HistoryStatus) => void
}

/** Removes what is older than a day, or all names with their key; locked or not, for that takes no key. */
export function RemoveNames({ ask, status, onChanged }: RemoveNamesProps) {
  const { t, writeDay } = useWords()
  const answers = useQueryClient()
  const { told, run } = useTelling()
  const [isOpen, setIsOpen] = useState<boolean | null>(null)
  const purge = async (before: string) => {
    const { removed } = await ask('history.purge', { before })
    onChanged(await ask('history.status', {}))
    await answers.invalidateQueries({ queryKey: ['history.list'] })
    await answers.invalidateQueries({ queryKey: ['follow-ups.list'] })
    return (said: Words) => said.t('history.purged', { count: removed })
  }
  const erase = async () => {
    onChanged(await ask('history.erase', {}))
    useFreshCode.setState({ code: null }) // it opens nothing any more
    return null
  }
  return (
    <Fold
      className="history-remove"
      title={t('history.removeTitle')}
      isOpen={isOpen ?? status.state === 'closed'} // what is said there names its button
      onOpenChange={setIsOpen}
    >
      {status.state !== 'closed' && (
        <RemoveBefore
          label={t('history.removeBefore')}
          hint={t('history.removeBeforeHint', { count: status.days })}
          onAsk={async (day) => ({
            title: t('history.removeBeforeAsk', { day: writeDay(day) }),
            why: t('records.noWayBack'),
          })}
          onRemove={(before) => void run(() => purge(before))}
        />
      )}
      <p className="field-hint">{t('history.eraseHint')}</p>
      <ConfirmButton
        title={t('history.eraseAsk')}
        why={t('history.eraseWhy')}
        keep={t('history.eraseKeep')}
        go={t('history.eraseGo')}
        onGo={() => void run(erase)}
      >
        {t('history.erase')}
      </ConfirmButton>
      <ToldLines told={told} />
    </Fold>
  )
}
