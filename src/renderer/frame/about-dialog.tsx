import type { Library } from '../../domain/library.ts'
import type { Ask } from '../clinic-api.ts'
import { Fold } from '../ui/fold.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'

type AboutDialogProps = {
  readonly ask: Ask
  readonly library: Library
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What this is made of: versions, how far the texts can be relied on, and licences. */
export function AboutDialog({ ask, library, isOpen, onClose }: AboutDialogProps) {
  const { t } = useWords()
  const about = useAnswer(ask, 'about.read', {}, { isAsked: isOpen }).data
  const licences = about?.licences ?? []
  return (
    <WindowDialog title={t('about.title')} isOpen={isOpen} onClose={onClose}>
      {about !== undefined && (
        <p>
          <strong>CareSheet {about.version}</strong>
          <br />
          <span className="quiet">{t('about.madeWith', about)}</span>
        </p>
      )}
      {about !== undefined && about.standsInFor !== null && (
        <p className="care-note" role="note">
          {t('about.standIn', { electron: about.electron, declared: about.standsInFor })}
        </p>
      )}
      <p>{t('about.private')}</p>
      <h3 className="section-title">{t('about.content')}</h3>
      <TopicTable library={library} />
      <h3 className="section-title">{t('about.licences')}</h3>
      <p>{t('about.ours')}</p>
      {licences.length > 0 && (
        <Fold className="licences" title={t('about.others', { count: licences.length })}>
          <PlainTable heads={[t('about.part'), t('about.licence')]}>
            {licences.map(({ name, version, licence }) => (
              <tr key={name}>
                <td>
                  {name} {version}
                </td>
                <td>{licence}</td>
              </tr>
            ))}
          </PlainTable>
        </Fold>
      )}
      <div className="dialog-buttons">
        <PushButton className="button primary" onPress={onClose}>
          {t('frame.close')}
        </PushButton>
      </div>
    </WindowDialog>
  )
}

function TopicTable({ library: { topics } }: { readonly library: Library }) {
  const { t, language, writeDay } = useWords()
  return (
    <PlainTable heads={[t('about.topic'), t('about.contentVersion'), t('about.dated'), t('about.approval')]}>
      {topics.map(({ topic, words }) => (
        <tr key={topic.id}>
          <td>{(words[language] ?? words.en)?.title ?? topic.id}</td>
          <td>{topic.version}</td>
          <td>{writeDay(topic.lastReviewDate)}</td>
          <td>{topic.reviewer === '' ? t('choose.notApproved') : t('about.approvedBy', { name: topic.reviewer })}</td>
        </tr>
      ))}
    </PlainTable>
  )
}
