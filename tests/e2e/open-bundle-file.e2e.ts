import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { expect, launchArguments, test } from './app.fixture.ts'

test('a file of bundles that is opened with the app is added', async ({ folder }) => {
  const file = join(folder, '诊所 1.caresheet-bundles')
  const choices = { topic: 'raised-liver-enzymes', causes: [{ id: 'fatty-liver' }] }
  const bundles = [{ name: 'From another clinic', choices }]
  writeFileSync(file, JSON.stringify({ format: 'caresheet-bundles', version: 1, bundles }))
  const { args, env } = launchArguments(folder)
  const installed = process.env['CARESHEET_INSTALLED']
  const app = await _electron.launch({
    ...(installed === undefined ? {} : { executablePath: installed }),
    args: [...args, file],
    env,
  })
  const page = await app.firstWindow()
  await expect
    .poll(async () => JSON.stringify(await page.evaluate(() => window.clinic['bundles.list']({}))))
    .toContain('From another clinic')
  await app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined) // past the message, which stands there
})
