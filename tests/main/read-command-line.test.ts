import { expect, test } from 'vitest'
import { commandHelp, findBundleFile, readCommandLine } from '../../src/main/read-command-line.ts'

test.each<[string[], object]>([
  [[], { kind: 'window' }],
  [['--user-data-dir=/home/clinic/data', '--no-sandbox'], { kind: 'window' }],
  [['/home/clinic/诊所 1.caresheet-bundles'], { kind: 'window' }],
  [['a.caresheet-bundles', 'more'], { kind: 'unknown', argument: 'a.caresheet-bundles' }],
  [['sheet', '--list'], { kind: 'sheet', args: ['--list'] }],
  [['--no-sandbox', '--log-level=3', 'sheet', '--topic', 'a'], { kind: 'sheet', args: ['--topic', 'a'] }],
  [['restore', 'a.db'], { kind: 'restore', args: ['a.db'] }],
  [['sheet', '--help'], { kind: 'sheet', args: ['--help'] }],
  [['--help'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
  [['--verison'], { kind: 'unknown', argument: '--verison' }],
  [['sheets'], { kind: 'unknown', argument: 'sheets' }],
  [['--host-resolver-rules=MAP * 127.0.0.1'], { kind: 'unknown', argument: '--host-resolver-rules=MAP * 127.0.0.1' }],
  [['--user-data-directory=/x'], { kind: 'unknown', argument: '--user-data-directory=/x' }],
  [[''], { kind: 'unknown', argument: '' }],
])('%j means %j', (args, meant) => {
  expect(readCommandLine(args)).toEqual(meant)
})

test('the help names each way to start', () => {
  for (const way of ['caresheet sheet --help', 'caresheet restore', '--version', '--help', '--user-data-dir'])
    expect(commandHelp).toContain(way)
})

test('a file of bundles is found among what Chromium adds', () => {
  expect(findBundleFile(['/opt/CareSheet/caresheet', '--allow-more', '/home/诊所 1.caresheet-bundles'])).toBe(
    '/home/诊所 1.caresheet-bundles',
  )
  expect([findBundleFile([]), findBundleFile(['caresheet', '--x=a.caresheet-bundles', 'a.json'])]).toEqual([null, null])
})
