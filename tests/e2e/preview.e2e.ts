import { expect, findPreview, seePreviewChange, test, type Page } from './app.fixture.ts'

/** Makes the screen one with so many pixels to a CSS pixel, as when the window is taken to another. */
async function changeScreen(page: Page, pixels: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    width: 0,
    height: 0,
    deviceScaleFactor: pixels,
    mobile: false,
  })
}

/** Pixels of each page's picture to a pixel of the screen it stands on, across and down. */
function listSharpness(page: Page): Promise<number[]> {
  return findPreview(page)
    .locator('canvas')
    .evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const { width, height } = picture.getBoundingClientRect()
        if (!(picture instanceof HTMLCanvasElement)) return []
        return [picture.width / width / devicePixelRatio, picture.height / height / devicePixelRatio]
      }),
    )
}

async function expectSharp(page: Page, pages: number): Promise<void> {
  const oneToOne = Array.from({ length: pages * 2 }, () => expect.closeTo(1, 4))
  await expect.poll(() => listSharpness(page)).toEqual(oneToOne)
}

const readWidth = (page: Page) =>
  findPreview(page)
    .locator('canvas')
    .first()
    .evaluate((picture) => Math.round(picture.getBoundingClientRect().width))

test('every page has a pixel for each of the screen, on any screen and at any size', async ({ app, page }) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  const pages = Number(await findPreview(page).getAttribute('data-pages'))
  expect(pages).toBeGreaterThan(1)
  const zoomWindow = (factor: number) =>
    app.evaluate(
      ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(given),
      factor,
    )
  for (const pixels of [1, 2, 1.5]) {
    await changeScreen(page, pixels)
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(pixels)
    await expectSharp(page, pages)
    for (const size of ['Larger', 'Larger', 'Smaller']) {
      const before = await readWidth(page)
      await page.getByRole('button', { name: size, exact: true }).click()
      await expect.poll(() => readWidth(page)).not.toBe(before)
      await expectSharp(page, pages)
    }
    await page.getByRole('button', { name: /fit/iu }).click()
  }
  await page.getByRole('button', { name: 'Larger', exact: true }).click()
  for (const factor of [1.2, 1]) {
    await zoomWindow(factor)
    await expectSharp(page, pages)
  }
})

/** What one frame of the window showed of page 1. */
type Frame = {
  readonly version: string | undefined
  /** the size of its picture in pixels; empty where there is none */
  readonly size: string
  /** pixels in its middle that are not white */
  readonly ink: number
  /** changes with any pixel of its middle */
  readonly print: number
}

/** Presses keys in quick turn, and looks at what each frame shows from the first of them until all has long been drawn. */
function watchFrames(page: Page, keys: readonly string[]): Promise<Frame[]> {
  return page.evaluate(async (pressed) => {
    const frames: Frame[] = []
    let isWatching = true
    const look = () => {
      const place = document.querySelector<HTMLElement>('[data-testid="preview"]')
      const picture = place?.querySelector('canvas')
      const [width, height] = [picture?.width ?? 0, picture?.height ?? 0]
      const middle = { x: width / 4, y: height / 4, width: width / 2, height: height / 2 }
      const { data } = (width > 0 &&
        picture?.getContext('2d')?.getImageData(middle.x, middle.y, middle.width, middle.height)) || {
        data: new Uint8ClampedArray(),
      }
      let [ink, print] = [0, 0]
      for (const pixel of new Uint32Array(data.buffer)) {
        if (pixel !== 0xff_ff_ff_ff) ink += 1
        print = (Math.imul(print, 31) + pixel) | 0
      }
      frames.push({ version: place?.dataset['version'], size: picture ? `${width} × ${height}` : '', ink, print })
      if (isWatching) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    for (const key of pressed) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await new Promise((goOn) => setTimeout(goOn, 60))
    }
    await new Promise((goOn) => setTimeout(goOn, 1500))
    isWatching = false
    return frames
  }, keys)
}

test('while causes are ticked in quick turn every frame shows a whole sheet, the one before until the next stands', async ({
  page,
}) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  const frames = await watchFrames(page, ['1', '2', '3', '4', '6', '7', '8', '9', '1', '2'])
  const versions = new Map(frames.map(({ version, print }) => [version, print]))
  expect(versions.size).toBeGreaterThan(1) // a slow machine leaves some out
  expect(new Set(frames.map(({ size }) => size)).size).toBe(1)
  expect(Math.min(...frames.map(({ ink }) => ink))).toBeGreaterThan(100)
  // No frame shows a picture that is not that of its version, whole.
  expect(frames.filter(({ version, print }) => versions.get(version) !== print)).toEqual([])
  expect(new Set(versions.values()).size).toBe(versions.size)
})

test('a sheet that was left alone, and its reading given back, is drawn at another size and followed by the next', async ({
  page,
}) => {
  const renewed = page.waitForEvent('worker', { timeout: 60_000 })
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await renewed
  const [pages, before] = [Number(await findPreview(page).getAttribute('data-pages')), await readWidth(page)]
  await page.getByRole('button', { name: 'Larger', exact: true }).click()
  await expect.poll(() => readWidth(page)).not.toBe(before)
  await expectSharp(page, pages)
  await seePreviewChange(page, () => page.keyboard.press('6'))
  await expect(page.getByText('The preview could not be drawn.')).toHaveCount(0)
})

test('the window tidies its memory, twice, once no sheet was drawn for a while, and draws again after it', async ({
  page,
}) => {
  await seePreviewChange(page, () => page.keyboard.press('5'))
  await page.evaluate(() => {
    const tidy: unknown = Reflect.get(window, 'gc')
    if (typeof tidy !== 'function') throw new Error('The page cannot tidy its memory.')
    Reflect.set(window, 'tidied', 0)
    Reflect.set(window, 'gc', () => {
      Reflect.set(window, 'tidied', Number(Reflect.get(window, 'tidied')) + 1)
      Reflect.apply(tidy, window, [])
    })
  })
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'tidied')), { timeout: 30_000 }).toBe(2)
  await seePreviewChange(page, () => page.keyboard.press('6'))
})

test('a screen reader hears the lines of a paragraph with a space between them', async ({ page }) => {
  await expect(page.locator('.told-page').first()).toContainText(
    '(the enzymes ALT and AST) into the blood. Many things',
  )
})
