import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Channel } from '../../src/ipc/channels.ts'
import type { Answer, Given, Reply } from '../../src/ipc/contract.ts'
import { unsealZip } from '../main/unseal-zip.ts'
import { answerSaveDialog, expect, launchApp, startNewApp, test, type Page } from './app.fixture.ts'

const passphrase = 'four words are enough'

/** Asks the main process what the window may ask; a refusal is thrown as its sentences. */
async function ask<C extends Channel>(page: Page, channel: C, input: Given<C>): Promise<Answer<C>> {
  const reply = await page.evaluate(
    async ([name, value]) => {
      // the preload puts them there; that this input is of this channel, the signature above has checked
      const functions = Reflect.get(globalThis, 'clinic') as Record<string, (given: unknown) => Promise<unknown>>
      return functions[name]?.(value)
    },
    [channel, input] as const,
  )
  const told = reply as Reply<Answer<C>> // as the contract has it
  if (!told.ok) throw new Error(told.problems.map(({ message }) => message).join(' '))
  return told.value
}

/** Whether a text stands in any file of a folder, in the writings that a program might use. */
function isInFiles(folder: string, text: string): boolean {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('hex'))]
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some((each) => {
    const path = join(each.parentPath, each.name)
    if (!each.isFile()) return false
    const bytes = readFileSync(path)
    return forms.some((form) => bytes.includes(form))
  })
}

async function giveSheet(page: Page, name: string): Promise<void> {
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await page.getByRole('textbox', { name: 'Patient name' }).fill(name)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: '.pdf' }).waitFor()
}

test('D2, D4, D5, D10: a history under a passphrase is sealed, locks, gives back the very sheet, and is erased', async ({
  folder,
}) => {
  const { app, page } = await startNewApp(folder)
  const data = join(folder, 'user data')
  // on a desktop without a keystore, as here, Electron would encrypt with a key that everybody knows
  const before = await ask(page, 'history.status', {})
  expect(before).toMatchObject({ state: 'off', keystoreRefusal: { id: 'keystore-none' } })
  await expect(ask(page, 'history.switch-on', { lock: { by: 'keystore', pin: '2580' } })).rejects.toThrow(/passphrase/u)
  expect(existsSync(join(data, 'history.db'))).toBe(false)

  const { status } = await ask(page, 'history.switch-on', { lock: { by: 'passphrase', passphrase } })
  expect(status).toMatchObject({ state: 'open', records: 0 })
  const saved = join(folder, 'saved.pdf')
  await answerSaveDialog(app, saved)
  await giveSheet(page, 'Canary Name')
  const [record] = (await ask(page, 'history.list', { filter: { words: 'canary' }, before: null, limit: 9 })).records
  expect(record).toMatchObject({ patientName: 'Canary Name', handout: { topic: 'raised-liver-enzymes', way: 'saved' } })
  const id = record?.handout.id ?? ''
  expect(await ask(page, 'follow-ups.list', {})).toMatchObject({
    followUps: [{ dueOn: record?.retestOn, state: 'planned' }],
    damaged: 0,
  })
  expect(isInFiles(data, 'Canary Name')).toBe(false)
  expect(statSync(join(data, 'history.db')).mode & 0o777).toBe(0o600)

  const again = join(folder, 'again.pdf')
  await answerSaveDialog(app, again)
  expect(await ask(page, 'history.save-again', { record: id })).toMatchObject({ path: again, notLogged: null })
  expect(readFileSync(again).equals(readFileSync(saved))).toBe(true)
  const log = await ask(page, 'log.list', { filter: {}, before: null, limit: 9 })
  expect(log.handouts.map(({ pdfSeal }) => pdfSeal)).toEqual([log.handouts[0]?.pdfSeal, log.handouts[0]?.pdfSeal])

  const archive = join(folder, 'follow-ups.zip')
  await answerSaveDialog(app, archive)
  await ask(page, 'follow-ups.export', { passphrase: 'four words are enough' })
  const sealed = readFileSync(archive)
  expect(sealed.includes('Canary')).toBe(false)
  const csv = (await unsealZip(sealed, 'four words are enough'))['follow-up.csv']
  expect(new TextDecoder().decode(csv)).toMatch(/^Patient,.*\r\nCanary Name,Raised liver/u)

  const reloaded = page.waitForEvent('framenavigated', { timeout: 1000 })
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await reloaded
  await page.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  expect(await page.content()).not.toContain('Canary Name')
  await expect(page.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  await expect(ask(page, 'history.list', { filter: {}, before: null, limit: 9 })).rejects.toThrow(/locked/u)
  await app.close()

  const next = await launchApp(folder)
  const nextPage = await next.firstWindow()
  await nextPage.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  expect(await ask(nextPage, 'history.status', {})).toMatchObject({ state: 'locked', by: 'passphrase', records: 1 })
  expect(await ask(nextPage, 'history.unlock', { secret: passphrase })).toMatchObject({ state: 'open', records: 1 })
  expect(await ask(nextPage, 'history.show', { record: id })).toMatchObject({ record, isOutdated: false })
  await nextPage.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await nextPage.getByRole('textbox', { name: 'Patient name' }).fill('Canary Next')
  await nextPage.keyboard.press('Control+3')
  await nextPage.getByRole('tab', { name: 'With names' }).click()
  await nextPage.getByRole('row', { name: /Canary Name/u }).waitFor()
  const asleep = nextPage.waitForEvent('framenavigated', { timeout: 1000 })
  await next.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await asleep
  await nextPage.getByRole('checkbox', { name: 'Fatty liver' }).waitFor()
  expect(await nextPage.content()).not.toMatch(/Canary N/u)
  await expect(nextPage.getByRole('textbox', { name: 'Patient name' })).toHaveValue('')
  await nextPage.keyboard.press('Control+3')
  await nextPage.getByRole('tab', { name: 'With names' }).click()
  await nextPage.getByRole('heading', { name: 'The names are locked' }).waitFor()
  expect(await nextPage.content()).not.toMatch(/Canary N/u)
  expect(await ask(nextPage, 'history.status', {})).toMatchObject({ state: 'locked' })
  expect(await ask(nextPage, 'history.erase', {})).toMatchObject({ state: 'off', records: 0 })
  expect(readdirSync(data).filter((name) => name.startsWith('history'))).toEqual([])
  expect(isInFiles(data, 'Canary')).toBe(false)
  await next.close()
})
