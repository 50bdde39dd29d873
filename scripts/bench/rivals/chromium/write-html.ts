import { assertNever } from '../../../../src/domain/app-error.ts'
import type { Marker, NumberLine, Text } from '../../../../src/domain/sheet.ts'
import { colors, sizes } from '../../../../src/pdf/look.ts'
import { escapeXml } from '../../../../src/pdf/xmp.ts'
import { listLabels, type PlainBlock, type PlainSection, type PlainSheet } from '../../plain-sheet.ts'

const writeText = (text: Text): string =>
  text.map((run) => (run.strong ? `<b>${escapeXml(run.text)}</b>` : escapeXml(run.text))).join('')

const markers: Record<Marker, string> = {
  check: `<rect x="1" y="1" width="9" height="9" rx="1.5" fill="none" stroke="${colors.ink}"/>`,
  cross: `<path d="M1 1L9 9M9 1L1 9" stroke="${colors.stop}" stroke-width="1.8"/>`,
  bullet: `<circle cx="5" cy="5" r="2.3" fill="${colors.accent}"/>`,
}

function writeNumberLine(line: NumberLine): string {
  const at = (value: number) => Math.round((Math.min(value, line.end) / line.end) * 300)
  const labels = listLabels(line).map((label) => `<span>${escapeXml(label)}</span>`)
  return `<svg width="300" height="14" role="img" aria-label="${escapeXml(line.alternative)}">
    <rect y="2" width="300" height="9" rx="4.5" fill="${colors.track}"/>
    <rect y="2" width="${at(line.upperLimit)}" height="9" rx="4.5" fill="${colors.normal}"/>
    <circle cx="${at(line.value)}" cy="6.5" r="6" fill="${colors.accent}"/></svg>
    <div class="labels">${labels.join('')}</div>`
}

function writeBlock(block: PlainBlock): string {
  switch (block.kind) {
    case 'text': {
      const tag = block.level === 0 ? 'p' : `h${block.level}`
      return `<${tag} style="font-size:${block.size}pt;color:${block.color}">${writeText(block.text)}</${tag}>`
    }
    case 'list': {
      const items = block.items.map(
        ({ marker, text }) => `<li><svg width="10" height="10">${markers[marker]}</svg>${writeText(text)}</li>`,
      )
      return `<ul style="columns:${block.columns}">${items.join('')}</ul>`
    }
    case 'result':
      return block.words.map(writeBlock).join('') + (block.line ? writeNumberLine(block.line) : '')
    default:
      return assertNever(block)
  }
}

function writeSection({ box, blocks }: PlainSection): string {
  const look = box ? ` class="box" style="background:${box.fill};border:1pt solid ${box.border}"` : ''
  return `<section${look}>${blocks.map(writeBlock).join('')}</section>`
}

/** What changes from sheet to sheet: the inside of the body. */
export function writeBody({ head, sections }: PlainSheet): string {
  const lines = (texts: readonly Text[]) => texts.map((text) => `<div>${writeText(text)}</div>`).join('')
  return `<header><div>${lines(head.left)}</div><div>${lines(head.right)}</div></header>
    ${sections.map(writeSection).join('')}`
}

/** The foot of every page. It is a document of its own, which no font of a file reaches: it is set in the machine's. */
export function writeFooter({ foot }: PlainSheet): string {
  const page = escapeXml(foot.page)
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>')
  return `<div style="display:flex;justify-content:space-between;width:100%;margin:0 0.5in;font-size:${sizes.small}pt">
    <span>${escapeXml(foot.notice)} · ${escapeXml(foot.left)}</span><span>${page}</span></div>`
}

/** The page without words, as the window opens it. `addressOf` gives where a font file is. */
export function writePage(addressOf: (file: string) => string): string {
  const face = (family: string, file: string, weight: number) =>
    `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${addressOf(file)}") }`
  return `<!doctype html><meta charset="utf-8"><style>
    ${face('Main', 'NotoSans-Regular.ttf', 400)} ${face('Main', 'NotoSans-Bold.ttf', 700)}
    ${face('Chinese', 'NotoSansSC-Regular.ttf', 400)} ${face('Chinese', 'NotoSansSC-Bold.ttf', 700)}
    body { font: ${sizes.text}pt/1.3 Main, Chinese; color: ${colors.ink}; margin: 0 }
    header, .labels { display: flex; justify-content: space-between }
    .labels { width: 300px; font-size: ${sizes.small}pt }
    h1, h2, h3, p, ul { margin: 0; padding: 0 }
    .box { border-radius: 5pt; padding: 6pt 9pt; margin: 6pt 0; break-inside: avoid }
    li { list-style: none; padding-left: 15pt; text-indent: -15pt; break-inside: avoid }
    li svg { margin-right: 5pt }
  </style><body></body>`
}
