import { logFailure } from './log-failure.ts'

type Words = { readonly bundlesAdded: string; readonly bundlesNotAdded: string }

type Desk = {
  /** takes the bundles of a file. @throws AppError for one that is none, or cannot be read */
  readonly take: (path: string) => Promise<unknown>
  /** shows a sentence */
  readonly tell: (sentence: string) => void
  readonly words: Words
}

/** Takes the bundles of a file that someone opened with the app, as by a double click, and says how it went. */
export async function openBundleFile(path: string, { take, tell, words }: Desk): Promise<void> {
  try {
    await take(path)
    tell(words.bundlesAdded)
  } catch (error) {
    logFailure('a file of bundles that was opened', error)
    tell(words.bundlesNotAdded)
  }
}
