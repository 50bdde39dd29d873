import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { tell } from '../domain/message.ts'
import { toAppError, type Ask } from './clinic-api.ts'
import { Desk } from './desk.tsx'
import { WindowMessage } from './ui/window-message.tsx'
import { useAnswer } from './use-answer.ts'
import { useWords } from './words/use-words.ts'

type AppProps = {
  readonly ask: Ask
  readonly today: IsoDate
  /** milliseconds since some fixed time */
  readonly readClock: () => number
}

/** Opens the library and the settings, then the window at work; or says why it cannot. */
export function App({ ask, today, readClock }: AppProps) {
  const { t, writeProblem } = useWords()
  const library = useAnswer(ask, 'library.open', {})
  const settings = useAnswer(ask, 'settings.read', {})
  const entry = library.data?.topics.find(({ topic }) => topic.status !== 'retired')
  const isEmpty = library.isSuccess && entry === undefined
  const thrown =
    library.error ?? settings.error ?? (isEmpty ? new AppError('not-available', tell('library-empty')) : null)

  if (thrown !== null)
    return (
      <WindowMessage tone="stop" title={t('opening.failed')}>
        {toAppError(thrown).problems.map(writeProblem).join(' ')}
      </WindowMessage>
    )
  if (library.data === undefined || settings.data === undefined || entry === undefined)
    return (
      <WindowMessage tone="plain" title="CareSheet">
        {t('opening.library')}
      </WindowMessage>
    )
  return (
    <Desk ask={ask} library={library.data} entry={entry} clinic={settings.data} today={today} readClock={readClock} />
  )
}
