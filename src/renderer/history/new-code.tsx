import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

/** The recovery code, shown this once, on lines of four groups. */
export function NewCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  const { t } = useWords()
  const halves = code.match(/(?:[^-]+-?){1,4}/gu) ?? [code]
  return (
    <section className="history-door">
      <h2>{t('history.codeTitle')}</h2>
      <p>{t('history.codeWhy')}</p>
      <p className="recovery-code">
        {halves.map((half) => (
          <span key={half}>{half}</span>
        ))}
      </p>
      <PushButton className="button primary" onPress={onKept}>
        {t('history.codeKept')}
      </PushButton>
    </section>
  )
}
