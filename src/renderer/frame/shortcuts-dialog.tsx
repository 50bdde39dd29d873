import { writeKeys, useKeyboard } from '../ui/keyboard.ts'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useWords } from '../words/use-words.ts'
import { listShortcuts } from './list-shortcuts.ts'

type ShortcutsDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onOpenAbout: () => void
}

/** Every key that does something, in groups. */
export function ShortcutsDialog({ isOpen, onClose, onOpenAbout }: ShortcutsDialogProps) {
  const { t } = useWords()
  const keyboard = useKeyboard()
  return (
    <WindowDialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      <div className="key-groups">
        {listShortcuts().map(({ group, shortcuts }) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} className="section-title">
              {t(`keys.${group}`)}
            </h3>
            <dl className="key-list">
              {shortcuts.map(({ does, keys }) => (
                <div key={does}>
                  <dt>{t(`keys.${does}`)}</dt>
                  <dd>
                    {keys.map((each) => (
                      <kbd key={each}>{writeKeys(keyboard, each)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="dialog-buttons">
        <PushButton onPress={onOpenAbout}>{t('about.title')}</PushButton>
        <PushButton className="button primary" onPress={onClose}>
          {t('frame.close')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
