import { existsSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'
import { joinBundles, type Bundle } from '../domain/bundle.ts'
import type { Library } from '../domain/library.ts'
import { tell, type Message } from '../domain/message.ts'
import type { KeptBundles, TakenBundles } from '../ipc/contract.ts'
import { readBundleFile, setAside, writeBundleFile } from '../store/bundle-file.ts'
import { logFailure } from './log-failure.ts'

/** The clinic's bundles, in a file of their own: of the very shape that is exported, so that nothing can lose both. */
export type KeptBundleFile = {
  readonly list: () => Promise<KeptBundles>
  readonly keep: (bundles: readonly Bundle[]) => Promise<KeptBundles>
  /** Takes the bundles of a file that is asked for; null when the dialog was closed. @throws AppError bad-input */
  readonly takeFile: () => Promise<TakenBundles | null>
  /** As `takeFile`, of a file that was opened with the app. @throws AppError bad-input */
  readonly takeFrom: (path: string) => Promise<TakenBundles>
  /** Writes all bundles to a file that is asked for; null when the dialog was closed. @throws AppError save-failed */
  readonly saveFile: () => Promise<string | null>
}

/** Asks where; null when the dialog was closed. */
export type AskForBundles = {
  readonly toOpen: () => Promise<string | null>
  readonly toSave: () => Promise<string | null>
}

/**
 * Bundles on disk. What cannot be kept there holds until the app ends, and the window says so; a file that cannot be read is
 * put aside, never written over.
 */
export function keepBundles(
  file: string,
  notes: string,
  readLibrary: () => Library,
  ask: AskForBundles,
): KeptBundleFile {
  let held: readonly Bundle[] | null = null
  let written: Promise<unknown> = Promise.resolve()

  async function read(): Promise<{ readonly bundles: readonly Bundle[]; readonly told: Message[] }> {
    if (held !== null || !existsSync(file)) return { bundles: held ?? [], told: [] }
    try {
      held = await readBundleFile(file)
      return { bundles: held, told: [] }
    } catch (error) {
      logFailure('bundles.json', error)
      held = []
      const aside = await setAside(file).catch(() => file)
      return { bundles: held, told: [tell('bundles-set-aside', { file: aside })] }
    }
  }

  async function keep(bundles: readonly Bundle[]): Promise<KeptBundles> {
    held = bundles
    try {
      // One after the other: what was asked for last must stand there last.
      const next = written.then(() => writeBundleFile(file, bundles, notes))
      written = next.catch(() => undefined)
      await next
      return { bundles: [...bundles], told: [] }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { bundles: [...bundles], told: [tell('bundles-not-kept', { why: error.told })] }
    }
  }

  async function takeFrom(path: string): Promise<TakenBundles> {
    const given = await readBundleFile(path)
    const there = (await read()).bundles
    const { bundles, leftOut } = joinBundles(there, given, readLibrary())
    const kept = await keep(bundles)
    return { ...kept, told: [...leftOut, ...kept.told], taken: bundles.length - there.length }
  }

  return {
    list: async () => {
      const { bundles, told } = await read()
      return { bundles: [...bundles], told }
    },
    keep,
    takeFile: async () => {
      const path = await ask.toOpen()
      return path === null ? null : takeFrom(path)
    },
    takeFrom,
    saveFile: async () => {
      const path = await ask.toSave()
      if (path === null) return null
      await writeBundleFile(path, (await read()).bundles, notes)
      return path
    },
  }
}
