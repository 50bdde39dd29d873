/** What the app was started for. */
export type CommandLine =
  | { readonly kind: 'window' }
  | { readonly kind: 'sheet' | 'restore'; readonly args: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'unknown'; readonly argument: string }

/** Switches that are Chromium's own: where data lies, which screen, and those by which tests drive the app. */
const chromiums =
  /^--(?:user-data-dir|no-sandbox|lang|force-device-scale-factor|ozone-platform|ozone-platform-hint|disable-gpu|log-level|inspect|remote-debugging-port)(?:=|$)/u

/** How the name of a file of bundles ends, by which the desktop knows it. */
const bundleEnding = '.caresheet-bundles'

/** The file of bundles that the app was opened with, as by a double click; null where there is none. */
export function findBundleFile(args: readonly string[]): string | null {
  return args.find((argument) => argument.endsWith(bundleEnding) && !argument.startsWith('--')) ?? null
}

/** Reads what follows the name of the program. What is not known is not passed over: it may be a slip of the pen. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const at = args.findIndex((argument) => !chromiums.test(argument))
  const [first, ...rest] = at === -1 ? [] : args.slice(at)
  switch (first) {
    case undefined:
      return { kind: 'window' }
    case 'sheet':
    case 'restore':
      return { kind: first, args: rest }
    case '--help':
    case '-h':
      return { kind: 'help' }
    case '--version':
      return { kind: 'version' }
    default:
      if (rest.length === 0 && first.endsWith(bundleEnding)) return { kind: 'window' }
      return { kind: 'unknown', argument: first }
  }
}

/** What `--help` says. */
export const commandHelp = `CareSheet makes advice sheets for patients, offline.

  caresheet                        opens the window
  caresheet FILE.caresheet-bundles opens the window, and takes the bundles of a file
  caresheet sheet --help           how to make a sheet without a window
  caresheet sheet --list           topics, causes, medicines, languages, regions
  caresheet restore COPY.db        puts a copy of the records in their place
  caresheet --user-data-dir=FOLDER keeps the data in another folder
  caresheet --version
  caresheet --help
`
