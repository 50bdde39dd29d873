import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installedIn, launcher, writePreInstall } from '../../../scripts/package/linux-files.ts'

let folder: string
let app: string

const writeProgram = (file: string, script: string) => {
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
}

/** An installed app that says with what it was started, and ends as it is told. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caresheet launcher 诊所-'))
  app = path.join(folder, 'opt')
  mkdirSync(path.join(app, 'resources'), { recursive: true })
  mkdirSync(path.join(folder, 'bin'))
  writeProgram(path.join(app, 'caresheet'), 'printf "<%s>" "$@"; exit "${ENDS:-0}"')
  writeFileSync(path.join(app, 'resources/app.asar'), 'the app')
  const sum = createHash('sha256').update('the app').digest('hex')
  writeFileSync(path.join(app, 'resources/SHA256SUMS'), `${sum}  app.asar\n`)
  writeProgram(path.join(folder, 'launch'), launcher.replaceAll(installedIn, `'${app}'`).replace('#!/bin/sh\n', ''))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function launch(args: readonly string[], { user = 1000, ends = 0 }: { user?: number; ends?: number } = {}) {
  writeProgram(path.join(folder, 'bin/id'), `echo ${user}`)
  const { status, stdout, stderr } = spawnSync(path.join(folder, 'launch'), args, {
    encoding: 'utf8',
    env: { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, ENDS: String(ends) },
  })
  return { status, stdout, stderr }
}

test('the window opens with what was asked for, odd names and all', () => {
  const data = '--user-data-dir=/home/it’s a clinic/诊所 $HOME'
  expect(launch([data])).toEqual({ status: 0, stdout: `<${data}>`, stderr: '' })
})

test('a sheet is made as root too, and without a sandbox that no page needs', () => {
  expect(launch(['sheet', '--note', 'two words'], { user: 0 })).toEqual({
    status: 0,
    stdout: '<--no-sandbox><--log-level=3><sheet><--note><two words>',
    stderr: '',
  })
})

test('a copy is put back without a window or its sandbox', () => {
  expect(launch(['restore', 'a copy.db'])).toEqual({
    status: 0,
    stdout: '<--no-sandbox><--log-level=3><restore><a copy.db>',
    stderr: '',
  })
})

test.each([[[]], [['restore', 'a copy.db']]])(
  'root gets a sentence instead of a window or of records of its own: %j',
  (args) => {
    const { status, stdout, stderr } = launch(args, { user: 0 })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^CareSheet does not open as root.*own account\.\n$/u)
  },
)

test('how the app ended is passed on', () => {
  expect(launch([], { ends: 3 })).toMatchObject({ status: 3, stderr: '' })
})

test.each([[['sheet', '--list']], [['restore', 'a copy.db']], [['--version']], [[]]])(
  'damaged files end it with a sentence: %j',
  (args) => {
    writeFileSync(path.join(app, 'resources/app.asar'), 'the apq')
    const { status, stderr } = launch(args, { ends: 1 })
    expect(status).toBe(1)
    expect(stderr).toBe("CareSheet's files are damaged. Nothing of yours is lost. Please install CareSheet again.\n")
  },
)

test('who ends it ends the app, and it waits for that', async () => {
  writeProgram(
    path.join(app, 'caresheet'),
    `trap 'sleep 0.3; echo closed; exit 0' TERM; echo open; while :; do sleep 0.1; done`,
  )
  writeProgram(path.join(folder, 'bin/id'), 'echo 1000')
  const child = spawn(path.join(folder, 'launch'), {
    env: { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
  })
  let told = ''
  child.stdout.on('data', (bytes: Buffer) => {
    told += bytes.toString()
    if (told === 'open\n') child.kill('SIGTERM')
  })
  const status = await new Promise((resolve) => child.once('close', resolve))
  expect([status, told]).toEqual([0, 'open\nclosed\n'])
})

test('files that are not there end it with a sentence', () => {
  rmSync(path.join(app, 'resources/app.asar'))
  const { status, stderr } = launch([])
  expect([status, stderr]).toEqual([1, 'CareSheet is not complete on this computer. Please install it again.\n'])
})

const hasDpkg = spawnSync('dpkg', ['--version']).status === 0

test.skipIf(!hasDpkg)('an older package refuses to go over a newer one, and says so', () => {
  writeProgram(path.join(folder, 'preinst'), writePreInstall('0.2.0').replace('#!/bin/sh\n', ''))
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(path.join(folder, 'preinst'), args, { encoding: 'utf8' })
    return [status, stderr]
  }
  expect([run('install'), run('upgrade', '0.1.9'), run('upgrade', '0.2.0')]).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ])
  const [status, stderr] = run('upgrade', '0.10.0')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^CareSheet 0\.10\.0 is installed and newer than 0\.2\.0.*\nNothing was changed\./u)
})
