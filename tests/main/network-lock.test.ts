import { expect, test } from 'vitest'
import { isAllowedRequest, lockSessionNetwork, switchNetworkOff } from '../../src/main/network-lock.ts'

const origins = ['app://ui']

test.each(['app://ui/index.html', 'app://ui/assets/a.js', 'blob:app://ui/1b9'])('%s is ours', (url) => {
  expect(isAllowedRequest(url, origins)).toBe(true)
})

test.each([
  'http://example.org/',
  'https://example.org/app://ui/',
  'ws://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'app://ui',
  'app://ui.example.org/',
  'app://ui@example.org/',
  'app://other/',
  'blob:https://example.org/1',
  'devtools://devtools/x',
  'chrome://gpu/',
  '',
])('%j is not', (url) => {
  expect(isAllowedRequest(url, origins)).toBe(false)
})

type Session = Parameters<typeof lockSessionNetwork>[0]
type Listener = (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void

/** A session that remembers what was asked of it; only the two parts that are used. */
function makeSession() {
  const seen: { languages?: readonly string[]; listener?: Listener } = {}
  const session = {
    setSpellCheckerLanguages: (languages: string[]) => void (seen.languages = languages),
    webRequest: { onBeforeRequest: (listener: Listener) => void (seen.listener = listener) },
  }
  const cancels = (url: string) => {
    let cancelled: boolean | undefined
    seen.listener?.({ url }, ({ cancel }) => void (cancelled = cancel))
    return cancelled
  }
  return { session: session as unknown as Session, seen, cancels }
}

test('a session fetches no dictionary and nothing that is not ours', () => {
  const { session, seen, cancels } = makeSession()
  lockSessionNetwork(session, null)
  expect(seen.languages).toEqual([])
  expect([
    cancels('app://ui/index.html'),
    cancels('http://localhost:5173/'),
    cancels('devtools://devtools/a.js'),
  ]).toEqual([false, true, true])
})

test('in development the server and its socket are let through, and no other', () => {
  const { session, cancels } = makeSession()
  lockSessionNetwork(session, 'http://localhost:5173')
  expect(
    ['http://localhost:5173/a', 'ws://localhost:5173/?token=1', 'http://localhost:5174/a', 'http://example.org/'].map(
      cancels,
    ),
  ).toEqual([false, false, true, true])
})

test('Chromium is told that there is no network', () => {
  const switches = new Map<string, string | undefined>()
  const commandLine = { appendSwitch: (name: string, value?: string) => void switches.set(name, value) }
  switchNetworkOff(commandLine as Parameters<typeof switchNetworkOff>[0], null)
  expect(Object.fromEntries(switches)).toMatchObject({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  })
  expect([...switches.keys()]).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-proxy-server']),
  )
  switchNetworkOff(commandLine as Parameters<typeof switchNetworkOff>[0], 'localhost')
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND, EXCLUDE localhost')
})
