import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createAppHandler, findServedFile, listServedFiles } from '../../src/main/app-protocol.ts'
import { contentSecurityPolicy } from '../../src/main/content-security-policy.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const ui = () => join(folder(), 'renderer')

beforeEach(() => {
  mkdirSync(join(ui(), 'assets'), { recursive: true })
  writeFileSync(join(folder(), 'secret.txt'), 'secret')
  for (const name of [
    'index.html',
    'assets/index-1a.js',
    'assets/pdf.worker-2b.mjs',
    'assets/a.css',
    'assets/f.ttf',
    'assets/q.wasm',
    'assets/x.bin',
  ])
    writeFileSync(join(ui(), name), name)
  if (process.platform !== 'win32') symlinkSync(join(folder(), 'secret.txt'), join(ui(), 'link.txt'))
})

const find = (url: string, method = 'GET') => findServedFile(listServedFiles(ui()), { url, method })

test('the files of the folder are found by their address', () => {
  expect(find('app://ui/index.html')).toBe(join(ui(), 'index.html'))
  expect(find('app://ui/assets/index-1a.js')).toBe(join(ui(), 'assets', 'index-1a.js'))
})

test('another folder is found under the address it is given', () => {
  const files = listServedFiles(ui(), 'app://ui/fonts')
  expect(findServedFile(files, { url: 'app://ui/fonts/index.html', method: 'GET' })).toBe(join(ui(), 'index.html'))
  expect(findServedFile(files, { url: 'app://ui/index.html', method: 'GET' })).toBeNull()
})

const outside = [
  ...[
    '..',
    '../',
    '..//',
    './..',
    '../..',
    '...',
    '....//',
    '.%2e',
    '%2e.',
    '%2e%2e',
    '%2E%2E',
    '%252e%252e',
    '%c0%ae%c0%ae',
    '%uff0e%uff0e',
    '．．',
    '..;',
    '..%00',
    '..%09',
    '..%20',
    '..\\',
    '..%5c',
    '%5c..',
    '..%2f',
    '..%255c',
    '..%c0%af',
    '..%ef%bc%8f',
  ].flatMap((up) => [`app://ui/${up}/secret.txt`, `app://ui/assets/${up}/${up}/secret.txt`]),
  'app://ui',
  'app://ui/',
  'app://ui//index.html',
  'app://ui/./index.html',
  'app://ui/assets',
  'app://ui/assets/',
  'app://ui/assets/../index.html',
  'app://ui/index.html/',
  'app://ui/index.html%00',
  'app://ui/index.html%00.js',
  'app://ui/index.html\u0000',
  'app://ui/index.html?a=1',
  'app://ui/index.html#a',
  'app://ui/index.html;a',
  'app://ui/INDEX.HTML',
  'app://ui/index%2ehtml',
  'app://other/index.html',
  'app://ui.evil/index.html',
  'app://ui:80/index.html',
  'app://user@ui/index.html',
  'app:///index.html',
  'app:/ui/index.html',
  'app:ui/index.html',
  'file:///etc/passwd',
  'http://ui/index.html',
  '//ui/index.html',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '',
  'app://ui//etc/passwd',
  'app://ui/%2fetc/passwd',
  'app://ui/file:///etc/passwd',
  'app://ui/C:/Windows/win.ini',
  'app://ui/link.txt',
  'app://ui/__proto__',
  'app://ui/constructor',
  `app://ui/${'a'.repeat(100_000)}`,
  `app://ui/${'../'.repeat(1000)}etc/passwd`,
]

test('there are plenty of ways out to try', () => {
  expect(outside.length).toBeGreaterThanOrEqual(50)
})

test.each(outside)('no way out: %j', async (url) => {
  expect(find(url)).toBeNull()
})

test.each(['POST', 'HEAD', 'PUT', 'OPTIONS', 'get', ''])('only GET: %j', (method) => {
  expect(find('app://ui/index.html', method)).toBeNull()
})

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/index-1a.js', 'text/javascript; charset=utf-8'],
  ['assets/pdf.worker-2b.mjs', 'text/javascript; charset=utf-8'],
  ['assets/a.css', 'text/css; charset=utf-8'],
  ['assets/f.ttf', 'font/ttf'],
  ['assets/q.wasm', 'application/wasm'],
  ['assets/x.bin', 'application/octet-stream'],
])('%s is served as %s, under the policy', async (name, type) => {
  const response = await createAppHandler(listServedFiles(ui()))(new Request(`app://ui/${name}`))
  expect([response.status, await response.text()]).toEqual([200, name])
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': type,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
  })
})

test('what is not listed, or has gone since, is 404 and empty', async () => {
  const answer = createAppHandler(new Map([['app://ui/gone.html', join(folder(), 'gone.html')]]))
  for (const url of ['app://ui/gone.html', 'app://ui/none.html']) {
    const response = await answer(new Request(url))
    expect([response.status, await response.text()]).toEqual([404, ''])
  }
})

test('the policy is this one, word by word', () => {
  expect(contentSecurityPolicy).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types caresheet",
  )
})
