import { deepStrictEqual, doesNotMatch, match, ok, partialDeepStrictEqual } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { formatTally } from '../checks/count-tests.ts'
import { makeWindowStep } from '../checks/test-runners.ts'
import { tryBuilder } from '../release/try-builder.ts'
import { withOwnCups } from '../system/own-cups.ts'
import { measureFolder, type Package } from './build-deb.ts'
import { account, type CleanDebian, type RunChoice } from './clean-debian.ts'
import { fuses } from './fuses.ts'
import { openInstalled, readSandboxes, writeStarter } from './installed-app.ts'
import { bundleType, installedIn } from './linux-files.ts'
import { layPreviousData, previousData } from './previous-data.ts'
import { listNativeFiles } from './stage-app.ts'
import { readFuses } from './stage-electron.ts'

export type Trial = {
  readonly debian: CleanDebian
  /** as it is released; with the fuse on by which tests drive it; and such a one of an older version */
  readonly packages: Readonly<Record<'released' | 'driven' | 'older', Package>>
  /** the Electron they were made from */
  readonly electron: string
  readonly work: string
  /** leads to a screen */
  readonly screen: NodeJS.ProcessEnv
  /** of the end-to-end tests to run; all when empty */
  readonly names: readonly string[]
}

const megabyte = 1_000_000
const aSheet = [
  '--topic',
  'raised-liver-enzymes',
  '--cause',
  'fatty-liver:likely',
  '--region',
  'uk',
  '--language',
  'zh-CN',
]

