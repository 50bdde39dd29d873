import { inflateSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { cleanLogo, openLogo } from '../../../src/pdf/logo/read-logo.ts'
import type { XObject } from '../../../src/pdf/logo/x-object.ts'
import { makeSvg, refusal } from './samples.ts'

/** A dark square, so that nothing else is missing. */
const square = '<rect width="100" height="100"/>'
const open = (inside: string, attributes?: string): XObject => openLogo(cleanLogo(makeSvg(inside, attributes))).object
/** The operators of a drawing, a line each. */
const draw = (inside: string, attributes?: string): string[] =>
  inflateSync(open(inside, attributes).packed).toString().split('\n')
/** What is drawn of the last shape: from its place on. */
const drawLast = (inside: string): string[] => {
  const lines = draw(square + inside)
  return lines.slice(lines.lastIndexOf('q') + 1, -1)
}

describe('an SVG', () => {
  test.each([
    ['<rect x="1" y="2" width="3" height="4"/>', ['1 2 m', '4 2 l', '4 6 l', '1 6 l', 'h']],
    ['<line x1="1" y1="2" x2="3" y2="4" stroke="#000"/>', ['1 2 m', '3 4 l']],
    ['<polygon points="1,2 3,4 5-6"/>', ['1 2 m', '3 4 l', '5 -6 l', 'h']],
    ['<polyline points="1 2 3 4 5"/>', ['1 2 m', '3 4 l']],
    ['<path d="M1 2h3v4H2V1L9 9z"/>', ['1 2 m', '4 2 l', '4 6 l', '2 6 l', '2 1 l', '9 9 l', 'h']],
    ['<path d="M0 0q3 0 3 3t3 3"/>', ['0 0 m', '2 0 3 1 3 3 c', '3 5 4 6 6 6 c']],
    ['<path d="m1 1c1 0 2 1 2 2s1 2 2 2"/>', ['1 1 m', '2 1 3 2 3 3 c', '3 4 4 5 5 5 c']],
  ])('%s is traced as it is', (shape, steps) => {
    const lines = drawLast(shape)
    expect(lines.filter((line) => /[mlch]$/u.test(line) && !line.endsWith('cm'))).toEqual(steps)
  })

  it('draws circles, ellipses, round corners and arcs as curves', () => {
    const count = (shape: string) => drawLast(shape).filter((line) => line.endsWith(' c')).length
    expect(count('<circle cx="50" cy="50" r="9"/>')).toBe(4)
    expect(count('<ellipse cx="50" cy="50" rx="9" ry="3"/>')).toBe(4)
    expect(count('<rect x="1" y="1" width="50" height="50" rx="4"/>')).toBe(4)
    expect(count('<path d="M10 10a9 9 0 01.5.5"/>')).toBeGreaterThan(0)
  })

  it('is filled and drawn in the colours it names, of attributes, styles and style sheets', () => {
    const sheet = '<style>/* a */ .ink{fill:#00f;stroke:none} rect.ink{fill:#0f0 !important} #one{stroke:red}</style>'
    expect(drawLast('<rect width="9" height="9" fill="#ff8000"/>')).toContain('1 0.501961 0 rg')
    expect(drawLast('<rect width="9" height="9" style="fill: rgb(255, 0, 0)"/>')).toContain('1 0 0 rg')
    expect(drawLast('<g color="navy"><rect width="9" height="9" fill="currentColor"/></g>')).toContain(
      '0 0 0.501961 rg',
    )
    const styled = drawLast(`${sheet}<rect id="one" class="a ink" width="9" height="9" fill="black" stroke="black"/>`)
    expect(styled).toEqual(expect.arrayContaining(['0 1 0 rg', '1 0 0 RG', 'B']))
  })

  it('has lines as thick, dashed and joined as they are, and none without width', () => {
    const line = drawLast(
      '<path d="M1 1h9" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="3,1" stroke-dashoffset="1"/>',
    )
    expect(line).toEqual(expect.arrayContaining(['2 w', '1 J', '2 j', '4 M', '[3 1] 1 d', 'S']))
    expect(draw(`${square}<path d="M1 1h9" fill="none" stroke="#000" stroke-width="0"/>`)).toEqual(draw(square))
  })

  it('stands where its transforms put it: the last of a list first, the outer one last', () => {
    const place = (inside: string) => drawLast(inside).find((line) => line.endsWith('cm'))
    // 100 units of the picture are 1,000 of the PDF.
    expect(place('<rect transform="translate(5 6) scale(2)" width="1" height="1"/>')).toBe('20 0 0 20 50 60 cm')
    expect(place('<g transform="scale(2)"><rect transform="translate(5,6)" width="1" height="1"/></g>')).toBe(
      '20 0 0 20 100 120 cm',
    )
    expect(place('<rect transform="rotate(90 10 10)" width="1" height="1"/>')).toBe('0 10 -10 0 200 0 cm')
    expect(place('<rect transform="matrix(1 2 3 4 5 6)" width="1" height="1"/>')).toBe('10 20 30 40 50 60 cm')
  })

  it('is cut to what can be seen, of any viewBox, and has its shape', () => {
    const ratio = (inside: string, attributes?: string) => openLogo(cleanLogo(makeSvg(inside, attributes))).ratio
    expect(ratio('<rect x="-40" y="10" width="20" height="10"/>', 'viewBox="-50 0 100 100"')).toBeCloseTo(2, 5)
    expect(ratio('<rect width="500" height="500"/>', 'width="40px" height="10px"')).toBeCloseTo(4, 5)
    expect(ratio(`<rect width="100%" height="100%" fill="white"/><rect x="9" width="20" height="40"/>`)).toBeCloseTo(
      0.5,
      5,
    )
    expect(ratio('<path d="M20 50h40" stroke-width="20" stroke="#000"/>')).toBeCloseTo(2, 5)
  })

  it('draws what it uses, and cuts off what a clip path leaves out', () => {
    const uses = '<defs><rect id="a" width="2" height="2"/></defs><use href="#a" x="3" y="4"/>'
    expect(drawLast(uses)).toContain('10 0 0 10 30 40 cm')
    const clipped = drawLast(
      '<clipPath id="c"><path clip-rule="evenodd" d="M0 0h5v5z"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
    )
    expect(clipped.slice(0, 5)).toEqual(['0 0 m', '50 0 l', '50 50 l', 'h', 'W* n'])
  })

  it('passes its colours into one another, along a line or from a middle', () => {
    const stops =
      '<stop offset="0" stop-color="#f00"/><stop offset="50%" stop-color="#0f0"/><stop offset="1" style="stop-color:#00f"/>'
    const { resources } = open(
      `<linearGradient id="a" x1="0" x2="100" gradientUnits="userSpaceOnUse">${stops}</linearGradient>` +
        '<radialGradient id="b" href="#a" cx="5" cy="6" r="7" gradientTransform="translate(1 2)"/>' +
        '<linearGradient id="c" href="#a" gradientUnits="objectBoundingBox" x1="0" x2="1"/>' +
        '<rect width="100" height="50" fill="url(#a)"/><rect y="50" width="100" height="50" fill="url(#b)"/>' +
        '<circle cx="50" cy="50" r="10" fill="none" stroke="url(#c) red"/>',
    )
    const [line, middle, box] = Object.values(resources.Pattern)
    expect(line).toMatchObject({
      PatternType: 2,
      Matrix: [10, 0, 0, 10, 0, 0],
      Shading: { ShadingType: 2, Coords: [0, 0, 100, 0], Extend: [true, true] },
    })
    expect(line).toMatchObject({
      Shading: { Function: { Bounds: [0.5], Functions: [{ C0: [1, 0, 0], C1: [0, 1, 0] }, {}] } },
    })
    expect(middle).toMatchObject({
      Matrix: [10, 0, 0, 10, 10, 20],
      Shading: { ShadingType: 3, Coords: [5, 6, 0, 5, 6, 7] },
    })
    expect(box).toMatchObject({ Matrix: [200, 0, 0, 200, 400, 400], Shading: { Coords: [0, 0, 1, 0] } })
  })

  it('is as clear as it says: a shape by itself, a group all at once', () => {
    const shape = open(`${square}<rect width="9" height="9" fill-opacity=".5" opacity=".5"/>`)
    expect(Object.values(shape.resources.ExtGState)).toEqual([{ ca: 0.25, CA: 1 }])
    const group = open(`${square}<g opacity="40%"><rect width="9" height="9"/><rect width="5" height="5"/></g>`)
    const [form] = Object.values(group.resources.XObject)
    expect(form?.entries).toMatchObject({ Subtype: 'Form', Group: { S: 'Transparency' } })
    expect(Object.values(group.resources.ExtGState)).toEqual([{ ca: 0.4, CA: 0.4 }])
  })

  it('leaves out what is not shown, and what other programs noted in it', () => {
    const notes =
      '<metadata><rdf:RDF xmlns:rdf="urn:rdf"><rdf:text>x</rdf:text></rdf:RDF></metadata><title>A</title><desc>B</desc>' +
      '<defs><text>never drawn</text><filter id="f"/></defs><n:view xmlns:n="urn:n" n:zoom="3"><rect width="5" height="5"/></n:view>' +
      '<g display="none"><text>hidden</text></g><rect visibility="hidden" width="9" height="9"/><rect fill="none" width="9" height="9"/>'
    expect(draw(square + notes)).toEqual(draw(square))
  })

  it('gives the same bytes each time', () => {
    const inside =
      '<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><circle cx="50" cy="50" r="40" fill="url(#a)"/>'
    expect(open(inside)).toEqual(open(inside))
  })
})

describe('an SVG is refused in a sentence', () => {
  const many = Array.from({ length: 5001 }, () => '<g/>').join('')
  const laughs = Array.from(
    { length: 12 },
    (_, index) => `<g id="g${index + 1}">${`<use href="#g${index}"/>`.repeat(10)}</g>`,
  ).join('')

  test.each([
    ['holds a script', '<script>alert(1)</script>'],
    ['holds a script', '<SCRIPT href="#a"/>'],
    ['holds a script', '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>'],
    ['holds a script', '<rect onclick="alert(1)" width="9" height="9"/>'],
    ['holds a script', '<g xmlns:e="urn:e" e:onLoad="alert(1)"/>'],
    ['holds a web page', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'],
    ['holds a web page', '<metadata><iframe xmlns="http://www.w3.org/1999/xhtml" src="#"/></metadata>'],
    ['refers to another file or page', '<image href="https://example.invalid/a.png"/>'],
    ['refers to another file or page', '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="other.svg#a"/>'],
    ['refers to another file or page', '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'],
    ['refers to another file or page', '<rect fill="url(other.svg#a)" width="9" height="9"/>'],
    ['refers to another file or page', `<rect style="fill:url('//host/a')" width="9" height="9"/>`],
    ['refers to another file or page', '<g xml:base="file:///etc/"/>'],
    ['refers to another file or page', '<?xml-stylesheet href="a.css"?>'],
    ['has styles that are not understood here', '<style>@import url(a.css);</style>'],
    ['has styles that are not understood here', '<style>g > rect { fill: red }</style>'],
    ['has styles that are not understood here', '<style>rect { fill: red</style>'],
    ['has styles that are not understood here', '<rect style="transform: scale(2)" width="9" height="9"/>'],
    ['moves', '<rect width="9" height="9"><animate attributeName="x"/></rect>'],
    ['has text, for which the paper has no font', '<text>Clinic</text>'],
    ['has a photo in it', '<image href="#a"/>'],
    ['has a part that cannot be printed (switch)', '<switch/>'],
    ['has a part that cannot be printed (symbol)', '<symbol id="s"/><use href="#s"/>'],
    ['has effects that cannot be printed (filter)', '<filter id="f"/><rect filter="url(#f)" width="9" height="9"/>'],
    ['has effects that cannot be printed (mask)', '<mask id="m"/><rect mask="url(#m)" width="9" height="9"/>'],
    ['has effects that cannot be printed (mix-blend-mode)', '<g style="mix-blend-mode:multiply"/>'],
    [
      'is filled with a pattern, which cannot be printed',
      '<pattern id="p"/><rect fill="url(#p)" width="9" height="9"/>',
    ],
    [
      'has colours that fade into clear, which cannot be printed',
      '<linearGradient id="a"><stop stop-opacity="0"/></linearGradient><rect fill="url(#a)" width="9" height="9"/>',
    ],
    ['has a colour that is not understood here', '<rect fill="lab(1 2 3)" width="9" height="9"/>'],
    ['has too many parts for a logo', many],
    ['has too many parts for a logo', '<g>'.repeat(70) + '</g>'.repeat(70)],
    ['has too many parts for a logo', `<g id="g0"><rect width="9" height="9"/></g>${laughs}`],
    ['has too many parts for a logo', '<g id="g"><use href="#g"/></g>'],
    ['has too many parts for a logo', `<path d="M0 0${'h1'.repeat(30_001)}"/>`],
    ['is damaged: an outline in it makes no sense', '<path d="M0 0 hello"/>'],
    ['is damaged: a number in it makes no sense', '<rect width="1e99" height="9"/>'],
    ['is damaged: a number in it makes no sense', '<rect width="9" height="9" transform="shrink(2)"/>'],
    ['is damaged, or a part of it is missing', '<rect>'],
    ['is damaged, or a part of it is missing', '<rect width="9" height="9" fill="&colour;"/>'],
    ['shows nothing', '<g/>'],
    ['shows nothing', '<rect x="200" width="9" height="9"/>'],
  ])('that %s: %.60s', (what, inside) => {
    expect(refusal(makeSvg(inside))).toBe(`Logo: this SVG ${what}. Please save the logo as PNG and choose that.`)
  })

  test.each([
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  ])('that begins with %s', (doctype) => {
    const svg = `<?xml version="1.0"?>\n<!-- a logo -->${doctype}<svg xmlns="http://www.w3.org/2000/svg"><g>&x;</g></svg>`
    expect(refusal(new TextEncoder().encode(svg))).toMatch(/begins with a DOCTYPE/u)
  })

  test.each([['width="0" height="9"'], ['viewBox="0 0 0 9"'], ['viewBox="0 0 9 -9"'], ['']])(
    'without a size: %s',
    (attributes) => {
      expect(refusal(makeSvg(square, attributes))).toMatch(/does not say how large it is/u)
    },
  )

  test('that is white on white, or too long and thin', () => {
    expect(refusal(makeSvg('<rect width="9" height="9" fill="white"/>'))).toMatch(/hardly be seen/u)
    expect(refusal(makeSvg('<rect width="9" height="9" fill-opacity=".1"/>'))).toMatch(/hardly be seen/u)
    expect(refusal(makeSvg('<rect width="99" height="1"/>'))).toMatch(/too long and thin/u)
  })

  test('that is not in UTF-8, or has no namespace', () => {
    expect(refusal(new Uint8Array([...makeSvg(square), 0xff, 0xfe]))).toMatch(/no PNG, JPEG or SVG/u)
    expect(refusal(new TextEncoder().encode('<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'))).toMatch(
      /damaged/u,
    )
  })
})
