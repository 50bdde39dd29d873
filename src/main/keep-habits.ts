import { AppError } from '../domain/app-error.ts'
import { Habits } from '../domain/habits.ts'
import { tell } from '../domain/message.ts'
import { joinSnippets, parseSnippetFile, snippetFileVersion, type SnippetFile } from '../domain/snippet.ts'
import type { SavedHabits, TakenSnippets } from '../ipc/contract.ts'
import { readGivenFile, writeGivenFile } from '../store/given-file.ts'
import { readHabits, saveHabits } from '../store/settings-store.ts'
import type { KeptClinic } from './keep-clinic.ts'

/** Asks where a file of snippets is, or goes; null when the dialog was closed. */
export type AskForSnippets = {
  readonly toOpen: () => Promise<string | null>
  readonly toSave: () => Promise<string | null>
}

/** What a clinic writes again and again, whatever became of the disk. */
export type KeptHabits = {
  readonly read: () => Habits
  /** Says why it will be forgotten when the app ends, if it will be. */
  readonly save: (habits: Habits) => SavedHabits
  /** Forgets what could not be kept, once a copy has taken the place of the records. */
  readonly forgetUnkept: () => void
  /** Adds the snippets of a file that is asked for; null when the dialog was closed. @throws AppError bad-input */
  readonly takeFile: () => Promise<TakenSnippets | null>
  /** Writes the snippets, and nothing else, to a file that is asked for. @throws AppError save-failed */
  readonly saveFile: () => Promise<string | null>
}

/** @param kept gives clinic.db, or throws AppError storage-failed @param notes as `writeFileWhole` has them */
export function keepHabits(
  kept: Pick<KeptClinic, 'use'>,
  notes: string,
  ask: AskForSnippets,
  readTime: () => Date,
): KeptHabits {
  let unkept: Habits | null = null

  function read(): Habits {
    if (unkept !== null) return unkept
    try {
      return kept.use(readHabits)
    } catch {
      return Habits.parse({}) // logged when it was opened, and told on saving
    }
  }

  function save(habits: Habits): SavedHabits {
    try {
      const saved = kept.use((db) => saveHabits(db, habits, readTime()))
      unkept = null
      return { habits: saved, told: [] }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unkept = habits
      return { habits, told: [tell('habits-not-kept', { why: error.told })] }
    }
  }

  return {
    read,
    save,
    forgetUnkept: () => void (unkept = null),
    takeFile: async () => {
      const path = await ask.toOpen()
      if (path === null) return null
      const given = await readGivenFile(path, parseSnippetFile, tell('snippet-file-other'))
      const there = read()
      const { snippets, leftOut } = joinSnippets(there.snippets, given)
      const saved = save({ ...there, snippets: [...snippets] })
      return { ...saved, told: [...leftOut, ...saved.told], taken: snippets.length - there.snippets.length }
    },
    saveFile: async () => {
      const path = await ask.toSave()
      if (path === null) return null
      const file: SnippetFile = {
        format: 'caresheet-snippets',
        version: snippetFileVersion,
        snippets: read().snippets,
      }
      await writeGivenFile(path, file, notes)
      return path
    },
  }
}
