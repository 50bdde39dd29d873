import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChangedLogo, ShownLogo } from '../../ipc/contract.ts'
import { toAppError, type Ask } from '../clinic-api.ts'

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

  const change = async (work: Promise<ChangedLogo | null>, done: string) => {
    setIsBusy(true)
    setSaid('')
    setProblem('')
    try {
      const changed = await work
      if (changed !== null) {
        setLogo(changed.logo)
        setProblem(changed.notKept ?? '')
        if (changed.notKept === null) setSaid(done)
        onChanged()
      }
    } catch (thrown) {
      setProblem(`${toAppError(thrown).message} Nothing was changed.`)
    }
    setIsBusy(false)
  }

  return (
    <section ref={field} className="logo-field" aria-labelledby="logo-title">
      <h2 id="logo-title">Logo</h2>
      <p id="logo-hint" className="field-hint">
        a PNG, JPEG or SVG picture, at the head of page 1 where that has room; kept at once
      </p>
      <div className="logo-row">
        <div className="logo-paper">
          {address === null ? <span>No logo</span> : <img src={address} alt="The logo as it is printed" />}
        </div>
        <div className="logo-buttons">
          <button
            type="button"
            className="button"
            disabled={isBusy}
            aria-describedby="logo-hint"
            onClick={() =>
              void change(ask('logo.choose', {}), 'Kept. It stands at the head of every sheet from now on.')
            }
          >
            {logo === null ? 'Choose a logo…' : 'Choose another logo…'}
          </button>
          {logo !== null && (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void change(ask('logo.remove', {}), 'Removed.')}
            >
              Remove the logo
            </button>
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
