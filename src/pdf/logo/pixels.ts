/** A picture on white paper: rows from the top, three bytes a pixel, red, green and blue. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

/** A picture that may be seen through: four bytes a pixel, the last from 0 (clear) to 255. */
export type ClearPixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array }

/** Most pixels a picture is read with: more takes seconds and memory, and prints no better. */
export const mostPixels = 16_000_000
/** Most pixels a logo is kept with, across and down: 400 to the inch in the largest logo of standard print. */
const [widest, highest] = [900, 280]
/** A pixel this light, of 255, cannot be told from paper. */
const paperLight = 250

/** The picture as it looks on paper: what is clear lets the white through. */
export function layOnPaper({ width, height, rgba }: ClearPixels): Pixels {
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    const alpha = (rgba[from + 3] ?? 255) / 255
    for (let part = 0; part < 3; part += 1, to += 1)
      rgb[to] = Math.round((rgba[from + part] ?? 0) * alpha + 255 * (1 - alpha))
  }
  return { width, height, rgb }
}

/** Cuts the blank edges off, so that a logo is as large as it looks. Null when nothing can be seen on paper. */
export function trimPixels({ width, height, rgb }: Pixels): Pixels | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 3) {
      if (Math.min(rgb[at] ?? 255, rgb[at + 1] ?? 255, rgb[at + 2] ?? 255) >= paperLight) continue
      ;[left, right] = [Math.min(left, x), Math.max(right, x)]
      ;[top, bottom] = [Math.min(top, y), y]
    }
  if (right < 0) return null
  const trimmed = { width: right - left + 1, height: bottom - top + 1 }
  const rows = Array.from({ length: trimmed.height }, (_, row) => {
    const start = ((top + row) * width + left) * 3
    return rgb.subarray(start, start + trimmed.width * 3)
  })
  return { ...trimmed, rgb: Buffer.concat(rows) }
}

/** The picture with no more pixels than print well, each the average of those it stands for. */
export function shrinkPixels(pixels: Pixels): Pixels {
  const scale = Math.min(1, widest / pixels.width, highest / pixels.height)
  if (scale === 1) return pixels
  const width = Math.max(1, Math.round(pixels.width * scale))
  const height = Math.max(1, Math.round(pixels.height * scale))
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y += 1) {
    const rows = spread(y, height, pixels.height)
    for (let x = 0; x < width; x += 1, to += 3) averageInto(rgb, to, pixels, spread(x, width, pixels.width), rows)
  }
  return { width, height, rgb }
}

/** The places of `from` that place `index` of `to` stands for, and how much of each lies in it. */
type Spread = readonly { readonly at: number; readonly share: number }[]

function spread(index: number, to: number, from: number): Spread {
  const [start, end] = [(index * from) / to, ((index + 1) * from) / to]
  const first = Math.floor(start)
  return Array.from({ length: Math.min(from, Math.ceil(end)) - first }, (_, step) => {
    const at = first + step
    return { at, share: Math.min(end, at + 1) - Math.max(start, at) }
  })
}

function averageInto(target: Uint8Array, to: number, { width, rgb }: Pixels, columns: Spread, rows: Spread): void {
  let [red, green, blue, weight] = [0, 0, 0, 0]
  for (const row of rows)
    for (const column of columns) {
      const share = row.share * column.share
      const from = (row.at * width + column.at) * 3
      red += (rgb[from] ?? 0) * share
      green += (rgb[from + 1] ?? 0) * share
      blue += (rgb[from + 2] ?? 0) * share
      weight += share
    }
  target[to] = Math.round(red / weight)
  target[to + 1] = Math.round(green / weight)
  target[to + 2] = Math.round(blue / weight)
}

/** The light that the darkest pixel gives back, from 0 to 255 (ITU-R BT.709). */
export function findDarkest({ rgb }: Pixels): number {
  let darkest = 255
  for (let at = 0; at < rgb.length; at += 3)
    darkest = Math.min(darkest, 0.2126 * (rgb[at] ?? 0) + 0.7152 * (rgb[at + 1] ?? 0) + 0.0722 * (rgb[at + 2] ?? 0))
  return darkest
}

/** Whether it has no colour: then it takes a third of the room. */
export function isGrey({ rgb }: Pixels): boolean {
  for (let at = 0; at < rgb.length; at += 3) if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return false
  return true
}
