import { describe, expect, it } from 'vitest'
import { listSheetText } from '../../src/domain/sheet.ts'
import { listLostDots } from './examine-paper.ts'
import { renderShipped, tick, twoResults } from './shipped.ts'

const countDots = (text: string): number => text.split('·').length - 1

describe('a dot between two parts', () => {
  it.each(['en', 'zh-CN', 'es'])(
    'prints wherever someone typed it, at the end of a line too, in %s',
    async (language) => {
      const parts = Array.from({ length: 60 }, (_, index) => 'xyzzy'.slice(0, 1 + (index % 5)))
      const note = parts.join(' · ')
      const patientName = 'Patient · Name · of · a · long · name · that · goes · on · in · another · line'
      const plain = { ...tick('fatty-liver'), language, size: 'large' }
      const [typed, none] = [
        await renderShipped({ ...plain, note, patientName }),
        await renderShipped({ ...plain, note: parts.join(' '), patientName: patientName.replaceAll(' · ', ' ') }),
      ]
      expect(countDots(typed.read.text) - countDots(none.read.text)).toBe(countDots(note) + countDots(patientName))
    },
  )

  it.each(['en', 'zh-CN', 'es'])('of ours is missing nowhere but at the end of a line, in %s', async (language) => {
    const { read, sheet } = await renderShipped({ ...tick('fatty-liver', 'drug-injury'), ...twoResults, language })
    expect(listLostDots(read, listSheetText(sheet))).toEqual([])
    expect(countDots(read.text)).toBeGreaterThan(2)
    const joined = { ...read, drawn: read.drawn.map((each) => ({ ...each, text: each.text.replaceAll(' · ', ' ') })) }
    expect(listLostDots(joined, listSheetText(sheet)).length).toBeGreaterThan(2)
  })
})
