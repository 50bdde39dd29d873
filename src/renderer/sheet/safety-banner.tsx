import { describeFinding } from '../../domain/check-safety.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import type { Stop } from './stop-dialog.tsx'

/** Why a sheet alone is not enough for this patient; where a rule says stop, with a field for why it is given all the same. */
export function SafetyBanner({ findings, words, reason, problem, onType }: Omit<Stop, 'unexplained'>) {
  const { t } = useWords()
  const mustStop = findings.some(({ level }) => level === 'stop')
  return (
    <div className="safety-banner" role="alert">
      {findings.map((finding) => (
        <p key={finding.id} className={finding.level === 'stop' ? 'stop-note' : 'care-note'}>
          <strong>{finding.level === 'stop' ? t('safety.stop') : t('safety.care')}</strong>{' '}
          {describeFinding(finding, words)}
        </p>
      ))}
      {mustStop && (
        <TextField
          label={t('safety.reason')}
          hint={reason === '' ? `${t('safety.reasonHint')} ${t('safety.reasonKept')}` : t('safety.reasonKept')}
          value={reason}
          problem={problem}
          onType={onType}
        />
      )}
    </div>
  )
}
