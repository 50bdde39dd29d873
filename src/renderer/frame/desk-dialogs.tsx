import { putBundleFirst } from '../../domain/bundle.ts'
import type { Library } from '../../domain/library.ts'
import { BundlesDialog } from '../bundles/bundles-dialog.tsx'
import { toBundleChoices } from '../bundles/bundle-choices.ts'
import { useBundles } from '../bundles/use-bundles.ts'
import type { Ask } from '../clinic-api.ts'
import type { useVisit } from '../use-visit.ts'
import { AboutDialog } from './about-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** The dialogs of the whole window, by what opens them. */
export type DialogName = 'keys' | 'about' | 'bundles'

type DeskDialogsProps = {
  readonly ask: Ask
  readonly library: Library
  readonly visit: ReturnType<typeof useVisit>
  readonly open: DialogName | null
  readonly onOpen: (dialog: DialogName | null) => void
}

/** At most one of them stands over the window. */
export function DeskDialogs({ ask, library, visit, open, onOpen }: DeskDialogsProps) {
  const kept = useBundles(ask)
  const entry = library.topics.find(({ topic }) => topic.id === visit.draft.topic)
  const close = () => {
    kept.clear()
    onOpen(null)
  }
  return (
    <>
      <ShortcutsDialog isOpen={open === 'keys'} onClose={close} onOpenAbout={() => onOpen('about')} />
      <AboutDialog ask={ask} library={library} isOpen={open === 'about'} onClose={close} />
      {entry !== undefined && open === 'bundles' && (
        <BundlesDialog
          kept={kept}
          library={library}
          choices={toBundleChoices(visit.draft, entry.topic)}
          isOpen
          onOpenBundle={(bundle) => {
            if (visit.openBundle(bundle)) kept.keep(putBundleFirst(kept.bundles, bundle), '')
            close()
          }}
          onClose={close}
        />
      )}
    </>
  )
}
