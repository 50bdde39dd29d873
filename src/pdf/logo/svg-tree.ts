import { tell, type Message } from '../../domain/message.ts'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { AppError } from '../../domain/app-error.ts'
import { refuseLogo } from '../../domain/logo.ts'

/** An element of an SVG. */
export type SvgElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly SvgElement[]
  /** the text in it, which only a style sheet has of use */
  readonly text: string
}

const svgSpace = 'http://www.w3.org/2000/svg'
const mostElements = 5000
const deepest = 60

/** For an SVG that cannot be drawn as it is meant. @param what it has, after "this SVG" */
export function refuseSvg(what: Message): AppError {
  return refuseLogo(tell('logo-svg', { what }))
}
const unreadable = () => refuseSvg(tell('svg-damaged'))
export const tooMuch = () => refuseSvg(tell('svg-too-much'))

/** Elements that do something, or bring something else in: nowhere in a file, in whatever namespace. */
const active: Readonly<Record<string, Message>> = {
  script: tell('svg-script'),
  handler: tell('svg-script'),
  listener: tell('svg-script'),
  foreignobject: tell('svg-page'),
  iframe: tell('svg-page'),
  object: tell('svg-page'),
  embed: tell('svg-page'),
  audio: tell('svg-sound'),
  video: tell('svg-film'),
  animate: tell('svg-moves'),
  animatecolor: tell('svg-moves'),
  animatemotion: tell('svg-moves'),
  animatetransform: tell('svg-moves'),
  set: tell('svg-moves'),
}

const refersElsewhere = tell('svg-elsewhere')
/** A link to anything but a part of the same file. */
const outwardLink = /url\(\s*(?!["']?#)/iu

function refuseAttribute(name: string, value: string): void {
  const local = name.replace(/^.*:/u, '').toLowerCase()
  if (local.startsWith('on')) throw refuseSvg(tell('svg-script'))
  if (local === 'href' && !value.trim().startsWith('#')) throw refuseSvg(refersElsewhere)
  if (local === 'src' || name === 'xml:base' || outwardLink.test(value)) throw refuseSvg(refersElsewhere)
}

function readAttributes(tag: SaxesTagNS): Map<string, string> {
  return new Map(
    Object.values(tag.attributes).flatMap(({ name, local, uri, value }) => {
      if (uri === 'http://www.w3.org/2000/xmlns/') return []
      refuseAttribute(name, value)
      // xlink:href is the older name of href; other foreign attributes are notes of the program that drew it
      return uri === '' || local === 'href' ? [[local, value] as const] : []
    }),
  )
}

/**
 * Reads an SVG into its elements; what other programs noted in it under names of their own is left out.
 * @throws AppError bad-input for XML that is not sound, for a DOCTYPE or an entity, and for whatever acts or leads elsewhere
 */
export function parseSvg(source: string): SvgElement {
  const parser = new SaxesParser({ xmlns: true, position: false })
  type Open = { name: string; attributes: Map<string, string>; children: SvgElement[]; text: string }
  const open: Open[] = []
  let [root, count, foreign]: [SvgElement | null, number, number] = [null, 0, 0]

  parser.on('error', () => {
    throw unreadable()
  })
  parser.on('doctype', () => {
    throw refuseSvg(tell('svg-doctype'))
  })
  parser.on('processinginstruction', () => {
    throw refuseSvg(refersElsewhere)
  })
  parser.on('opentag', (tag) => {
    const why = active[tag.local.toLowerCase()]
    if (why !== undefined) throw refuseSvg(why)
    const attributes = readAttributes(tag)
    count += 1
    if (count > mostElements || open.length + foreign >= deepest) throw tooMuch()
    if (foreign > 0 || tag.uri !== svgSpace) foreign += 1
    else open.push({ name: tag.local, attributes, children: [], text: '' })
  })
  const addText = (text: string) => {
    const last = open.at(-1)
    if (last && foreign === 0) last.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (foreign > 0) {
      foreign -= 1
      return
    }
    const closed = open.pop()
    if (!closed) return
    const parent = open.at(-1)
    if (parent) parent.children.push(closed)
    else root ??= closed
  })
  parser.write(source).close()
  if (root === null || (root as SvgElement).name !== 'svg') throw unreadable()
  return root
}
