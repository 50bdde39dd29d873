import type { Clinic } from '../domain/clinic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Language } from '../domain/ids.ts'
import { sayDay } from '../domain/say-day.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { renderCodePage } from '../pdf/render-code-page.ts'
import { catalogues } from '../words/catalogues.ts'

type CodePageKit = {
  readonly clinic: Pick<Clinic, 'name' | 'paper'>
  /** of the window */
  readonly language: Language
  readonly today: IsoDate
  /** the folder they are in */
  readonly fonts: string
}

/**
 * Draws the page of a recovery code, to be printed. Imported where one is, for it brings all that draws; the fonts are opened
 * anew each time, for that is seldom.
 * @param code eight groups of four
 * @throws AppError as `loadFonts`
 */
export function drawCodePage(code: string, { clinic, language, today, fonts }: CodePageKit): Uint8Array {
  const words = catalogues[language].window.codePage
  return renderCodePage(
    {
      language,
      title: words.title,
      clinicName: clinic.name,
      codeLines: [code.slice(0, 20), code.slice(20)],
      care: words.care,
      about: [
        words.why,
        words.how,
        words.lose,
        words.newer,
        words.printedOn.replace('{{day}}', sayDay(today, language)),
      ],
      paper: clinic.paper,
      date: today,
    },
    loadFonts(fonts),
  )
}