/** Everything that is asked of a package, one after the other, each told as it ends. @returns how many failed */
export async function tryPackage(trial: Trial): Promise<number> {
  const { debian, packages, electron, work, screen, names } = trial
  const { root, run, mustRun } = debian
  let failed = 0
  const check = async (what: string, act: () => unknown): Promise<void> => {
    try {
      const told = await act()
      console.log(`  ok    ${what}${typeof told === 'string' ? `: ${told}` : ''}`)
    } catch (error) {
      failed += 1
      console.log(`  FAIL  ${what}\n        ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const install = ({ file }: Package) => run(['dpkg', '--install', file])
  const start = (args: readonly string[], choice: RunChoice = { as: 'clinic' }) => run(['caresheet', ...args], choice)
  const app = path.join(root, installedIn)
  const variables = { DISPLAY: screen['DISPLAY'] ?? '' }
  const display: RunChoice = { as: 'clinic', variables }
  const asClinic = writeStarter(work, debian, 'clinic')
  chmodSync(work, 0o755)
  const place = path.join(work, 'of the clinic')
  mkdirSync(place)
  mustRun(['chown', account, place])

  const control = readControl(packages.released.file, mustRun)
  mustRun([
    'apt-get',
    'install',
    '-y',
    '--no-install-recommends',
    'cups-client',
    'cups-ipp-utils',
    'desktop-file-utils',
    'shared-mime-info',
    ...listDepends(control),
  ])
  const before = listFiles(root)

  await check('installs', () => {
    const { status, stderr } = install(packages.released)
    deepStrictEqual([status, stderr.trim()], [0, ''])
  })
  await check('is small: Electron and 30 MB, 100 MB to carry', () => {
    const [whole, bare] = [measureFolder(app), measureFolder(electron)]
    const carried = statSync(packages.released.file).size
    ok(whole < bare + 30 * megabyte, `It takes ${whole}, Electron ${bare} bytes.`)
    ok(carried < 100 * megabyte, `The package has ${carried} bytes.`)
    return `${Math.round(whole / megabyte)} MB, Electron ${Math.round(bare / megabyte)} MB, package ${Math.round(carried / megabyte)} MB`
  })
  await check('has the words of three languages and native files of this system alone', () => {
    deepStrictEqual(readdirSync(path.join(app, 'locales')).toSorted(), [
      'en-GB.pak',
      'en-US.pak',
      'es-419.pak',
      'es.pak',
      'zh-CN.pak',
    ])
    deepStrictEqual(listNativeFiles(app).length, 1)
  })
  await check('E6, E1.19: its fuses are as they should be, read from the installed file', async () => {
    deepStrictEqual(await readFuses(path.join(app, 'caresheet')), fuses)
  })
  await check('E6: it runs nothing of another program, and lets nobody look into it', () => {
    const strange = path.join(work, 'strange.js')
    writeFileSync(strange, `require('node:fs').writeSync(1, 'taken over')`)
    const ask = (args: readonly string[], changed: Readonly<Record<string, string>> = {}): string => {
      const { stdout, stderr } = run([path.join(installedIn, 'caresheet'), '--no-sandbox', ...args], {
        variables: changed,
      })
      return `${stdout}${stderr}`
    }
    const asNode = ask([strange], { ELECTRON_RUN_AS_NODE: '1' })
    const withOptions = ask(['--version'], { NODE_OPTIONS: `--require=${strange}` })
    const lookedInto = ask(['--inspect=0', '--version'])
    match(asNode, /CareSheet does not know/u)
    match(withOptions, /^CareSheet \d/mu)
    match(lookedInto, /^CareSheet \d/mu)
    doesNotMatch(`${asNode}${withOptions}${lookedInto}`, /taken over|NODE_OPTION|Debugger/u)
  })
  await check('electron-builder packs the same for other systems’ installers', () =>
    tryBuilder(electron, path.join(app, 'resources/app.asar'), work),
  )
  await check('is in the menu, and opens its files: the desktop’s own tools take both', () => {
    const entry = '/usr/share/applications/caresheet.desktop'
    deepStrictEqual(mustRun(['desktop-file-validate', '--no-hints', entry]), '')
    const known = readFileSync(path.join(root, 'usr/share/mime/globs'), 'utf8').split('\n')
    ok(known.includes(`${bundleType}:*.caresheet-bundles`), 'The desktop does not know the files of bundles.')
  })
  await check('belongs to root, and nobody else may change it', () => {
    const open = mustRun([
      'find',
      installedIn,
      '/usr/bin/caresheet',
      '(',
      '!',
      '-user',
      'root',
      '-o',
      '-perm',
      '/022',
      ')',
      '!',
      '-type',
      'l',
    ])
    deepStrictEqual(open, '')
  })
  await check('tells its version and how to use it, without a screen', () => {
    match(start(['--version']).stdout, /^CareSheet \d+\.\d+\.\d+/u)
    match(start(['--help']).stdout, /caresheet sheet --help/u)
  })
  await check('makes a sheet without a window, a screen or a sandbox, as a clinic and as root', () => {
    for (const [as, to] of [
      ['clinic', path.join(place, '给患者的 “告知单”.pdf')],
      ['root', path.join(work, 'as root.pdf')],
    ] as const) {
      const { status, stderr } = start(['sheet', ...aSheet, '--out', to], { as })
      deepStrictEqual([status, stderr, readFileSync(to, 'latin1').slice(0, 5)], [0, '', '%PDF-'])
    }
  })
  await check('says what is wrong: an unknown argument, no screen, root, a sheet that cannot be', () => {
    const told = (args: readonly string[], choice?: RunChoice) => {
      const { status, stderr } = start(args, choice)
      ok(status !== 0 && status !== null, `${args.join(' ')} ended with ${status}`)
      return stderr
    }
    match(told(['--verison'], display), /does not know "--verison"/u)
    match(told([]), /found no screen/u)
    match(told([], { as: 'root', variables }), /does not open as root/u)
    match(told(['sheet', ...aSheet, '--out', '/root/a.pdf']), /\.\n$/u)
  })
  await check('E1.4: opens a window as a clinic, its page in the sandbox', async () => {
    const child = spawn(asClinic, [], { env: screen, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    try {
      for (let tries = 0; tries < 100 && readSandboxes().length === 0; tries += 1) await pause(200)
      await pause(1000)
      deepStrictEqual(readSandboxes(), [{ seccomp: '2', noNewPrivileges: '1' }])
    } finally {
      child.kill('SIGTERM')
      await ended
    }
  })
  await check('removes all but the data of the clinic', () => {
    mustRun(['dpkg', '--purge', packages.released.name])
    const left = listFiles(root).filter((file) => !before.includes(file))
    const ofRoot = ['/root/.config', '/root/.config/CareSheet'] // root made a sheet too: its own folder, with nothing in it
    deepStrictEqual(
      left.filter((file) => !file.startsWith(`/home/${account}/`) && !ofRoot.includes(file)),
      [],
    )
    ok(
      left.some((file) => file.endsWith('/.config/CareSheet/clinic.db')),
      'The data of the clinic is gone.',
    )
  })

  const number = '07700 900123'
  await check('an update keeps all data', async () => {
    mustRun(['rm', '-rf', `/home/${account}/.config`])
    deepStrictEqual(install(packages.older).status, 0)
    await withWindow(asClinic, screen, async (page) => {
      await page.getByRole('button', { name: 'Skip' }).click()
      await page.getByRole('textbox', { name: 'Emergency number' }).fill(number)
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByRole('button', { name: 'Skip' }).click()
      await page.getByRole('button', { name: /^New patient/u }).waitFor()
    })
    const data = listFiles(path.join(root, 'home', account, '.config/CareSheet'))
    deepStrictEqual(install(packages.driven).status, 0)
    const kept = new Set(listFiles(path.join(root, 'home', account, '.config/CareSheet')))
    deepStrictEqual(
      data.filter((file) => !kept.has(file)),
      [],
    )
    await withWindow(asClinic, screen, async (page) => {
      await page.getByRole('button', { name: /^New patient/u }).waitFor()
      const settings: unknown = await page.evaluate(`window.clinic['settings.read']({})`)
      match(JSON.stringify(settings), new RegExp(number, 'u'))
    })
  })
  await check('an update brings along what the version before left, as its released files have it', async () => {
    const data = path.join(root, 'home', account, '.config/CareSheet')
    layPreviousData(data)
    mustRun(['chown', '-R', `${account}:${account}`, `/home/${account}/.config`])
    await withWindow(asClinic, screen, async (page) => {
      await page.getByRole('button', { name: /^New patient/u }).waitFor()
      const ask = (channel: string, question: object): Promise<unknown> =>
        page.evaluate(`window.clinic['${channel}'](${JSON.stringify(question)}).then((reply) => reply.value)`)
      partialDeepStrictEqual(await ask('settings.read', {}), previousData.settings)
      partialDeepStrictEqual(await ask('log.list', { filter: {}, before: null, limit: 9 }), {
        handouts: [{ id: previousData.handout }],
      })
      partialDeepStrictEqual(await ask('history.status', {}), previousData.history)
    })
    ok(readdirSync(path.join(data, 'backups')).some((file) => file.startsWith('clinic-version-')))
  })
  await check('puts a copy of the records back by a command, without a window or a screen', () => {
    const data = `/home/${account}/.config/CareSheet`
    const copy = path.join(place, 'a copy 诊所.db')
    mustRun(['cp', path.join(data, 'clinic.db'), copy])
    mustRun(['chmod', '644', copy])
    const { status, stdout, stderr } = start(['restore', copy])
    deepStrictEqual([status, stderr], [0, ''])
    match(stdout, /^Restored, with \d+ sheets? in the log/u)
    ok(listFiles(path.join(root, data)).some((file) => /clinic-replaced-[^/]*\.db$/u.test(file)))
  })
  await check('an older version is refused in words, and the newer one stays', () => {
    const { status, stderr } = install(packages.older)
    ok(status !== 0, 'It went over the newer one.')
    match(stderr, /is installed and newer than 0\.0\.9/u)
    match(
      mustRun(['dpkg-query', '--showformat=${Version} ${db:Status-Status}', '--show', packages.driven.name]),
      new RegExp(`^${packages.driven.version} installed$`, 'u'),
    )
  })

  for (const { what, as = 'clinic', prepare, args, variables: changed } of listOddPlaces(debian, place))
    await check(`works ${what}`, async () => {
      const undo = prepare?.()
      try {
        await withWindow(
          writeStarter(work, debian, as),
          { ...screen, ...changed },
          async (page) => {
            await page.getByRole('button').first().waitFor()
          },
          args,
        )
      } finally {
        undo?.()
      }
    })
  await check('with a damaged archive it says so, whatever it is asked', () => {
    const archive = path.join(app, 'resources/app.asar')
    const whole = readFileSync(archive)
    for (const damaged of [
      whole.subarray(0, 9),
      Buffer.concat([whole.subarray(0, 40), Buffer.alloc(64), whole.subarray(104)]),
    ]) {
      writeFileSync(archive, damaged)
      for (const result of [start(['sheet', '--list']), start([], display)]) {
        match(result.stderr, /files are damaged.*install CareSheet again/u)
        deepStrictEqual(result.status, 1)
      }
    }
    writeFileSync(archive, whole)
  })
  await check('the end-to-end tests hold for the installed app', async () => {
    const installed = { CARESHEET_INSTALLED: writeStarter(work, debian, 'root') }
    const { result } = await withOwnCups((cups) => makeWindowStep([...names], { ...cups, ...installed }).run())
    ok(result.isGood, result.output)
    return formatTally(result.tally)
  })
  return failed
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openInstalled>>['firstWindow']>>

async function withWindow(
  starter: string,
  environment: NodeJS.ProcessEnv,
  act: (page: Page) => Promise<void>,
  args: readonly string[] = [],
): Promise<void> {
  const app = await openInstalled(starter, environment, args)
  try {
    await act(await app.firstWindow())
  } finally {
    await app.close()
  }
}

type OddPlace = {
  readonly what: string
  readonly as?: 'root' | 'clinic'
  /** makes it so, and gives what takes it back */
  readonly prepare?: () => () => void
  readonly args?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}

/** Places and states in which the app must open all the same. */
function listOddPlaces({ root, mustRun }: CleanDebian, place: string): OddPlace[] {
  const fonts = path.join(root, 'usr/share/fonts')
  const odd = '/opt/诊所 的 程序'
  return [
    { what: 'without a home', variables: { CLINIC_HOME: '/nowhere' } },
    {
      what: 'with a home that is read-only',
      prepare: () => (mkdirSync(path.join(root, 'home/fixed'), { mode: 0o555 }), () => undefined),
      variables: { CLINIC_HOME: '/home/fixed' },
    },
    {
      what: 'with the data folder of another account',
      prepare: () => (mkdirSync(path.join(root, 'home/another'), { mode: 0o700 }), () => undefined),
      args: ['--user-data-dir=/home/another'],
    },
    {
      what: 'without fonts',
      prepare: () => (renameSync(fonts, `${fonts}-away`), () => renameSync(`${fonts}-away`, fonts)),
    },
    { what: 'with data in a folder with spaces and Chinese', args: [`--user-data-dir=${place}/诊所 的 数据`] },
    {
      // Without Chromium's set-uid helper, which a folder with a space would keep it from finding; ours has none.
      what: 'from a folder with spaces and Chinese',
      as: 'root',
      prepare: () => (mustRun(['cp', '-a', installedIn, odd]), () => void mustRun(['rm', '-r', odd])),
      variables: { CARESHEET_PROGRAM: `${odd}/caresheet` },
    },
  ]
}

/** Every file of a Debian, but what its own tools keep anew: lists of packages, caches and logs. */
function listFiles(root: string): string[] {
  const unseen = /^\/(?:proc|sys|dev|tmp|run|var\/(?:lib\/(?:dpkg|apt)|cache|log|tmp))(?:\/|$)/u
  const list = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.posix.join('/', folder, entry.name)
      if (unseen.test(file)) return []
      return entry.isDirectory() ? [file, ...list(file)] : [file]
    })
  return list('/')
}

function readControl(file: string, mustRun: CleanDebian['mustRun']): string {
  return mustRun(['dpkg-deb', '--field', file])
}

/** The first of each choice of packages that one depends on. */
function listDepends(control: string): string[] {
  const [, depends = ''] = /^Depends: (.*)$/mu.exec(control) ?? []
  return depends.split(', ').map((choice) => choice.split(' | ')[0]?.split(' ')[0] ?? '')
}
