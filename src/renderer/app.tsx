import { lazy, Suspense, useState, type ComponentProps } from 'react'
import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { explainUnready } from '../domain/clinic.ts'
import { tell } from '../domain/message.ts'
import { toAppError, type Ask } from './clinic-api.ts'
import { Desk } from './desk.tsx'
import { WindowMessage } from './ui/window-message.tsx'
import { useAnswer } from './use-answer.ts'
import { useWords } from './words/use-words.ts'

const FirstRun = lazy(async () => ({ default: (await import('./start/first-run.tsx')).FirstRun }))

type AppProps = {
  readonly ask: Ask
  readonly today: IsoDate
  /** milliseconds since some fixed time */
  readonly readClock: () => number
  /** whether the window held something before, which was cleared */
  readonly isCleared: boolean
}

/** Opens the library and the settings, then the window at work; or says why it cannot. */
export function App({ ask, today, readClock, isCleared }: AppProps) {
  const { t, writeProblems } = useWords()
  const library = useAnswer(ask, 'library.open', {})
  const settings = useAnswer(ask, 'settings.read', {})
  const entry = library.data?.topics.find(({ topic }) => topic.status !== 'retired')
  const isEmpty = library.isSuccess && entry === undefined
  const thrown =
    library.error ?? settings.error ?? (isEmpty ? new AppError('not-available', tell('library-empty')) : null)

  if (thrown !== null)
    return (
      <WindowMessage tone="stop" title={t('opening.failed')}>
        {writeProblems(toAppError(thrown).problems)}
      </WindowMessage>
    )
  if (library.data === undefined || settings.data === undefined || entry === undefined)
    return (
      <WindowMessage tone="plain" title="CareSheet">
        {t('opening.library')}
      </WindowMessage>
    )
  return (
    <OpenedApp
      ask={ask}
      library={library.data}
      entry={entry}
      clinic={settings.data}
      today={today}
      readClock={readClock}
      isCleared={isCleared}
    />
  )
}

type OpenedAppProps = Omit<ComponentProps<typeof Desk>, 'begins'> & Pick<AppProps, 'isCleared'>

/** The first steps where a clinic has not been told of yet, then the window at work with a sample. */
function OpenedApp({ isCleared, ...props }: OpenedAppProps) {
  const [state, setState] = useState<'first run' | ComponentProps<typeof Desk>['begins']>(() =>
    explainUnready(props.clinic) !== null ? 'first run' : isCleared ? 'cleared' : 'patient',
  )
  if (state === 'first run')
    return (
      <Suspense>
        <FirstRun {...props} onDone={() => setState('sample')} />
      </Suspense>
    )
  return <Desk {...props} begins={state} />
}
