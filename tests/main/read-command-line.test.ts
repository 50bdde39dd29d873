import { expect, test } from 'vitest'
import { commandHelp, readCommandLine } from '../../src/main/read-command-line.ts'

test.each<[string[], object]>([
  [[], { kind: 'window' }],
  [['--user-data-dir=/home/clinic/data', '--no-sandbox'], { kind: 'window' }],
  [['sheet', '--list'], { kind: 'sheet', args: ['--list'] }],
  [['--no-sandbox', '--log-level=3', 'sheet', '--topic', 'a'], { kind: 'sheet', args: ['--topic', 'a'] }],
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
  for (const way of ['caresheet sheet --help', '--version', '--help', '--user-data-dir'])
    expect(commandHelp).toContain(way)
})
