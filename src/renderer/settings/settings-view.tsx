import { useRef, useState, type SubmitEvent } from 'react'
import type { Clinic } from '../../domain/clinic.ts'
import type { Library } from '../../domain/library.ts'
import type { Region } from '../../domain/region.ts'
import type { Problem } from '../../domain/app-error.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { findProblem } from '../draft-problems.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { listLanguages } from '../list-languages.ts'
import { clinicFields, readClinic } from './clinic-form.ts'
import { LogoField } from './logo-field.tsx'

type SettingsViewProps = {
  readonly ask: Ask
  readonly clinic: Clinic
  readonly library: Pick<Library, 'wording' | 'regions'>
  readonly isActive: boolean
  readonly onSaved: (clinic: Clinic) => void
  readonly onLogoChanged: () => void
}

function describeRegion({ id, name, emergencyNumber }: Region) {
  return { value: id, label: `${name}: ${emergencyNumber}` }
}

/** The clinic as it stands on every sheet, and what a new sheet starts with. */
export function SettingsView({ ask, clinic, library, isActive, onSaved, onLogoChanged }: SettingsViewProps) {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Clinic>(clinic)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [said, setSaid] = useState('')
  useShortcuts({ 'mod+s': () => form.current?.requestSubmit() }, isActive)

  const fill = (fields: Partial<Clinic>) => {
    setTyped({ ...typed, ...fields })
    setSaid('')
  }
  const save = async () => {
    const reading = readClinic(typed)
    setProblems(reading.problems)
    setSaid('')
    if (reading.clinic === null) return
    try {
      const { clinic: saved, notKept } = await ask('settings.save', reading.clinic)
      setTyped(saved)
      if (notKept === null) setSaid('Saved. Every sheet from now on shows this.')
      else setProblems([{ field: '', message: notKept }])
      onSaved(saved)
    } catch (thrown) {
      setProblems(toAppError(thrown).problems)
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }

  const placed = new Set<string>([...clinicFields.map(({ field }) => field), 'paper', 'language'])
  const unplaced = problems.filter((problem) => !placed.has(problem.field)).map((problem) => problem.message)
  return (
    <section className="settings" aria-labelledby="settings-title">
      <h1 id="settings-title">Settings</h1>
      <p className="quiet">This is printed on every sheet. It stays on this computer.</p>
      <form ref={form} noValidate onSubmit={submit}>
        {clinicFields.map(({ field, label, hint }) => (
          <TextField
            key={field}
            label={label}
            hint={hint}
            value={typed[field]}
            problem={findProblem(problems, field)}
            onType={(text) => fill({ [field]: text })}
          />
        ))}
        <SelectField
          label="Fill in the emergency number of"
          value=""
          options={[{ value: '', label: 'Choose a place' }, ...library.regions.map(describeRegion)]}
          onChoose={(id) => {
            const region = library.regions.find((each) => each.id === id)
            if (region) fill({ emergencyNumber: region.emergencyNumber })
          }}
        />
        <div className="side-by-side">
          <SelectField
            label="Paper"
            value={typed.paper}
            options={[
              { value: 'A4', label: 'A4' },
              { value: 'Letter', label: 'Letter' },
            ]}
            problem={findProblem(problems, 'paper')}
            onChoose={(paper) => fill({ paper })}
          />
          <SelectField
            label="Language"
            value={typed.language}
            options={listLanguages(library.wording)}
            problem={findProblem(problems, 'language')}
            onChoose={(language) => fill({ language })}
          />
        </div>
        <div className="form-actions">
          <button type="submit" className="button primary">
            Save settings
          </button>
          <p role="status">{said}</p>
          <p role="alert" className="field-problem">
            {unplaced.join(' ')}
          </p>
        </div>
      </form>
      <LogoField ask={ask} onChanged={onLogoChanged} />
    </section>
  )
}
