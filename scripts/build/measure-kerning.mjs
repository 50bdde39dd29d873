// Writes how much nearer two letters of a font stand than their widths say: measure-kerning <font.ttf> <out.txt>.
// A line a pair, such as "AV -40", in font units. Shaping a text to find this out costs more than drawing a sheet, so
// it is done once, while building.
import { readFileSync, writeFileSync } from 'node:fs'
import { create } from 'fontkit'

/** Letters and signs of western Europe without the space, and the quotation marks: of these pairs are made. */
const letters = [...range(0x21, 0x7e), ...range(0xa1, 0xff), ...Array.from('‘’“”–—…')].filter(
  (letter) => letter !== '\u00ad',
)

const [fontFile = '', target = ''] = process.argv.slice(2)
const font = create(readFileSync(fontFile))
if ('fonts' in font) throw new Error(`${fontFile} is a collection, not a font`)
const lines = letters.flatMap((first) =>
  letters.flatMap((second) => {
    const { glyphs, positions } = font.layout(first + second, { liga: false })
    const kern = (positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0)
    return kern === 0 ? [] : [`${first}${second} ${kern}`]
  }),
)
writeFileSync(target, lines.join('\n'))

/**
 * @param {number} first
 * @param {number} last
 */
function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
}
