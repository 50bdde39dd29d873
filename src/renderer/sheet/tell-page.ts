import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { findGap, joinLines, type Written } from './join-lines.ts'

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
type Branch = Tree['children'][number]

// The window has headings of its own, down to the third level.
const levels: Readonly<Record<string, number>> = { H1: 4, H2: 5, H3: 6 }
const elements: Readonly<Record<string, string>> = { L: 'ul', LI: 'li', P: 'p', Lbl: 'span', LBody: 'span' }

/** What is written under each mark of a page, by the name the structure calls it. */
async function readMarks(page: PDFPageProxy): Promise<ReadonlyMap<string, readonly Written[]>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const marks = new Map<string, readonly Written[]>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const mark = open.at(-1) ?? ''
      if (item.str !== '')
        marks.set(mark, [...(marks.get(mark) ?? []), { text: item.str, y: Number(item.transform[5]) }])
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id)
  }
  return marks
}

function createElement(role: string): HTMLElement {
  const level = levels[role]
  const element = document.createElement(elements[role] ?? 'div')
  if (level === undefined) return element
  element.setAttribute('role', 'heading')
  element.ariaLevel = String(level)
  return element
}

function findWritten(branch: Branch | undefined, marks: ReadonlyMap<string, readonly Written[]>): readonly Written[] {
  return (branch !== undefined && 'id' in branch && marks.get(branch.id)) || []
}

/** @param before what stands before it in the same paragraph */
function tell(branch: Branch, before: Branch | undefined, marks: ReadonlyMap<string, readonly Written[]>): Node {
  if (!('role' in branch)) {
    const written = findWritten(branch, marks)
    const gap = findGap(findWritten(before, marks).at(-1), written[0])
    return document.createTextNode(gap + joinLines(written))
  }
  const element = createElement(branch.role)
  if ('lang' in branch && typeof branch.lang === 'string') element.lang = branch.lang
  if ('alt' in branch && typeof branch.alt === 'string') {
    element.setAttribute('role', 'img')
    element.ariaLabel = branch.alt
  } else element.append(...branch.children.map((child, index) => tell(child, branch.children[index - 1], marks)))
  return element
}

/** A page as a screen reader follows it: its headings, lists and pictures in the order of the PDF's own structure. */
export async function tellPage(page: PDFPageProxy, language: string): Promise<HTMLElement> {
  const [tree, marks] = await Promise.all([page.getStructTree(), readMarks(page)])
  const told = document.createElement('div')
  told.className = 'told-page'
  told.lang = language
  if (tree) told.append(...tree.children.map((child) => tell(child, undefined, marks)))
  return told
}
