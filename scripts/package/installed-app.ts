import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { account, type CleanDebian } from './clean-debian.ts'
import { installedIn } from './linux-files.ts'

/**
 * Writes a program that starts the app that is installed in a clean Debian, for those who drive it from here.
 * @param as root starts it past its launcher, which refuses root, without a sandbox; the clinic as a clinic does
 */
export function writeStarter(folder: string, { root }: CleanDebian, as: 'root' | 'clinic'): string {
  const file = path.join(folder, `caresheet-as-${as}`)
  const start =
    as === 'root'
      ? `exec /usr/sbin/chroot "${root}" "\${CARESHEET_PROGRAM:-${installedIn}/caresheet}" "$@"`
      : // Playwright adds it; a clinic does not.
        `for each in "$@"; do shift; [ "$each" = --no-sandbox ] || set -- "$@" "$each"; done
exec chroot --userspec=${account}:${account} "${root}" env HOME="\${CLINIC_HOME:-/home/${account}}" caresheet "$@"`
  writeFileSync(file, `#!/bin/sh\n${start}\n`)
  chmodSync(file, 0o755)
  return file
}

/** Starts the installed app as a clinic does, under Playwright. */
export async function openInstalled(
  starter: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<ElectronApplication> {
  const env = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return _electron.launch({ executablePath: starter, args: [...args], env, timeout: 60_000 })
}

/** What the kernel says of the processes that draw the pages: whether they may ask it for little (seccomp) and gain nothing. */
export function readSandboxes(): { readonly seccomp: string; readonly noNewPrivileges: string }[] {
  const read = (file: string): string => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return '' // it has ended meanwhile
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((id) => {
      const command = read(`/proc/${id}/cmdline`)
      return command.startsWith(`${installedIn}/caresheet`) && command.includes('--type=renderer')
    })
    .map((id) => {
      const status = read(`/proc/${id}/status`)
      const find = (field: string) => new RegExp(`^${field}:\\s*(\\d+)`, 'mu').exec(status)?.[1] ?? ''
      return { seccomp: find('Seccomp'), noNewPrivileges: find('NoNewPrivs') }
    })
}
