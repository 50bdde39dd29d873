import type { Problem } from '../../domain/app-error.ts'
import { useWords } from '../words/use-words.ts'

type RefusedAgainProps = {
  /** what cannot be done, then each reason that there may be */
  readonly problems: readonly Problem[]
}

/** Why a sheet cannot be printed again: what cannot be done, then the reasons one under another. */
export function RefusedAgain({ problems: [head, ...reasons] }: RefusedAgainProps) {
  const { t, writeProblem } = useWords()
  return (
    <div role="alert" className="refused-again">
      {head !== undefined && <p>{writeProblem(head)}</p>}
      {reasons.length > 0 && (
        <>
          <p>{t(reasons.length === 1 ? 'history.whyOne' : 'history.whyOneOf')}</p>
          <ul>
            {reasons.map(writeProblem).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p>{t('history.rather')}</p>
        </>
      )}
    </div>
  )
}
