// Imported for what they do, and in this order.
// oxlint-disable import/no-unassigned-import
import { firstReplies } from './ask-first.ts'
import '../ipc/configure-zod.ts'
import './styles/index.css'
// oxlint-enable import/no-unassigned-import
import { StrictMode, useEffect, useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { toLocalDate, type IsoDate } from '../domain/calendar.ts'
import { chooseWindowLanguage } from '../words/catalogue.ts'
import { App } from './app.tsx'
import { createAsk } from './clinic-api.ts'
import { createQueryClient } from './query-client.ts'
import { CrashBoundary } from './ui/crash-boundary.tsx'
import { keepFocus } from './ui/keep-focus.ts'
import { KeyboardContext, readKeyboard } from './ui/keyboard.ts'
import { toAnswerKey, useAnswer } from './use-answer.ts'
import { Speak } from './words/speak.tsx'
import { createCatalogues } from './words/words.ts'

const ask = createAsk(window.clinic, firstReplies)
const answers = createQueryClient()
const systemLanguage = chooseWindowLanguage('system', navigator.language)
const keyboard = readKeyboard(navigator.platform)
const catalogues = createCatalogues(systemLanguage)

/** The local day. A window left open overnight learns of the new one when it comes to the front. */
function useToday(): IsoDate {
  const [today, setToday] = useState(() => toLocalDate(new Date()))
  useEffect(() => {
    const look = () => setToday(toLocalDate(new Date()))
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  return today
}

/** Whether this page took the place of one that was there: the names were locked, the computer slept, or the page had failed. */
function isLoadedAnew(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload')
}

/** The edge of the window: the only place that knows the clock, the computer's language and keyboard, and the bridge to the main process. */
function Root() {
  const today = useToday()
  const settings = useAnswer(ask, 'settings.read', {}).data
  const language = chooseWindowLanguage(settings?.windowLanguage ?? 'system', navigator.language)
  return (
    <Speak catalogues={catalogues} language={language} system={navigator.language}>
      <KeyboardContext value={keyboard}>
        <CrashBoundary>
          <App ask={ask} today={today} readClock={() => Date.now()} isCleared={isLoadedAnew()} />
        </CrashBoundary>
      </KeyboardContext>
    </Speak>
  )
}

/** Milliseconds within which the first answers mostly come: to draw that they are waited for would hold up what they bring. */
const shortWait = 150

async function begin(root: HTMLElement): Promise<void> {
  const first = [
    answers.query({ queryKey: toAnswerKey('library.open', {}), queryFn: () => ask('library.open', {}) }),
    answers.query({ queryKey: toAnswerKey('settings.read', {}), queryFn: () => ask('settings.read', {}) }),
  ]
  await Promise.race([Promise.allSettled(first), new Promise((goOn) => setTimeout(goOn, shortWait))])
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) void begin(root)
keepFocus(document)
