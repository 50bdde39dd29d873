import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'react-aria-components'
import type { Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import { toProblem, type Problem } from '../../domain/app-error.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { findProblem } from '../draft-problems.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { useWords } from '../words/use-words.ts'
import { clinicFields, readClinic } from './clinic-form.ts'
import { LogoField } from './logo-field.tsx'
import { PaperFields } from './paper-fields.tsx'
import { RecordsField } from './records-field.tsx'
import { RegionField } from './region-field.tsx'

type SettingsViewProps = {
  readonly ask: Ask
  readonly clinic: Clinic
  readonly library: Pick<Library, 'wording' | 'regions'>
  readonly isActive: boolean
  readonly onSaved: (clinic: Clinic) => void
  readonly onLogoChanged: () => void
}

function DrawSettingsView({ ask, clinic, library, isActive, onSaved, onLogoChanged }: SettingsViewProps) {
  const { t, writeProblem } = useWords()
  const answers = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Clinic>(clinic)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isSaved, setIsSaved] = useState(false)
  const [restores, setRestores] = useState(0) // each shows the logo anew
  useShortcuts({ 'mod+s': () => form.current?.requestSubmit() }, isActive)

  const fill = (fields: Partial<Clinic>) => {
    setTyped({ ...typed, ...fields })
    setIsSaved(false)
  }
  const save = async () => {
    const reading = readClinic(typed)
    setProblems(reading.problems)
    setIsSaved(false)
    if (reading.clinic === null) return
    try {
      const { clinic: saved, notKept } = await ask('settings.save', reading.clinic)
      setTyped(saved)
      if (notKept === null) setIsSaved(true)
      else setProblems([toProblem('', notKept)])
      onSaved(saved)
    } catch (thrown) {
      setProblems(toAppError(thrown).problems)
    }
  }
  /** A copy took the place of everything that is kept: all is read anew. */
  const takeRestored = async () => {
    const restored = await ask('settings.read', {})
    setTyped(restored)
    setProblems([])
    setIsSaved(false)
    onSaved(restored)
    onLogoChanged()
    setRestores((count) => count + 1)
    await answers.invalidateQueries()
  }
  const submit = (event: Pick<Event, 'preventDefault'>) => {
    event.preventDefault()
    void save()
  }

  const placed = new Set<string>([...clinicFields, 'paper', 'language', 'windowLanguage'])
  const unplaced = problems.filter((problem) => !placed.has(problem.field)).map(writeProblem)
  const spoken = problems.map((problem) => ({ ...problem, message: writeProblem(problem) }))
  return (
    <section className="settings" aria-labelledby="settings-title">
      <h1 id="settings-title">{t('settings.title')}</h1>
      <p className="quiet">{t('settings.about')}</p>
      <Form ref={form} validationBehavior="aria" onSubmit={submit}>
        {clinicFields.map((field) => (
          <TextField
            key={field}
            label={t(`settings.${field}`)}
            hint={t(`settings.${field}Hint`)}
            value={typed[field]}
            problem={findProblem(spoken, field)}
            onType={(text) => fill({ [field]: text })}
          />
        ))}
        <RegionField regions={library.regions} onChoose={(emergencyNumber) => fill({ emergencyNumber })} />
        <PaperFields typed={typed} library={library} problems={spoken} fill={fill} />
        <div className="form-actions">
          <Button type="submit" className="button primary">
            {t('settings.save')}
          </Button>
          <p role="status">{isSaved && t('settings.saved')}</p>
          <p role="alert" className="field-problem">
            {unplaced.join(' ')}
          </p>
        </div>
      </Form>
      <LogoField key={restores} ask={ask} onChanged={onLogoChanged} />
      <RecordsField ask={ask} onRestored={takeRestored} />
    </section>
  )
}

/** The clinic as it stands on every sheet, and what a new sheet starts with. */
export const SettingsView = drawOnChange(DrawSettingsView)
