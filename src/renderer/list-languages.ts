import type { Language } from '../domain/ids.ts'
import type { Library } from '../domain/library.ts'

/** The languages sheets are worded in, each under its own name. */
export function listLanguages(wording: Library['wording']): { readonly value: Language; readonly label: string }[] {
  return Object.values(wording).flatMap((each) => (each ? [{ value: each.language, label: each.languageName }] : []))
}
