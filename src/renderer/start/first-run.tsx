import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'react-aria-components'
import { toProblem, type Problem } from '../../domain/app-error.ts'
import { explainUnready, type Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { findProblem } from '../draft-problems.ts'
import { useHealed } from '../frame/use-healed.ts'
import { readClinic } from '../settings/clinic-form.ts'
import { PaperFields } from '../settings/paper-fields.tsx'
import { RegionField } from '../settings/region-field.tsx'
import { WindowLanguageField } from '../settings/window-language-field.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toAnswerKey } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'

const steps = ['clinic', 'emergency', 'paper'] as const
type Step = (typeof steps)[number]
const fieldsOf: Readonly<Record<Step, readonly ('name' | 'phone' | 'emergencyNumber')[]>> = {
  clinic: ['name', 'phone'],
  emergency: ['emergencyNumber'],
  paper: [],
}

type FirstRunProps = {
  readonly ask: Ask
  readonly library: Library
  readonly clinic: Clinic
  readonly onDone: () => void
}

/** What a clinic is asked before its first sheet, in three steps. Only the emergency number must be there: every sheet tells it. */
export function FirstRun({ ask, library, clinic, onDone }: FirstRunProps) {
  const { t, writeProblem } = useWords()
  const healed = useHealed(ask)
  const answers = useQueryClient()
  const [step, setStep] = useState<Step>('clinic')
  const [typed, setTyped] = useState(clinic)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const number = steps.indexOf(step) + 1
  const goOn = (by: 1 | -1) => {
    const next = steps[number - 1 + by]
    setProblems([])
    if (next === undefined) onDone()
    else setStep(next)
  }
  const save = async () => {
    const reading = readClinic(typed)
    const isMissing = step === 'emergency' && explainUnready(typed) !== null
    const found = isMissing ? [{ field: 'emergencyNumber', message: t('start.needed') }] : reading.problems
    setProblems(found)
    if (reading.clinic === null || found.length > 0) return
    try {
      const saved = await ask('settings.save', reading.clinic)
      answers.setQueryData(toAnswerKey('settings.read', {}), saved.clinic)
      goOn(1)
      // It holds until CareSheet is closed, which does not keep anyone from going on.
      if (saved.notKept !== null) setProblems([toProblem('', saved.notKept)])
    } catch (thrown) {
      setProblems(toAppError(thrown).problems)
    }
  }
  /** The window speaks it at once, and goes on doing so whatever is skipped. New sheets begin with it too, until that is asked. */
  const speak = async (windowLanguage: Clinic['windowLanguage']) => {
    const language = windowLanguage === 'system' ? clinic.language : windowLanguage
    setTyped({ ...typed, windowLanguage, language })
    try {
      const saved = await ask('settings.save', { ...clinic, windowLanguage, language })
      answers.setQueryData(toAnswerKey('settings.read', {}), saved.clinic)
    } catch (thrown) {
      setProblems(toAppError(thrown).problems)
    }
  }
  const spoken = problems.map((problem) => ({ ...problem, message: writeProblem(problem) }))
  const fill = (fields: Partial<Clinic>) => setTyped({ ...typed, ...fields })
  return (
    <main className="first-run">
      <Form
        className="first-run-card"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {healed.told.map((sentence) => (
          <p key={sentence} className="care-note">
            {sentence}
          </p>
        ))}
        <p className="quiet">{t('start.step', { number, of: steps.length })}</p>
        <StepTitle key={step}>{t(`start.${step}`)}</StepTitle>
        <p>{t(`start.${step}Why`)}</p>
        {step === 'clinic' && (
          <WindowLanguageField
            library={library}
            value={typed.windowLanguage}
            onChoose={(language) => void speak(language)}
          />
        )}
        {fieldsOf[step].map((field) => (
          <TextField
            key={field}
            label={t(`settings.${field}`)}
            hint={t(`settings.${field}Hint`)}
            value={typed[field]}
            problem={findProblem(spoken, field)}
            onType={(text) => fill({ [field]: text })}
          />
        ))}
        {step === 'emergency' && (
          <RegionField regions={library.regions} onChoose={(emergencyNumber) => fill({ emergencyNumber })} />
        )}
        {step === 'paper' && <PaperFields typed={typed} library={library} problems={spoken} fill={fill} />}
        {step === 'paper' && <p className="field-hint">{t('records.encryptDisk')}</p>}
        <p role="alert" className="field-problem">
          {findProblem(spoken, '')}
        </p>
        <div className="dialog-buttons">
          {step !== 'clinic' && <PushButton onPress={() => goOn(-1)}>{t('start.back')}</PushButton>}
          {step !== 'emergency' && <PushButton onPress={() => goOn(1)}>{t('start.skip')}</PushButton>}
          <Button type="submit" className="button primary">
            {t(step === 'paper' ? 'start.done' : 'start.next')}
          </Button>
        </div>
      </Form>
    </main>
  )
}

/** The title of a step has the focus once it is there, so that it is read aloud and Tab goes on from it. */
function StepTitle({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  )
}
