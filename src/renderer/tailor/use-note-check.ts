import { useEffect, useState } from 'react'
import { checkNote } from '../../domain/check-note.ts'
import type { Language } from '../../domain/ids.ts'
import type { Library } from '../../domain/library.ts'
import type { NoteWarning } from '../../domain/note-warning.ts'

/** Long enough that a word is mostly typed to its end: "10 u" is not told on the way to "10 units". */
const pauseInMilliseconds = 600

/** What to look at again in a note, told once typing rests; an emptied note loses its warnings at once. */
export function useNoteCheck(note: string, language: Language, library: Library): readonly NoteWarning[] {
  const [warnings, setWarnings] = useState<readonly NoteWarning[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setWarnings(checkNote(note, language, library)), pauseInMilliseconds)
    return () => clearTimeout(timer)
  }, [note, language, library])
  return note === '' ? [] : warnings
}
