import { useId, type ReactNode } from 'react'

/** What ties a control to its hint and its problem, for the control to spread. */
export type FieldLinks = {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

type FieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  readonly problem?: string | undefined
  readonly children: (links: FieldLinks) => ReactNode
}

/** A control with its label, its hint, and what is wrong with what was entered. */
export function Field({ label, hideLabel = false, hint, problem, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const described = [problem === undefined ? '' : problemId, hint === undefined ? '' : hintId].filter(
    (each) => each !== '',
  )
  const links: FieldLinks = {
    id,
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children(links)}
      {hint !== undefined && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <p id={problemId} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
}
