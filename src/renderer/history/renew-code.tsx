import type { HistoryStatus } from '../../ipc/history.ts'
import type { Ask } from '../clinic-api.ts'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { Fold } from '../ui/fold.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { useFreshCode } from './fresh-code.ts'

type RenewCodeProps = { readonly ask: Ask; readonly onChanged: (status: HistoryStatus) => void }

/** Makes a new recovery code while the names are unlocked, which is then shown as the first one was. */
export function RenewCode({ ask, onChanged }: RenewCodeProps) {
  const { t } = useWords()
  const { told, run } = useTelling()
  const renew = async () => {
    const { recoveryCode } = await ask('history.renew-code', {})
    useFreshCode.setState({ code: recoveryCode })
    onChanged(await ask('history.status', {})) // which tells what is not written down
    return null
  }
  return (
    <Fold className="history-code" title={t('history.code')}>
      <p className="field-hint">{t('history.renewHint')}</p>
      <ConfirmButton
        title={t('history.renewAsk')}
        why={t('history.renewWhy')}
        keep={t('history.renewKeep')}
        go={t('history.renewGo')}
        onGo={() => void run(renew)}
      >
        {t('history.renew')}
      </ConfirmButton>
      <ToldLines told={told} />
    </Fold>
  )
}
