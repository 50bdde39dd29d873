import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isInSight, keepWindowPlace, readWindowPlace } from '../../src/main/window-place.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'window.json')
const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
const place = { x: 100, y: 50, width: 1280, height: 800, isMaximized: false }

test('a place that was kept is read again', async () => {
  await keepWindowPlace(file(), place)
  expect(readWindowPlace(file(), screens)).toEqual(place)
})

test('a place on a screen that is gone is not used', async () => {
  await keepWindowPlace(file(), { ...place, x: 2500 })
  expect(readWindowPlace(file(), screens)).toBeNull()
})

test.each(['', '{', '{"x":1}', '{"x":0,"y":0,"width":-5,"height":10,"isMaximized":false}'])(
  '%j is no place',
  (text) => {
    writeFileSync(file(), text)
    expect(readWindowPlace(file(), screens)).toBeNull()
  },
)

test('where it cannot be kept nothing is said', async () => {
  await expect(keepWindowPlace(join(folder(), 'none', 'window.json'), place)).resolves.toBeUndefined()
})

test.each([
  ['all of it', { ...place }, true],
  ['a corner', { ...place, x: 1800, y: 900 }, true],
  ['a few pixels', { ...place, x: 1900 }, false],
  ['its title above the screen', { ...place, y: -40 }, false],
])('in sight with %s: %o is %s', (_, area, isSeen) => {
  expect(isInSight(area, screens)).toBe(isSeen)
})
