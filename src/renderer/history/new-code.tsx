import { useEffect, useRef } from 'react'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

/** The recovery code, shown this once, on lines of four groups. */
export function NewCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // What was pressed for it is gone. The focus goes neither on to what removes names, nor to what puts the code away.
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  const halves = code.match(/(?:[^-]+-?){1,4}/gu) ?? [code]
  return (
    <section className="history-door">
      <h2 ref={heading} tabIndex={-1}>
        {t('history.codeTitle')}
      </h2>
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
