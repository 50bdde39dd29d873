import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'react-aria-components'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import { toProblem, type Problem } from '../../domain/app-error.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { findProblem } from '../draft-problems.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { useWords } from '../words/use-words.ts'
import { clinicFields, keepTyped, readClinic } from './clinic-form.ts'
import { LabField } from '../habits/lab-field.tsx'
import { SnippetsField } from '../habits/snippets-field.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { LogoField } from './logo-field.tsx'
import { PaperFields } from './paper-fields.tsx'
import { RecordsField } from './records-field.tsx'
import { RegionField } from './region-field.tsx'
import { WindowLanguageField } from './window-language-field.tsx'
import { joinSentences } from '../words/join-sentences.ts'

/** Which field of the settings, or which part of them, to bring the focus to. */
export type FieldWish = { readonly field: (typeof clinicFields)[number] | 'records' }

type SettingsViewProps = {
  readonly ask: Ask
  readonly clinic: Clinic
  readonly library: Library
  readonly today: IsoDate
  readonly isActive: boolean
  /** a field to begin at; a new value asks anew */
  readonly focusWish: FieldWish | null
  /** whether another view was asked for: it waits while something typed is not saved */
  readonly isLeaving: boolean
  readonly onLeave: () => void
  readonly onStay: () => void
  readonly onSaved: (clinic: Clinic) => void
  readonly onLogoChanged: () => void
}

function DrawSettingsView(props: SettingsViewProps) {
  const { ask, clinic, library, today, isActive, focusWish, isLeaving, onLeave, onStay, onSaved, onLogoChanged } = props
  const { t, writeProblem } = useWords()
  const answers = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Clinic>(clinic)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isSaved, setIsSaved] = useState(false)
  const [restores, setRestores] = useState(0) // each shows the logo anew
  useShortcuts({ 'mod+s': () => form.current?.requestSubmit() }, isActive)

  useEffect(() => {
    const field = focusWish && form.current?.elements.namedItem(focusWish.field)
    if (field instanceof HTMLInputElement) field.focus()
  }, [focusWish])
  const isChanged = JSON.stringify(typed) !== JSON.stringify(clinic)
  const leave = useEffectEvent(onLeave)
  useEffect(() => {
    if (isLeaving && !isChanged) leave()
  }, [isLeaving, isChanged])

  const fill = (fields: Partial<Clinic>) => {
    setTyped({ ...typed, ...fields })
    setIsSaved(false)
  }
  const save = async (): Promise<boolean> => {
    const reading = readClinic(typed)
    setProblems(reading.problems)
    setIsSaved(false)
    if (reading.clinic === null) return false
    try {
      const { clinic: saved, notKept } = await ask('settings.save', reading.clinic)
      setTyped(saved)
      if (notKept === null) setIsSaved(true)
      else setProblems([toProblem('', notKept)])
      onSaved(saved)
      return true
    } catch (thrown) {
      setProblems(toAppError(thrown).problems)
      return false
    }
  }
  /** A copy took the place of everything that is kept: all is read anew, and what was typed and not saved stays typed. */
  const takeRestored = async () => {
    const restored = await ask('settings.read', {})
    setTyped((now) => keepTyped(now, clinic, restored))
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
        <h2>{t('settings.onSheets')}</h2>
        {clinicFields.map((field) => (
          <TextField
            key={field}
            name={field}
            label={t(`settings.${field}`)}
            hint={t(`settings.${field}Hint`)}
            value={typed[field]}
            problem={findProblem(spoken, field)}
            onType={(text) => fill({ [field]: text })}
          />
        ))}
        <RegionField regions={library.regions} onChoose={(emergencyNumber) => fill({ emergencyNumber })} />
        <h2>{t('settings.newSheets')}</h2>
        <PaperFields typed={typed} library={library} problems={spoken} fill={fill} />
        <h2>{t('settings.onComputer')}</h2>
        <WindowLanguageField
          library={library}
          value={typed.windowLanguage}
          onChoose={(windowLanguage) => fill({ windowLanguage })}
        />
        <div className="form-actions">
          <Button type="submit" className="button primary">
            {t('settings.save')}
          </Button>
          <p role="status">{isSaved && t('settings.saved')}</p>
          <p role="alert" className="field-problem">
            {joinSentences(unplaced)}
          </p>
        </div>
      </Form>
      <LeaveDialog
        isOpen={isLeaving && isChanged}
        // Once it is saved there is nothing left to ask; where it cannot be, the field says why.
        onSave={() => void save().then((isDone) => isDone || onStay())}
        onDrop={() => {
          setTyped(clinic)
          setProblems([])
        }}
        onStay={onStay}
      />
      <LogoField key={restores} ask={ask} onChanged={onLogoChanged} />
      <SnippetsField ask={ask} library={library} />
      <LabField ask={ask} />
      <RecordsField
        ask={ask}
        today={today}
        isActive={isActive}
        wish={focusWish?.field === 'records' ? focusWish : null}
        onRestored={takeRestored}
      />
    </section>
  )
}

/** The clinic as it stands on every sheet, and what a new sheet starts with. */
export const SettingsView = drawOnChange(DrawSettingsView)
