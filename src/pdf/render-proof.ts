import type { Proof } from '../domain/proof.ts'
import { createCanvas, drawText } from './canvas.ts'
import { usualSpacing } from './compose-pages.ts'
import type { Fonts } from './load-fonts.ts'
import { colors, margins as allMargins, paperSizes, sizes } from './look.ts'
import { openDocument } from './pdf-document.ts'
import { keepWhole, stackPieces, type Piece } from './piece.ts'
import { placePages } from './place-pages.ts'
import { proofRowPiece } from './proof-row.ts'
import { sayPiece } from './say-piece.ts'
import { createTextMemory } from './text-memory.ts'
import { makeRuler, setLines, toSpans, type Setting, type Style } from './setting.ts'

const title: Style = { size: sizes.title, color: colors.ink, weight: 'bold' }
const section: Style = { size: sizes.topic, color: colors.accentText, weight: 'bold' }
const plain: Style = { size: 10, color: colors.ink, weight: 'regular' }
const small: Style = { size: 7.5, color: colors.muted, weight: 'regular' }
const footerHeight = 18

function signingPieces(setting: Setting, { signing }: Proof, width: number): Piece[] {
  const line = '_'.repeat(60)
  return [
    sayPiece(setting, { type: 'H2' }, 'Signature', section, { width, gap: 24 }),
    sayPiece(setting, { type: 'P' }, signing.statement, plain, { width, gap: 6 }),
    ...signing.lines.map((label) => sayPiece(setting, { type: 'P' }, `${label}  ${line}`, plain, { width, gap: 20 })),
  ]
}

function composeProof(setting: Setting, proof: Proof, width: number): Piece {
  return stackPieces(
    [
      sayPiece(setting, { type: 'H1' }, proof.title, title, { width, gap: 0 }),
      ...proof.about.map((line) => sayPiece(setting, { type: 'P' }, line, plain, { width, gap: 3 })),
      ...proof.sections.flatMap(({ heading, rows }) => [
        sayPiece(setting, { type: 'H2' }, heading, section, { width, gap: 16 }),
        ...rows.map((row) => proofRowPiece(setting, row, width)),
      ]),
      keepWhole(stackPieces(signingPieces(setting, proof, width), { gap: 24 })),
    ],
    { gap: 0 },
  )
}

/**
 * Draws a proof on A4 across, with the number of each page. The same inputs give the same bytes.
 * @param date YYYY-MM-DD, the only time the file knows of
 */
export function renderProof(proof: Proof, { fonts, date }: { fonts: Fonts; date: string }): Uint8Array {
  const [height, width] = paperSizes.A4
  const file = openDocument(fonts, { language: proof.language, title: proof.title, date, width, height })
  const setting: Setting = {
    language: proof.language,
    fonts,
    ruler: makeRuler(fonts),
    memory: createTextMemory(),
    scale: 1,
    spacing: usualSpacing,
  }
  const margins = allMargins.standard
  const inner = width - 2 * margins.side
  const room = height - margins.top - margins.bottom - footerHeight
  const pages = placePages(composeProof(setting, proof, inner), () => room)
  const canvas = createCanvas(file, setting.ruler)
  pages.forEach((piece, index) => {
    canvas.addPage()
    piece.draw(canvas, margins.side, margins.top)
    const count = `${proof.title} · ${date} · page ${index + 1} of ${pages.length} · initials ______`
    canvas.artifact('footer', () => {
      const set = setLines(setting, toSpans(setting, [{ text: count }], small), inner)
      drawText(canvas, set, { x: margins.side, y: height - margins.bottom - set.height, width: inner }, 'right')
    })
  })
  return file.end()
}
