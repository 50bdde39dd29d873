import { useState } from 'react'
import type { Library } from '../../domain/library.ts'
import { putSnippet, type Snippet } from '../../domain/snippet.ts'
import type { Ask } from '../clinic-api.ts'
import { NoticeLines } from '../ui/notice-lines.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { SnippetForm } from './snippet-form.tsx'
import { useHabits } from './use-habits.ts'

type SnippetsFieldProps = { readonly ask: Ask; readonly library: Library }

/** The clinic's own words for notes: added, changed, removed, given to another clinic and taken from one. */
export function SnippetsField({ ask, library }: SnippetsFieldProps) {
  const { t } = useWords()
  const { habits, notice, keep, takeFile, saveFile } = useHabits(ask)
  const [changed, setChanged] = useState<Snippet | null>(null)
  const { snippets } = habits
  return (
    <section className="logo-field" aria-labelledby="snippets-title">
      <h2 id="snippets-title">{t('snippets.title')}</h2>
      <p className="field-hint">{t('snippets.about')}</p>
      {snippets.length > 0 && (
        <ul className="snippet-list">
          {snippets.map((snippet) => (
            <li key={`${snippet.language} ${snippet.name}`} lang={snippet.language}>
              <span>
                <strong>.{snippet.name}</strong> {snippet.text}
              </span>
              <PushButton
                className="button small"
                name={t('snippets.changeOf', snippet)}
                onPress={() => setChanged(snippet)}
              >
                {t('snippets.edit')}
              </PushButton>
              <PushButton
                className="button small"
                name={t('snippets.removeOf', snippet)}
                onPress={() => {
                  setChanged(null)
                  void keep({ snippets: snippets.filter((each) => each !== snippet) }, t('snippets.removed', snippet))
                }}
              >
                {t('snippets.remove')}
              </PushButton>
            </li>
          ))}
        </ul>
      )}
      <SnippetForm
        key={changed === null ? '' : `${changed.language} ${changed.name}`}
        library={library}
        changed={changed}
        onKeep={(snippet) => {
          setChanged(null)
          void keep({ snippets: putSnippet(snippets, snippet, changed) }, t('snippets.kept', snippet))
        }}
        onCancel={() => setChanged(null)}
      />
      <div className="records-buttons">
        <PushButton onPress={takeFile}>{t('snippets.import')}</PushButton>
        <PushButton isDisabled={snippets.length === 0} onPress={saveFile}>
          {t('snippets.export')}
        </PushButton>
      </div>
      <NoticeLines notice={notice} />
    </section>
  )
}
