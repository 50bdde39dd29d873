/** What a JPEG says about itself (ITU-T T.81, annex B). */
export type JpegHeader = {
  readonly width: number
  readonly height: number
  /** bits of a sample; 8 in every picture made to be looked at */
  readonly precision: number
  readonly components: number
  /** how often it goes over the picture: about ten times in a progressive one */
  readonly scans: number
  /** how a camera was held, 1 to 8 (Exif 2.3, 4.6.4, tag 274) */
  readonly orientation: number
}

type Segment = { readonly marker: number; readonly data: Buffer }

/** The segments before the picture itself, and where that begins. */
function listSegments(file: Buffer): { readonly segments: readonly Segment[]; readonly end: number } {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1 // a filler
      continue
    }
    const length = file.readUInt16BE(at + 2)
    segments.push({ marker, data: file.subarray(at + 4, at + 2 + length) })
    at += 2 + length
    if (marker === startOfScan) break
  }
  return { segments, end: at }
}

const startOfScan = 0xda
const endOfImage = 0xd9
const exif = 0xe1
/** Frames: C0 to CF, but for three other tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function readOrientation(data: Buffer): number {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 16) return 1
  const tiff = data.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return 1
  const count = read16(start)
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12
    if (at + 12 > tiff.length) return 1
    if (read16(at) === 274) return read16(at + 8)
  }
  return 1
}

/** How often a marker stands in the picture itself, where nothing else can look like one but by a rare chance. */
function countMarkers(file: Buffer, from: number, marker: number): number {
  const mark = Buffer.from([0xff, marker])
  let count = 0
  for (let at = file.indexOf(mark, from); at !== -1; at = file.indexOf(mark, at + 2)) count += 1
  return count
}

/** Reads the head of a JPEG; null for one that has none or was cut off. */
export function readJpegHeader(file: Buffer): JpegHeader | null {
  const { segments, end } = listSegments(file)
  const frame = segments.find(({ marker }) => isFrame(marker))?.data
  if (!frame || frame.length < 6 || segments.at(-1)?.marker !== startOfScan) return null
  if (countMarkers(file, end, endOfImage) === 0) return null
  const about = segments.find(({ marker }) => marker === exif)?.data
  return {
    precision: frame.readUInt8(0),
    height: frame.readUInt16BE(1),
    width: frame.readUInt16BE(3),
    components: frame.readUInt8(5),
    scans: 1 + countMarkers(file, end, startOfScan),
    orientation: about ? readOrientation(about) : 1,
  }
}
