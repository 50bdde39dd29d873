import { putBundleFirst, type Bundle, type BundleChoices } from '../../domain/bundle.ts'
import type { Library } from '../../domain/library.ts'
import { NoticeLines } from '../ui/notice-lines.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useWords } from '../words/use-words.ts'
import { BundleList } from './bundle-list.tsx'
import { SaveBundleForm } from './save-bundle-form.tsx'
import type { useBundles } from './use-bundles.ts'

type BundlesDialogProps = {
  readonly kept: ReturnType<typeof useBundles>
  readonly library: Pick<Library, 'topics'>
  /** what is ticked now, without the patient */
  readonly choices: BundleChoices
  readonly isOpen: boolean
  readonly onOpenBundle: (bundle: Bundle) => void
  readonly onClose: () => void
}

/** The clinic's bundles: opened, kept, put in order, given to another clinic and taken from one. */
export function BundlesDialog({ kept, library, choices, isOpen, onOpenBundle, onClose }: BundlesDialogProps) {
  const { t } = useWords()
  const { bundles, notice, keep, takeFile, saveFile } = kept
  return (
    <WindowDialog title={t('bundles.title')} isOpen={isOpen} onClose={onClose}>
      {bundles.length === 0 ? (
        <p>{t('bundles.none')}</p>
      ) : (
        <BundleList bundles={bundles} library={library} onOpen={onOpenBundle} onKeep={keep} />
      )}
      <SaveBundleForm
        bundles={bundles}
        choices={choices}
        onSave={(bundle) => keep(putBundleFirst(bundles, bundle), t('bundles.saved', bundle))}
      />
      <NoticeLines notice={notice} />
      <div className="dialog-buttons">
        <PushButton onPress={takeFile}>{t('bundles.import')}</PushButton>
        <PushButton isDisabled={bundles.length === 0} onPress={saveFile}>
          {t('bundles.export')}
        </PushButton>
        <PushButton className="button primary" onPress={onClose}>
          {t('frame.close')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}
