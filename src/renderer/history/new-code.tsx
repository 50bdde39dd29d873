import { useEffect, useRef, useState } from 'react'
import type { Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { PrintDialog } from './print-dialog.tsx'
import { ReprintJobs } from './reprint-jobs.tsx'

type NewCodeProps = { readonly ask: Ask; readonly code: string; readonly onKept: () => void }

/** The recovery code, shown this once, on lines of four groups, to be written down or printed. */
export function NewCode({ ask, code, onKept }: NewCodeProps) {
  const { t } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const [jobs, setJobs] = useState<readonly number[]>([])
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
      <div className="code-buttons">
        <PushButton className="button primary" onPress={onKept}>
          {t('history.codeKept')}
        </PushButton>
        <PushButton onPress={() => setIsAsked(true)}>{t('history.codePrint')}</PushButton>
      </div>
      <p className="field-hint">{t('history.codeMayStay')}</p>
      <ReprintJobs ask={ask} jobs={jobs} />
      {isAsked && (
        <PrintDialog
          ask={ask}
          title={t('history.codePrintTitle')}
          isReady
          isOnce
          noPrinter={t('history.codeNoPrinter')}
          print={async ({ printer, sides, tray }) => {
            const { job } = await ask('history.print-code', { code, choice: { printer, sides, tray } })
            return job
          }}
          onPrinted={(job) => setJobs([...jobs, job])}
          onClose={() => setIsAsked(false)}
        >
          <p>{t('history.codePrintWhy')}</p>
        </PrintDialog>
      )}
    </section>
  )
}
