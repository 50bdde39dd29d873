import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildAppIfChanged } from '../build/build-app.ts'
import { prepareElectron } from '../electron/prepare-electron.ts'
import { projectFolder } from '../project-folder.ts'
import { installPrograms } from '../system/install-programs.ts'
import { listMissingForPdfTests } from '../system/missing-programs.ts'
import { stopOnError } from './stop-on-error.ts'

const pictures = path.join(projectFolder, 'docs/pictures')
const windowSize = { width: 1280, height: 800 }
const dotsPerInch = '100'

/** Uses the app as a clinician would, takes a picture of its window, and saves the sheet it shows. */
async function useApp(userData: string, sheet: string): Promise<void> {
  const { _electron } = await import('@playwright/test') // after the environment says which Electron
  const app = await _electron.launch({ args: [projectFolder, `--user-data-dir=${userData}`] })
  const page = await app.firstWindow()
  await app.evaluate(
    ({ BrowserWindow, dialog }, [size, filePath]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    },
    [windowSize, sheet] as const,
  )

  await page.getByRole('textbox', { name: 'Clinic name' }).fill('Your Clinic')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('textbox', { name: 'Emergency number' }).fill('911')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.getByRole('button', { name: /^New patient/u }).click()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('textbox', { name: 'Address' }).fill('Street, town')
  await page.getByRole('textbox', { name: 'Phone' }).fill('555 0134')
  await page.getByRole('textbox', { name: 'Opening hours' }).fill('Mon–Fri 8:00–18:00')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Fatty liver' }).check()
  await page.getByRole('checkbox', { name: 'Medicine-related liver injury' }).check()
  await page.getByRole('textbox', { name: 'ALT', exact: true }).fill('96')
  await page.getByRole('textbox', { name: 'ALT normal to' }).fill('45')
  await page.getByRole('textbox', { name: 'AST', exact: true }).fill('58')
  await page.getByRole('textbox', { name: 'AST normal to' }).fill('40')
  await page.getByRole('textbox', { name: 'Patient name' }).fill('Patient Name')
  await page.waitForTimeout(1500) // the last picture of the preview
  await page.screenshot({ path: path.join(pictures, 'window.png') })
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
  await app.close()
}

await stopOnError(async () => {
  installPrograms(listMissingForPdfTests())
  buildAppIfChanged()
  mkdirSync(pictures, { recursive: true })
  const electron = await prepareElectron()
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-pictures-'))
  try {
    Object.assign(process.env, electron.environment)
    const sheet = path.join(folder, 'sheet.pdf')
    await useApp(path.join(folder, 'user data'), sheet)
    const picture = path.join(pictures, 'sheet')
    const { status, stderr } = spawnSync('pdftoppm', [
      '-r',
      dotsPerInch,
      '-f',
      '1',
      '-singlefile',
      '-png',
      sheet,
      picture,
    ])
    if (status !== 0) throw new Error(`The sheet could not be drawn as a picture: ${stderr.toString()}`)
    console.log('Wrote docs/pictures/window.png and docs/pictures/sheet.png.')
  } finally {
    electron.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
