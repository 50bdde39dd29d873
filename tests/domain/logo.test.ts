import { expect, test } from 'vitest'
import { findLogoType, refuseLargeLogo, toKeptLogo } from '../../src/domain/logo.ts'

const text = (content: string) => new TextEncoder().encode(content)

test.each([
  '<svg/>',
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '\uFEFF<?xml version="1.0"?>\n<svg >',
  '<?xml version="1.0"?><!-- <svg> of a program --><!-- -> --> <s:svg xmlns:s="http://www.w3.org/2000/svg">',
  '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg>',
  `<!--${'long '.repeat(2000)}--><svg>`,
])('an SVG is told by its first element: %.60s', (svg) => {
  expect(findLogoType(text(svg))).toBe('svg')
})

test.each([
  '',
  'svg',
  '<svgx>',
  '<html><svg></html>',
  '<!-- <svg> -->',
  '<?xml version="1.0"?><g/>',
  '<!-->'.repeat(4000),
])('what begins otherwise is none: %.40s', (other) => {
  expect(findLogoType(text(other))).toBeNull()
})

test('a PNG and a JPEG are told by their first bytes', () => {
  expect(findLogoType(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).toBe('png')
  expect(findLogoType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
  expect(findLogoType(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBeNull()
})

test('only a PNG or an SVG of a size that is allowed can have been kept', () => {
  expect(toKeptLogo(text('<svg/>'))).toEqual({ type: 'svg', bytes: text('<svg/>') })
  expect(toKeptLogo(new Uint8Array([0xff, 0xd8, 0xff]))).toBeNull()
  expect(toKeptLogo(text('<svg/>'.padEnd(5_000_001)))).toBeNull()
})

test('a file that is too large is told its size and the limit', () => {
  expect(refuseLargeLogo(52_300_000).problems).toMatchObject([
    {
      field: 'logo',
      message: 'Logo: this file has 52 MB, and a logo may have 5 MB at most. Please choose a smaller one.',
    },
  ])
})
