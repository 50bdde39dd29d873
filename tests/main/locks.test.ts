import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { lockNavigation } from '../../src/main/navigation-lock.ts'
import { denyPermissions } from '../../src/main/permission-lock.ts'

type Contents = Parameters<typeof lockNavigation>[0]
type Session = Parameters<typeof denyPermissions>[0]

class FakeContents extends EventEmitter {
  openHandler: (() => { action: string }) | undefined
  policy = ''
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.policy = policy
  }
  isPrevented(name: string, url: string): boolean {
    let prevented = false
    this.emit(name, { url, preventDefault: () => void (prevented = true) })
    return prevented
  }
}

function lock(developmentOrigin: string | null): FakeContents {
  const contents = new FakeContents()
  // Only these two methods and the events are used.
  lockNavigation(contents as unknown as Contents, developmentOrigin)
  return contents
}

const ways = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']

test.each(ways)('%s leads nowhere, not even to a page of ours', (way) => {
  const contents = lock(null)
  const urls = [
    'https://example.org/',
    'file:///etc/passwd',
    'app://ui/index.html',
    'http://localhost:5173/',
    'javascript:1',
    '',
  ]
  expect(urls.filter((url) => !contents.isPrevented(way, url))).toEqual([])
})

test('no window opens, and WebRTC gets no sockets', () => {
  const contents = lock(null)
  expect([contents.openHandler?.(), contents.policy]).toEqual([{ action: 'deny' }, 'disable_non_proxied_udp'])
})

test('in development the page may reload itself', () => {
  const contents = lock('http://localhost:5173')
  expect([
    contents.isPrevented('will-navigate', 'http://localhost:5173/'),
    contents.isPrevented('will-navigate', 'http://localhost:51730/'),
  ]).toEqual([false, true])
})

type Decide = (granted: boolean) => void

test.each([
  'notifications',
  'clipboard-read',
  'clipboard-sanitized-write',
  'media',
  'geolocation',
  'midi',
  'hid',
  'serial',
  'usb',
  'fullscreen',
  'openExternal',
  'storage-access',
  'no-such-permission',
  '',
])('the permission %j is denied', (permission) => {
  const asked: {
    request?: (c: unknown, p: string, d: Decide) => void
    check?: (c: unknown, p: string) => boolean
    device?: (d: unknown) => boolean
  } = {}
  const session = {
    setPermissionRequestHandler: (handler: typeof asked.request) => void (asked.request = handler),
    setPermissionCheckHandler: (handler: typeof asked.check) => void (asked.check = handler),
    setDevicePermissionHandler: (handler: typeof asked.device) => void (asked.device = handler),
  }
  denyPermissions(session as unknown as Session)
  const answers: (boolean | undefined)[] = [asked.check?.(null, permission), asked.device?.({ deviceType: permission })]
  asked.request?.(null, permission, (granted) => answers.push(granted))
  expect(answers).toEqual([false, false, false])
})
