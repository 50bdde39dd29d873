import { describe, expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import type { Answer } from '../../src/ipc/contract.ts'
import type { Ask } from '../../src/renderer/clinic-api.ts'
import { createPreviewer, findUnprintable, type Wish } from '../../src/renderer/sheet/create-previewer.ts'

const letterhead = { clinic: Clinic.parse({}), logoVersion: 1 }

/** The wish for a sheet with this note, whole or still to be mended. */
function wishFor(note: string, { visit = 1, isWhole = true } = {}): Wish {
  const told = parseSelection({ topic: 'raised-liver-enzymes', language: 'en', causes: [], note })
  const problems = [{ field: 'note', message: 'This must be mended.' }]
  const reading = isWhole ? { told, selection: told, problems: [] as const } : { told, selection: null, problems }
  return { reading, letterhead, visit }
}

type Asked = {
  readonly note: string
  readonly answer: (sheet: Answer<'sheet.render'>) => void
  readonly refuse: (error: Error) => void
}

/** A main process that answers when the test says so, with a sheet named after its note. */
function makePreviewer() {
  const asked: Asked[] = []
  const ask = (_channel: string, { note }: { readonly note: string }) =>
    new Promise((answer, refuse) => asked.push({ note, answer, refuse }))
  const { preview, want } = createPreviewer(ask as Ask, 1) // reason: it is asked for sheets alone
  const answerLast = async () => {
    const last = asked.at(-1)
    last?.answer({ pdf: new Uint8Array(), pages: 2, sheetId: last.note })
    await new Promise((goOn) => setTimeout(goOn, 0))
  }
  return { want, asked, answerLast, read: () => preview.getState() }
}

describe('the preview of what stands in the window', () => {
  test('while a sheet is drawn only the newest wish waits, and only its sheet is shown', async () => {
    const { want, asked, answerLast, read } = makePreviewer()
    for (const note of ['first', 'second', 'third']) want(wishFor(note))
    expect(asked.map(({ note }) => note)).toEqual(['first'])
    await answerLast()
    expect(asked.map(({ note }) => note)).toEqual(['first', 'third'])
    expect(read().sheet).toBeNull()
    await answerLast()
    expect(read().sheet).toMatchObject({ sheetId: 'third', version: 1 })
  })

  test('the same wish twice is drawn once', async () => {
    const { want, asked, answerLast } = makePreviewer()
    const wish = wishFor('note')
    want(wish)
    await answerLast()
    want({ ...wish })
    expect(asked).toHaveLength(1)
    want({ ...wish, letterhead: { ...letterhead, logoVersion: 2 } })
    expect(asked).toHaveLength(2)
  })

  test('a sheet that cannot be drawn leaves the last one, with why', async () => {
    const { want, asked, answerLast, read } = makePreviewer()
    want(wishFor('good'))
    await answerLast()
    want(wishFor('bad'))
    asked.at(-1)?.refuse(new AppError('unprintable-text', [{ field: 'note', message: 'This cannot be printed.' }]))
    await expect.poll(() => findUnprintable(read(), 1)).toMatchObject([{ field: 'note' }])
    expect(read().sheet?.sheetId).toBe('good')
    expect(findUnprintable(read(), 2)).toEqual([])
  })

  test('what must be mended first is asked about, and not shown', async () => {
    const { want, asked, answerLast, read } = makePreviewer()
    want(wishFor('half', { isWhole: false }))
    expect(asked).toHaveLength(1)
    await answerLast()
    expect(read()).toMatchObject({ sheet: null, problems: [] })
  })

  test('a new patient never has the sheet of the one before, even where that comes late', async () => {
    const { want, answerLast, read } = makePreviewer()
    want(wishFor('one patient'))
    await answerLast()
    want(wishFor('late'))
    want(wishFor('another', { visit: 2 }))
    expect(read()).toMatchObject({ visit: 2, sheet: null })
    await answerLast()
    expect(read().sheet).toBeNull()
    await answerLast()
    expect(read().sheet?.sheetId).toBe('another')
  })
})
