import { useEffect, useState } from 'react'
import type { Clinic } from '../domain/clinic.ts'
import type { Library, LibraryTopic } from '../domain/library.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { AppError } from '../domain/app-error.ts'
import { toAppError, type Ask } from './clinic-api.ts'
import { Desk } from './desk.tsx'
import { WindowMessage } from './ui/window-message.tsx'

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'open'; readonly library: Library; readonly entry: LibraryTopic; readonly clinic: Clinic }

/** Opens the library and the settings, then the window at work; or says why it cannot. */
export function App({ ask, today }: { readonly ask: Ask; readonly today: IsoDate }) {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  useEffect(() => {
    let isCurrent = true
    const open = async () => {
      const next = await openWindow(ask).catch((thrown: unknown): Opening => ({
        kind: 'failed',
        error: toAppError(thrown),
      }))
      if (isCurrent) setOpening(next)
    }
    void open()
    return () => {
      isCurrent = false
    }
  }, [ask])

  switch (opening.kind) {
    case 'opening':
      return (
        <WindowMessage tone="plain" title="CareSheet">
          Opening the library…
        </WindowMessage>
      )
    case 'failed':
      return (
        <WindowMessage tone="stop" title="CareSheet cannot open">
          {opening.error.message}
        </WindowMessage>
      )
    case 'open':
      return <Desk ask={ask} library={opening.library} entry={opening.entry} clinic={opening.clinic} today={today} />
  }
}

async function openWindow(ask: Ask): Promise<Opening> {
  const [library, clinic] = await Promise.all([ask('library.open', {}), ask('settings.read', {})])
  const entry = library.topics.find(({ topic }) => topic.status !== 'retired')
  if (!entry)
    throw new AppError('not-available', 'This library holds no topic that can be printed. Please reinstall CareSheet.')
  return { kind: 'open', library, entry, clinic }
}
