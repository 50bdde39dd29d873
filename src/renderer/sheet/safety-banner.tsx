import type { Problem } from '../../domain/app-error.ts'
import { describeFinding, type SafetyFinding } from '../../domain/check-safety.ts'
import type { TopicWords } from '../../domain/topic.ts'
import { findProblem } from '../draft-problems.ts'
import { TextField } from '../ui/text-field.tsx'

import { useWords } from '../words/use-words.ts'

type SafetyBannerProps = {
  readonly findings: readonly SafetyFinding[]
  readonly words: TopicWords
  readonly reason: string
  readonly problems: readonly Problem[]
  readonly onType: (reason: string) => void
}

/** Why a sheet alone is not enough for this patient; where a rule says stop, with a field for why it is given all the same. */
export function SafetyBanner({ findings, words, reason, problems, onType }: SafetyBannerProps) {
  const { t } = useWords()
  const mustStop = findings.some(({ level }) => level === 'stop')
  return (
    <div className="safety-banner" role="alert">
      {findings.map((finding) => (
        <p key={finding.id} className={finding.level === 'stop' ? 'stop-note' : 'care-note'}>
          <strong>{finding.level === 'stop' ? t('safety.stop') : t('safety.care')}:</strong>{' '}
          {describeFinding(finding, words)}
        </p>
      ))}
      {mustStop && (
        <TextField
          label={t('safety.reason')}
          hint={reason === '' ? t('safety.reasonHint') : undefined}
          value={reason}
          problem={findProblem(problems, 'overrideReason')}
          onType={onType}
        />
      )}
    </div>
  )
}
