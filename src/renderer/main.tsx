// Imported for what they do, and in this order.
// oxlint-disable import/no-unassigned-import
import './configure-zod.ts'
import './styles/index.css'
// oxlint-enable import/no-unassigned-import
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { toLocalDate, type IsoDate } from '../domain/calendar.ts'
import { App } from './app.tsx'
import { createAsk } from './clinic-api.ts'
import { CrashBoundary } from './ui/crash-boundary.tsx'

const ask = createAsk(window.clinic)

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

/** The edge of the window: the only place that knows the clock and the bridge to the main process. */
function Root() {
  return <App ask={ask} today={useToday()} />
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>
        <Root />
      </CrashBoundary>
    </StrictMode>,
  )
