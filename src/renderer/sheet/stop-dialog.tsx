import { describeFinding, type SafetyFinding } from '../../domain/check-safety.ts'
import type { TopicWords } from '../../domain/topic.ts'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useWords } from '../words/use-words.ts'

/** What a rule says stop to, and the reason typed so far. */
export type Stop = {
  readonly findings: readonly SafetyFinding[]
  readonly words: TopicWords
  readonly reason: string
  readonly problem: string | undefined
  /** why nothing may leave yet; null once a reason stands that fits */
  readonly unexplained: string | null
  readonly onType: (reason: string) => void
}

type StopDialogProps = {
  readonly stop: Stop
  /** what was about to be done; null while nothing was */
  readonly asked: 'save' | 'print' | null
  readonly onGoOn: () => void
  readonly onClose: () => void
}

/** Stands in the way of a sheet that alone is not safe: says why, and asks for a reason before it leaves. */
export function StopDialog({ stop, asked, onGoOn, onClose }: StopDialogProps) {
  const { t } = useWords()
  const { findings, words, reason, problem, unexplained, onType } = stop
  const goOn = () => {
    if (unexplained === null) onGoOn()
  }
  return (
    <WindowDialog title={t('safety.stopTitle')} tone="stop" isOpen={asked !== null} onClose={onClose}>
      <ul className="stop-findings">
        {findings
          .filter(({ level }) => level === 'stop')
          .map((finding) => (
            <li key={finding.id}>{describeFinding(finding, words)}</li>
          ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <TextField
          label={t('safety.reason')}
          hint={unexplained === null ? t('safety.reasonKept') : `${unexplained} ${t('safety.reasonKept')}`}
          value={reason}
          problem={problem}
          onType={onType}
        />
      </form>
      <div className="dialog-buttons">
        <PushButton takesFocus onPress={onClose}>
          {t('safety.goBack')}
        </PushButton>
        <PushButton className="button stop-button" isDisabled={unexplained !== null} onPress={goOn}>
          {t(asked === 'save' ? 'safety.saveAnyway' : 'safety.printAnyway')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
