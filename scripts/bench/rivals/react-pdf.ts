import path from 'node:path'
import { assertNever } from '../../../src/domain/app-error.ts'
import type { Marker, NumberLine, Text } from '../../../src/domain/sheet.ts'
import { colors, margins, sizes } from '../../../src/pdf/look.ts'
import { loadPackage } from '../load-package.ts'
import { listLabels, toPlainSheet, type PlainBlock, type PlainSheet } from '../plain-sheet.ts'
import type { Rival } from '../rival.ts'

/** What is used of the packages; an element is only handed on. */
type React = { readonly createElement: (type: unknown, props: object | null, ...children: unknown[]) => unknown }
type Parts = Readonly<Record<'Document' | 'Page' | 'View' | 'Text' | 'Svg' | 'Rect' | 'Circle' | 'Line', unknown>>
type ReactPdf = Parts & {
  readonly Font: {
    readonly register: (family: object) => void
    readonly registerHyphenationCallback: (split: (word: string) => string[]) => void
  }
  readonly renderToBuffer: (element: unknown) => Promise<Uint8Array>
}
type Kit = { readonly h: React['createElement']; readonly parts: Parts }

const lineWidth = 300

function drawRuns({ h, parts: { Text } }: Kit, text: Text): unknown[] {
  return text.map((run) => h(Text, { style: { fontWeight: run.strong ? 700 : 400 } }, run.text))
}

function drawMarker({ h, parts: { Svg, Rect, Circle, Line } }: Kit, marker: Marker): unknown {
  const stroke = { stroke: colors.stop, strokeWidth: 1.8 }
  const shapes = {
    check: () => [h(Rect, { x: 0.5, y: 0.5, width: 9, height: 9, stroke: colors.ink, fill: colors.paper })],
    cross: () => [
      h(Line, { x1: 1, y1: 1, x2: 9, y2: 9, ...stroke }),
      h(Line, { x1: 9, y1: 1, x2: 1, y2: 9, ...stroke }),
    ],
    bullet: () => [h(Circle, { cx: 5, cy: 5, r: 2.3, fill: colors.accent })],
  }
  return h(Svg, { width: 10, height: 10, style: { marginRight: 6, marginTop: 4 } }, ...shapes[marker]())
}

function drawNumberLine({ h, parts: { View, Text, Svg, Rect, Circle } }: Kit, line: NumberLine): unknown {
  const at = (value: number) => (Math.min(value, line.end) / line.end) * lineWidth
  const labels = listLabels(line).map((label) => h(Text, { style: { fontSize: sizes.small } }, label))
  return h(
    View,
    null,
    h(
      Svg,
      { width: lineWidth, height: 14 },
      h(Rect, { x: 0, y: 2, width: lineWidth, height: 9, rx: 4.5, fill: colors.track }),
      h(Rect, { x: 0, y: 2, width: at(line.upperLimit), height: 9, rx: 4.5, fill: colors.normal }),
      h(Circle, { cx: at(line.value), cy: 6.5, r: 6, fill: colors.accent }),
    ),
    h(View, { style: { flexDirection: 'row', justifyContent: 'space-between', width: lineWidth } }, ...labels),
  )
}

function drawBlock(kit: Kit, block: PlainBlock): unknown {
  const { h, parts } = kit
  switch (block.kind) {
    case 'text':
      return h(parts.Text, { style: { fontSize: block.size, color: block.color } }, ...drawRuns(kit, block.text))
    case 'list': {
      const items = block.items.map(({ marker, text }) =>
        h(
          parts.View,
          { style: { flexDirection: 'row', width: `${100 / block.columns}%` } },
          drawMarker(kit, marker),
          h(parts.Text, { style: { flex: 1 } }, ...drawRuns(kit, text)),
        ),
      )
      return h(parts.View, { style: { flexDirection: 'row', flexWrap: 'wrap' } }, ...items)
    }
    case 'result': {
      const words = block.words.map((each) => drawBlock(kit, each))
      return h(parts.View, null, ...words, block.line ? drawNumberLine(kit, block.line) : null)
    }
    default:
      return assertNever(block)
  }
}

function drawPage(kit: Kit, { language, title, head, sections, foot }: PlainSheet): unknown {
  const { h, parts } = kit
  const { Document, Page, View, Text } = parts
  const fontFamily = language === 'zh-CN' ? 'Chinese' : 'Main'
  const column = (texts: readonly Text[], textAlign: string) =>
    h(View, { style: { width: '50%', textAlign } }, ...texts.map((text) => h(Text, null, ...drawRuns(kit, text))))
  const countPage = ({ pageNumber, totalPages }: { readonly pageNumber: number; readonly totalPages: number }) =>
    foot.page.replace('{page}', String(pageNumber)).replace('{pages}', String(totalPages))
  const body = sections.map(({ box, blocks }) => {
    const style = box ? { backgroundColor: box.fill, border: `1pt solid ${box.border}`, padding: 9 } : {}
    return h(View, { style: { ...style, marginBottom: 6 } }, ...blocks.map((block) => drawBlock(kit, block)))
  })
  const small = { fontSize: sizes.small, color: colors.muted }
  return h(
    Document,
    { title, language },
    h(
      Page,
      { size: 'A4', style: { fontFamily, fontSize: sizes.text, padding: margins.standard.side, paddingBottom: 56 } },
      h(View, { style: { flexDirection: 'row' } }, column(head.left, 'left'), column(head.right, 'right')),
      ...body,
      h(
        Text,
        { fixed: true, style: { ...small, position: 'absolute', bottom: 36, left: 36 } },
        `${foot.notice} · ${foot.left}`,
      ),
      h(Text, { fixed: true, style: { ...small, position: 'absolute', bottom: 36, right: 36 }, render: countPage }),
    ),
  )
}

/** @react-pdf/renderer. */
export const reactPdf: Rival = {
  name: '@react-pdf/renderer',
  isSlow: true,
  open: async (fonts) => {
    const react = loadPackage('react') as React // reason: its public API
    const pdf = loadPackage('@react-pdf/renderer') as ReactPdf // reason: its public API
    const register = (family: string, file: string) =>
      pdf.Font.register({
        family,
        fonts: [
          { src: path.join(fonts, `${file}-Regular.ttf`), fontWeight: 400 },
          { src: path.join(fonts, `${file}-Bold.ttf`), fontWeight: 700 },
        ],
      })
    register('Main', 'NotoSans')
    register('Chinese', 'NotoSansSC')
    // Words stay whole; it knows no other place for a Chinese line to break than between parts of a word.
    pdf.Font.registerHyphenationCallback((word) => (/[\u3000-\u9fff]/u.test(word) ? Array.from(word) : [word]))
    const kit: Kit = { h: react.createElement, parts: pdf }
    return {
      draw: async ({ sheet }) => pdf.renderToBuffer(drawPage(kit, toPlainSheet(sheet))),
      close: async () => {},
    }
  },
}
