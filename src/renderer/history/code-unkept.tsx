import type { HistoryStatus } from '../../ipc/history.ts'
import type { Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'

type CodeUnkeptProps = { readonly ask: Ask; readonly onKept: (status: HistoryStatus) => void }

/** Says that nobody has said yet that the newest recovery code is on paper, for whoever has it to say so, or to make another. */
export function CodeUnkept({ ask, onKept }: CodeUnkeptProps) {
  const { t } = useWords()
  const { told, run } = useTelling()
  const keep = async () => {
    onKept(await ask('history.record-code-kept', {}))
    return null
  }
  return (
    <div className="care-note">
      {t('history.codeUnkept')}{' '}
      <PushButton className="link" onPress={() => void run(keep)}>
        {t('history.codeKept')}
      </PushButton>
      <ToldLines told={told} />
    </div>
  )
}
