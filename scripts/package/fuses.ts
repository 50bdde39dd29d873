import { FuseV1Options } from '@electron/fuses'

/**
 * How the fuses of a package stand: it runs no other program's code, takes no options of Node, and loads nothing but its
 * own archive. Electron's security checklist, item 19.
 */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true, // on macOS and Windows; elsewhere it does nothing
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const satisfies Partial<Record<keyof typeof FuseV1Options, boolean>>

export type FuseName = keyof typeof fuses
