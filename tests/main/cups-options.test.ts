import { expect, test } from 'vitest'
import { parseOptions } from '../../src/main/cups-options.ts'

test('sides and trays are read from lpoptions, each tray with the name the printer gives it', () => {
  const said = [
    'PageSize/Media Size: *A4 Letter Custom.WIDTHxHEIGHT',
    'InputSlot/Paper Source: *Auto Tray1 ManualFeed Large_Capacity',
    'Duplex/2-Sided Printing: None *DuplexNoTumble DuplexTumble',
  ]
  expect(parseOptions(said.join('\n'))).toEqual({
    sides: ['one-sided', 'long-edge', 'short-edge'],
    trays: [
      { id: 'InputSlot=Auto', name: 'Auto' },
      { id: 'InputSlot=Tray1', name: 'Tray 1' },
      { id: 'InputSlot=ManualFeed', name: 'Manual Feed' },
      { id: 'InputSlot=Large_Capacity', name: 'Large Capacity' },
    ],
  })
})

test('other makers call them otherwise', () => {
  const { sides, trays } = parseOptions('EFDuplex/Duplex: False *LongEdge\r\nMediaSource/Tray: *A B\r\n')
  expect(sides).toEqual(['one-sided', 'long-edge'])
  expect(trays.map(({ id }) => id)).toEqual(['MediaSource=A', 'MediaSource=B'])
})

test.each([
  '',
  'lpoptions: Unable to get PPD file for Gone: Not Found',
  'InputSlot/Paper Source: *Tray1\nDuplex/Duplex: *None',
  'Duplex/Duplex: *Sideways Upside',
  'DuplexExtra/Other: *None DuplexTumble',
])('%j leaves no choice', (said) => {
  expect(parseOptions(said)).toEqual({ sides: [], trays: [] })
})
