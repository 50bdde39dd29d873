/// <reference types="vite/client" />
import type { ClinicApi } from '../ipc/contract.ts'

declare global {
  interface Window {
    /** put here by the preload script: the only way out of the window */
    readonly clinic: ClinicApi
    /** tidies memory now; there where V8 was started with --expose-gc */
    readonly gc?: () => void
  }
}
