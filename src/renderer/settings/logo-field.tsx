import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChangedLogo, ShownLogo } from '../../ipc/contract.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { joinSentences } from '../words/join-sentences.ts'

type LogoFieldProps = {
  readonly ask: Ask
  /** told when sheets look otherwise than before */
  readonly onChanged: () => void
}

/** An address under which a page of ours can show a picture; it goes with the picture. */
function usePictureAddress(logo: ShownLogo | null): string | null {
  const address = useMemo(() => logo && URL.createObjectURL(new Blob([logo.bytes], { type: logo.mediaType })), [logo])
  useEffect(() => {
    if (address === null) return undefined
    return () => URL.revokeObjectURL(address)
  }, [address])
  return address
}

/** The clinic's logo: shown as it prints, chosen from a file or removed. It is kept at once, apart from the form. */
export function LogoField({ ask, onChanged }: LogoFieldProps) {
  const { t, write, writeProblem } = useWords()
  const [logo, setLogo] = useState<ShownLogo | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const field = useRef<HTMLElement>(null)
  const address = usePictureAddress(logo)

  useEffect(() => {
    const show = async () => setLogo(await ask('logo.read', {}).catch(() => null))
    void show()
  }, [ask])

  useEffect(() => {
    // what is said stands beneath the buttons, at the end of the page
    if (`${said}${problem}` !== '') field.current?.scrollIntoView({ block: 'nearest' })
  }, [said, problem])

  const change = async (work: () => Promise<ChangedLogo | null>, done: string) => {
    if (isBusy) return
    setIsBusy(true)
    setSaid('')
    setProblem('')
    try {
      const changed = await work()
      if (changed !== null) {
        setLogo(changed.logo)
        setProblem(changed.notKept === null ? '' : write(changed.notKept))
        if (changed.notKept === null) setSaid(done)
        onChanged()
      }
    } catch (thrown) {
      setProblem(joinSentences([...toAppError(thrown).problems.map(writeProblem), t('logo.unchanged')]))
    }
    setIsBusy(false)
  }

  return (
    <section ref={field} className="logo-field" aria-labelledby="logo-title">
      <h2 id="logo-title">{t('logo.title')}</h2>
      <p id="logo-hint" className="field-hint">
        {t('logo.hint')}
      </p>
      <div className="logo-row">
        <div className="logo-paper">
          {address === null ? <span>{t('logo.none')}</span> : <img src={address} alt={t('logo.picture')} />}
        </div>
        <div className="logo-buttons">
          <PushButton
            isIdle={isBusy}
            describedBy="logo-hint"
            onPress={() => void change(() => ask('logo.choose', {}), t('logo.kept'))}
          >
            {logo === null ? t('logo.choose') : t('logo.chooseOther')}
          </PushButton>
          {logo !== null && (
            <PushButton isIdle={isBusy} onPress={() => void change(() => ask('logo.remove', {}), t('logo.removed'))}>
              {t('logo.remove')}
            </PushButton>
          )}
        </div>
      </div>
      <p role="status">{said}</p>
      <p role="alert" className="field-problem">
        {problem}
      </p>
    </section>
  )
}
