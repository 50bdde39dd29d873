import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { projectFolder } from '../project-folder.ts'

/** The sizes of the freedesktop icon theme, in pixels. */
export const iconSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512] as const

const readDrawing = (name: string): string =>
  readFileSync(path.join(projectFolder, 'resources/icons', `${name}.svg`), 'utf8')

/** An icon of resources/icons as PNG. @param size width and height in pixels */
export async function drawIcon(name: string, size: number): Promise<Buffer> {
  const drawing = readDrawing(name).replace('width="512" height="512"', `width="${size}" height="${size}"`)
  const image = await loadImage(Buffer.from(drawing))
  const canvas = createCanvas(size, size)
  canvas.getContext('2d').drawImage(image, 0, 0, size, size)
  return canvas.toBuffer('image/png')
}

/** Writes an icon in all sizes, and as it was drawn, where a Linux desktop looks. @param theme the folder `hicolor` @param kind `apps` or `mimetypes` */
export async function writeIcons(theme: string, kind: string, name: string, as: string): Promise<void> {
  for (const size of iconSizes) {
    const folder = path.join(theme, `${size}x${size}`, kind)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, `${as}.png`), await drawIcon(name, size))
  }
  const folder = path.join(theme, 'scalable', kind)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${as}.svg`), readDrawing(name))
}
