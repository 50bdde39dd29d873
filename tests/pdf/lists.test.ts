import { describe, expect, it } from 'vitest'
import { splitList } from '../../src/domain/split-list.ts'
import { listElements, type ReadPdf } from '../read-pdf.ts'
import { aSheet, replaceSection, say } from './a-sheet.ts'
import { renderAndRead } from './render.ts'

/** A sheet of one list of signs, cut as red flags are. */
async function renderSigns(count: number, sign = (index: number) => `sign ${index}.`, above = 0) {
  const items = Array.from({ length: count }, (_, index) => ({ marker: 'bullet' as const, text: say(sign(index + 1)) }))
  const space = Array.from({ length: above }, () => ({
    kind: 'paragraph' as const,
    text: say('Text.'),
    tone: 'plain' as const,
  }))
  const section = { id: 'signs', role: 'plain' as const, blocks: [...space, ...splitList(items, 2)] }
  return renderAndRead({ ...replaceSection(aSheet(), 'none'), sections: [section] })
}

const findSign = (read: ReadPdf, index: number) => {
  const found = read.drawn.find(({ text }) => text.startsWith(`sign ${index}.`))
  if (!found) throw new Error(`sign ${index} is not there`)
  return { x: Math.round(found.x), y: Math.round(found.y), page: found.page }
}
const countLists = (read: ReadPdf) =>
  read.pages
    .flatMap(({ elements }) => listElements(elements))
    .filter(({ role }) => role === 'L')
    .map(({ children }) => children.length)

describe('lists of one kind', () => {
  it('of up to five lines are one list in two columns', async () => {
    const read = await renderSigns(5)
    expect(countLists(read)).toEqual([5])
    expect(findSign(read, 4).x).toBeGreaterThan(findSign(read, 1).x)
  })

  it('stand side by side, each a list of its own', async () => {
    const read = await renderSigns(8)
    expect(countLists(read)).toEqual([4, 4])
    expect(findSign(read, 4).x).toBe(findSign(read, 1).x)
    expect(findSign(read, 5)).toEqual({ ...findSign(read, 1), x: findSign(read, 5).x })
    expect(findSign(read, 5).x).toBeGreaterThan(findSign(read, 1).x + 200)
  })

  it('stand one under another where that is no higher: long signs beside short ones would leave a hole', async () => {
    const long = `It goes on and on, ${'and on, '.repeat(15)}and ends.`
    const read = await renderSigns(6, (index) => `sign ${index}. ${index > 3 ? long : 'It is short.'}`)
    expect(countLists(read)).toEqual([3, 3])
    const [first, third, fourth] = [1, 3, 4].map((index) => findSign(read, index))
    expect(fourth?.x).toBe(first?.x)
    expect(fourth?.y).toBeLessThan(third?.y ?? 0)
  })

  it('have the third beneath the first two, apart from them', async () => {
    const read = await renderSigns(11, (index) => `sign ${index}. ${'It goes on and on. '.repeat(3)}`)
    expect(countLists(read)).toEqual([4, 4, 3])
    const [first, fourth, ninth, tenth] = [1, 4, 9, 10].map((index) => findSign(read, index))
    expect([ninth?.x, tenth?.x]).toEqual([first?.x, first?.x])
    expect(ninth?.y).toBeLessThan(fourth?.y ?? 0)
  })

  it('are read in order, also where a page ends within them', async () => {
    for (let above = 20; above <= 44; above += 3) {
      const read = await renderSigns(10, (index) => `sign ${index}. ${'It goes on and on. '.repeat(4)}`, above)
      const order = [...read.text.matchAll(/sign (\d+)\./gu)].map(([, index]) => Number(index))
      expect(order, `${above} lines above`).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    }
  })
})
