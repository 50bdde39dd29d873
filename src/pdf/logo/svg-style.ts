import { tell } from '../../domain/message.ts'
import { refuseSvg, type SvgElement } from './svg-tree.ts'

/** The properties of an element, from its style sheet, its attributes and what it is in (SVG 1.1, 6). */
export type SvgStyle = ReadonlyMap<string, string>

const inherited = new Set([
  'fill',
  'fill-rule',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'stroke-dashoffset',
  'clip-rule',
  'color',
  'visibility',
])
const own = new Set(['opacity', 'clip-path', 'display', 'stop-color', 'stop-opacity'])

/** What would change the picture in a way that is not drawn here, and the values that change nothing. */
const undrawn: Readonly<Record<string, readonly string[]>> = {
  mask: ['none'],
  filter: ['none'],
  marker: ['none'],
  'marker-start': ['none'],
  'marker-mid': ['none'],
  'marker-end': ['none'],
  'mix-blend-mode': ['normal'],
  'paint-order': ['normal'],
  'vector-effect': ['none'],
}

type Declaration = readonly [name: string, value: string]
/** One rule of a style sheet: an element name, classes and an id that must all fit; '' for any. */
type Rule = {
  readonly element: string
  readonly classes: readonly string[]
  readonly id: string
  readonly declarations: readonly Declaration[]
}
/** The rules of a file, those that outrank others last. */
export type StyleSheet = readonly Rule[]

function parseDeclarations(text: string): Declaration[] {
  return text.split(';').flatMap((part) => {
    const colon = part.indexOf(':')
    if (colon === -1) return []
    const value = part.slice(colon + 1).replace(/!\s*important/iu, '')
    return [[part.slice(0, colon).trim().toLowerCase(), value.trim()] as const]
  })
}

const selectorShape = /^(?<element>[a-z]\w*|\*)?(?<classes>(?:\.[\w-]+)*)(?:#(?<id>[\w-]+))?$/iu

function parseSelector(selector: string): Omit<Rule, 'declarations'> {
  const groups = selectorShape.exec(selector.trim())?.groups
  if (!groups || selector.trim() === '') throw refuseSvg(tell('svg-styles'))
  const { element = '', classes = '', id = '' } = groups
  return { element: element === '*' ? '' : element, classes: classes.split('.').slice(1), id }
}

const rank = ({ id, classes, element }: Rule): number =>
  (id === '' ? 0 : 10_000) + classes.length * 100 + (element === '' ? 0 : 1)

function parseSheet(text: string): Rule[] {
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').trim()
  if (plain.includes('@')) throw refuseSvg(tell('svg-styles'))
  const blocks = plain.split('}')
  if (blocks.pop()?.trim() !== '') throw refuseSvg(tell('svg-styles'))
  return blocks.flatMap((block) => {
    const [selectors = '', body = ''] = block.split('{')
    return selectors.split(',').map((each) => ({ ...parseSelector(each), declarations: parseDeclarations(body) }))
  })
}

function listSheets(element: SvgElement): string[] {
  return element.name === 'style' ? [element.text] : element.children.flatMap(listSheets)
}

/** The rules of all style sheets in a file. @throws AppError bad-input for more than simple selectors */
export function readStyleSheet(root: SvgElement): StyleSheet {
  const rules = listSheets(root).flatMap(parseSheet)
  return rules.toSorted((a, b) => rank(a) - rank(b))
}

function fits({ element, classes, id }: Rule, { name, attributes }: SvgElement): boolean {
  const has = attributes.get('class')?.split(/\s+/u) ?? []
  return (
    (element === '' || element === name) &&
    (id === '' || id === attributes.get('id')) &&
    classes.every((each) => has.includes(each))
  )
}

function refuseUndrawn([name, value]: Declaration): void {
  const harmless = undrawn[name]
  if (harmless && !harmless.includes(value) && value !== 'initial') throw refuseSvg(tell('svg-effects', { name }))
  if (name === 'transform') throw refuseSvg(tell('svg-styles'))
}

/** The style of an element within one of style `parent`. @throws AppError bad-input for effects that are not drawn here */
export function resolveStyle(element: SvgElement, parent: SvgStyle, sheet: StyleSheet): SvgStyle {
  const attributes = [...element.attributes].filter(([name]) => name !== 'transform')
  const sheets = sheet.filter((rule) => fits(rule, element)).flatMap(({ declarations }) => declarations)
  const all = [...attributes, ...sheets, ...parseDeclarations(element.attributes.get('style') ?? '')]
  const style = new Map([...parent].filter(([name]) => inherited.has(name)))
  for (const declaration of all) {
    const [name, value] = declaration
    refuseUndrawn(declaration)
    if (!inherited.has(name) && !own.has(name)) continue
    if (value !== 'inherit') style.set(name, value)
    else if (parent.has(name)) style.set(name, parent.get(name) ?? '')
  }
  return style
}
