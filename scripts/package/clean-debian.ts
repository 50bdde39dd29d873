import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The account of a clinic in it. */
export const account = 'clinic'

export type CommandResult = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** A Debian of its own with nothing in it but what every Debian has. */
export type CleanDebian = {
  readonly root: string
  /** Runs a command in it as root, or as the clinic's account. */
  readonly run: (command: readonly string[], choice?: RunChoice) => CommandResult
  /** As `run`, and throws with what was said when it fails. */
  readonly mustRun: (command: readonly string[]) => string
  readonly remove: () => void
}

export type RunChoice = { readonly as?: 'root' | 'clinic'; readonly variables?: Readonly<Record<string, string>> }

function must(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${error?.message ?? ''}${stdout}${stderr}`)
  return stdout
}

/** Debian's archives as this machine knows them: address and suite, the first the one to build from. */
function listArchives(): { readonly address: string; readonly suite: string }[] {
  const format = '$(REPO_URI) $(CODENAME) $(ORIGIN)'
  const lines = must('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']).trim().split('\n')
  const archives = [...new Set(lines)].map((line) => line.split(' ')).filter(([, , origin]) => origin === 'Debian')
  if (archives.length === 0) throw new Error('This machine knows no archive of Debian: this test needs one.')
  return archives.map(([address = '', suite = '']) => ({ address, suite }))
}

/** What of this machine's apt leads to the archives, and how it finds them. */
function copyNetwork(root: string): void {
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) copyFileSync(file, path.join(root, file))
  for (const file of readdirSync('/etc/apt/apt.conf.d').filter((name) => /proxy|ca/iu.test(name)))
    copyFileSync(path.join('/etc/apt/apt.conf.d', file), path.join(root, 'etc/apt/apt.conf.d', file))
}

/**
 * Makes one with debootstrap. Its /tmp is that of this machine, so that tests here and the app there see the same files and
 * screens; everything else is its own.
 * @param parent an existing folder
 */
export function makeCleanDebian(parent: string): CleanDebian {
  const root = mkdtempSync(path.join(parent, 'caresheet-debian-'))
  const mounted: string[] = []
  const mount = (inside: string, ...options: string[]): void => {
    mkdirSync(path.join(root, inside), { recursive: true })
    must('mount', [...options, path.join(root, inside)])
    mounted.unshift(path.join(root, inside))
  }
  const remove = (): void => {
    for (const place of mounted) spawnSync('umount', ['--lazy', place])
    spawnSync('rm', ['-rf', '--one-file-system', root])
    rmSync(root, { recursive: true, force: true })
  }
  process.once('exit', remove)
  const archives = listArchives()
  const first = archives.find(({ suite }) => !suite.includes('-')) ?? archives[0]
  must('debootstrap', ['--variant=minbase', first?.suite ?? '', root, first?.address ?? ''])
  chmodSync(root, 0o755) // for the clinic's account to be let in
  writeFileSync(
    path.join(root, 'etc/apt/sources.list'),
    archives.map(({ address, suite }) => `deb ${address} ${suite} main\n`).join(''),
  )
  copyNetwork(root)
  mount('proc', '-t', 'proc', 'proc')
  mount('dev/shm', '-t', 'tmpfs', 'tmpfs')
  mount('tmp', '--bind', '/tmp')
  const run = (command: readonly string[], { as = 'root', variables = {} }: RunChoice = {}): CommandResult => {
    const who = as === 'root' ? [] : [`--userspec=${account}:${account}`]
    const home = as === 'root' ? '/root' : `/home/${account}`
    const { status, stdout, stderr } = spawnSync('chroot', [...who, root, ...command], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        HOME: home,
        LANG: 'C.UTF-8',
        DEBIAN_FRONTEND: 'noninteractive',
        ...variables,
      },
    })
    return { status, stdout, stderr }
  }
  const mustRun = (command: readonly string[]): string => {
    const { status, stdout, stderr } = run(command)
    if (status !== 0) throw new Error(`${command.join(' ')} failed in the clean Debian:\n${stdout}${stderr}`)
    return stdout
  }
  mustRun(['apt-get', 'update', '-qq'])
  mustRun(['useradd', '--create-home', account])
  return { root, run, mustRun, remove: () => (process.off('exit', remove), remove()) }
}
