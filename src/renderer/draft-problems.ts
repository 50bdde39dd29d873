import type { SheetContent } from '../domain/check-selection.ts'
import { toProblem, type Problem } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { Draft } from './draft.ts'
import { listTypedAnalytes, listTypedLabs } from './typed-results.ts'
import { listStopFields } from './stop-list.ts'

/** Problems of a Selection, with `field` turned into the draft's own field, so that each message stands where it was typed. */
export function placeProblems(
  draft: Draft,
  content: Pick<SheetContent, 'entry' | 'words'>,
  problems: readonly Problem[],
): Problem[] {
  const analytes = listTypedAnalytes(draft, content.entry.topic)
  const labs = listTypedLabs(draft, content.entry.topic)
  const stopFields = listStopFields(draft, content)
  return problems.map((problem) => {
    const { field } = problem
    const [name, index, part] = field.split('.')
    if (name === 'results' && part !== undefined)
      return { ...problem, field: toResultField(analytes[Number(index)]?.id ?? '', part) }
    if (name === 'labs' && part !== undefined)
      return { ...problem, field: toLabField(labs[Number(index)]?.id ?? '', part) }
    if (name === 'medicinesToStop' && index !== undefined)
      return { ...problem, field: toStopField(stopFields[Number(index)] ?? -1) }
    if (field === 'retest.date' && draft.retest.date === '') return toProblem(field, tell('day-not-picked'))
    return problem
  })
}

/** Problems found in two places, each once. */
export function joinProblems(first: readonly Problem[], second: readonly Problem[]): Problem[] {
  const isNew = ({ field, message }: Problem) => !first.some((each) => each.field === field && each.message === message)
  return [...first, ...second.filter(isNew)]
}

/** The field a result's value, upperLimit or unit is typed in. */
export function toResultField(analyte: string, part: string): string {
  return `results.${analyte}.${part}`
}

/** The field a further blood test's value or upperLimit is typed in. */
export function toLabField(lab: string, part: string): string {
  return `labs.${lab}.${part}`
}

/** The field a medicine to stop is typed in. */
export function toStopField(index: number): string {
  return `medicinesToStop.${index}`
}

/** The message for a field, if there is one. */
export function findProblem(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

/** Whether a problem's message stands at a field of the window, rather than being about the whole. */
export function isShownAtField({ field }: Problem): boolean {
  return /^((results|labs)\.[^.]+\.\w+|overrideReason|medicinesToStop(\.\d+)?|retest\.date|note|patientName|paper|depth|size|secondLanguage)$/u.test(
    field,
  )
}
