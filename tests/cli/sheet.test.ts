import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runSheet } from '../../src/cli/run-sheet.ts'
import { readContent } from '../../src/content/read-content.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { listElements, readPdf } from '../read-pdf.ts'

const project = resolve(import.meta.dirname, '../..')
const command = join(project, 'out/main/sheet.cjs')
const library = readContent(join(project, 'content'))
const fonts = loadFonts(join(project, 'out/fonts'))
const asked =
  '--topic raised-liver-enzymes --language en --date 2026-11-22 --retest 2026-12-07 --cause fatty-liver:likely --cause drug-injury:checking --result ALT=96/45 --result AST=58/40'.split(
    ' ',
  )

/** What is told of that day: medicine-related injury is tested again after 1 week. */
const late = 'Take care: The next test is later than usual for Medicine-related liver injury (1 week).\n'
const noNumber =
  'Take care: The sheet has no emergency number. Give one with --clinic clinic.json, as "emergencyNumber".\n'

const recordId = '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caresheet-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const inFolder = (name: string) => join(folder, name)
const run = (...args: string[]) =>
  runSheet(args, {
    now: new Date('2026-11-22T12:00:00'),
    readLibrary: () => library,
    loadFonts: () => fonts,
    makeId: () => recordId,
  })

function write(name: string, content: unknown) {
  writeFileSync(inFolder(name), typeof content === 'string' ? content : JSON.stringify(content))
  return inFolder(name)
}

describe('the sheet command', () => {
  test('is a program that writes a PDF and prints its path, or ends with 2 and one sentence', () => {
    const start = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    }
    expect(start(...asked, '--out', 'sheet.pdf')).toEqual({ status: 0, stdout: 'sheet.pdf\n', stderr: late + noNumber })
    expect(readFileSync(inFolder('sheet.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(readdirSync(folder)).toEqual(['sheet.pdf'])
    expect(start('--topic', 'moon', '--out', 'moon.pdf')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no topic called "moon".\n',
    })
    expect(readdirSync(folder)).toEqual(['sheet.pdf'])
  })

  test('adds a card to cut out, and says so where there is no day to put on it', async () => {
    const { stdout } = await run(...asked, '--card', '--text')
    expect(stdout).toContain('Cut out and keep\nYour next blood test: Monday 7 December 2026\n')
    const topic = ['--topic', 'raised-liver-enzymes', '--text', '--card']
    expect((await run(...topic)).stderr).toBe(
      `Take care: The sheet has no card, because it has no day for the next test. Give one with --retest.\n${noNumber}`,
    )
  })

  test('gives the same bytes for the same choices, as options or as JSON', async () => {
    const selection = {
      topic: 'raised-liver-enzymes',
      language: 'en',
      causes: [{ id: 'fatty-liver' }, { id: 'drug-injury', certainty: 'checking' }],
      results: [
        { analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L' },
        { analyte: 'AST', value: 58, upperLimit: 40, unit: 'U/L' },
      ],
      retest: { kind: 'date', date: '2026-12-07' },
    }
    await run(...asked, '--out', inFolder('a.pdf'))
    await run('--selection', write('s.json', selection), '--date', '2026-11-22', '--out', inFolder('b.pdf'))
    expect(readFileSync(inFolder('a.pdf')).equals(readFileSync(inFolder('b.pdf')))).toBe(true)
  })

  test('prints the composed sheet as JSON', async () => {
    const sheet: unknown = JSON.parse((await run(...asked, '--json')).stdout)
    expect(sheet).toMatchObject({ language: 'en', footer: { notice: expect.any(String) } })
    expect(JSON.stringify(sheet)).toContain('Monday 7 December 2026')
  })

  test('prints the sheet as plain text, beside the PDF if that is asked for', async () => {
    const { status, stdout, stderr } = await run(...asked, '--text', '--out', inFolder('sheet.pdf'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: late + noNumber })
    expect(stdout).toContain('\nHave your blood tested again: Monday 7 December 2026\n')
    expect(stdout).toContain('\n[ ] Eat less fried and fatty food.\n')
    expect(stdout).toMatch(/[^\n]\n$/u)
    expect(readdirSync(folder)).toEqual(['sheet.pdf'])
    expect((await run(...asked, '--text')).stdout).toBe(stdout)
    expect((await run('--help')).stdout).toContain('--text')
  })

  test('puts a second language beside the first: on paper, as JSON and as text', async () => {
    const both = [...asked, '--second-language', 'es']
    const paired: unknown = JSON.parse((await run(...both, '--json')).stdout)
    expect(paired).toMatchObject({ sheets: [{ language: 'en' }, { language: 'es' }] })
    const { stdout } = await run(...both, '--text', '--out', inFolder('sheet.pdf'))
    expect(stdout.indexOf('Every day')).toBeLessThan(stdout.indexOf('Cada día'))
    expect(stdout.match(/^(Your next steps|Sus próximos pasos)$/gmu)).toEqual(['Your next steps', 'Sus próximos pasos'])
    const { text } = await readPdf(new Uint8Array(readFileSync(inFolder('sheet.pdf'))))
    expect(text).toContain('Your next steps Sus próximos pasos')
  })

  test('sets larger letters, down to the small print', async () => {
    await run(...asked, '--size', 'large', '--out', inFolder('sheet.pdf'))
    const { drawn } = await readPdf(new Uint8Array(readFileSync(inFolder('sheet.pdf'))))
    expect(Math.min(...drawn.map(({ size }) => size))).toBe(13.5)
  })

  test('puts the clinic, the note and the medicine to stop on the sheet', async () => {
    const clinic = write('clinic.json', { name: 'Hill Clinic', phone: '555 0134', emergencyNumber: '112' })
    const { stdout, stderr } = await run(
      ...asked,
      '--json',
      '--clinic',
      clinic,
      '--note',
      'Well done.',
      '--stop',
      'Some tablets',
    )
    for (const typed of ['Hill Clinic', '555 0134', '112', 'Well done.', 'Some tablets'])
      expect(stdout).toContain(typed)
    expect(stderr).toBe(late)
  })

  test('puts the logo of a file on the sheet, with its record too, or says in a sentence why it cannot', async () => {
    const logo = join(project, 'tests/pdf/logo/samples/colour.jpg')
    const listFigures = async (name: string) => {
      const { pages } = await readPdf(new Uint8Array(readFileSync(inFolder(name))))
      return pages.flatMap(({ elements }) => listElements(elements).filter(({ role }) => role === 'Figure'))
    }
    const clinic = write('clinic.json', { name: 'Hill Clinic', emergencyNumber: '112' })
    expect((await run(...asked, '--clinic', clinic, '--logo', logo, '--out', inFolder('a.pdf'))).status).toBe(0)
    expect((await listFigures('a.pdf'))[0]?.alternative).toBe('Hill Clinic')
    await run(...asked, '--clinic', clinic, '--logo', logo, '--attach-record', '--out', inFolder('b.pdf'))
    expect((await listFigures('b.pdf'))[0]?.alternative).toBe('Hill Clinic')
    const refused = await run(...asked, '--logo', write('logo.png', 'no picture'), '--out', inFolder('c.pdf'))
    expect(refused).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Logo: this file is no PNG, JPEG or SVG picture. Please choose one that is.\n',
    })
    expect((await run(...asked, '--logo', inFolder('none.svg'), '--out', inFolder('c.pdf'))).stderr).toMatch(
      /not there/u,
    )
    expect(readdirSync(folder).toSorted()).toEqual(['a.pdf', 'b.pdf', 'clinic.json', 'logo.png'])
  })

  test.each(['ALT=96', 'ALT=96U/L', 'ALT=1.6 µkat/L', 'ALT=1,6ukat/L,previous=2'])(
    'takes a result without its limit, and says that it cannot be compared: %s',
    async (result) => {
      const { status, stdout } = await run('--topic', 'raised-liver-enzymes', '--result', result, '--text')
      expect(status).toBe(0)
      expect(stdout).toMatch(/^ALT (?:96 U\/L|1\.6 µkat\/L): We cannot say if this is high/mu)
    },
  )

  test.each([
    ['1w', 'Monday 30 November 2026'],
    ['2W', 'Monday 7 December 2026'],
    ['52 w', 'Monday 22 November 2027'],
  ])('takes the next test in weeks too, on a working day: %s', async (retest, date) => {
    const { stdout } = await run(
      '--topic',
      'raised-liver-enzymes',
      '--date',
      '2026-11-22',
      '--retest',
      retest,
      '--text',
    )
    expect(stdout).toContain(`\nHave your blood tested again: ${date}\n`)
  })

  test('gives a sheet that must not stand alone for a typed reason, and prints nothing of it', async () => {
    const unsafe = [...asked, '--fact', 'confusion', '--lab', 'inr=1.8', '--json']
    expect((await run(...unsafe)).stderr).toMatch(/^Stop: INR 1\.5 or more/u)
    const { status, stdout, stderr } = await run(...unsafe, '--reason', 'Ambulance called.')
    expect(status).toBe(0)
    expect(stdout).toBe((await run(...asked, '--json')).stdout)
    expect(stderr).toMatch(/^Stop: INR 1\.5 or more/u)
  })

  test('warns beside the sheet where a rule asks for care', async () => {
    const { status, stderr } = await run(...asked, '--fact', 'known-cirrhosis', '--json')
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^Take care: Cirrhosis/u)])
  })

  test('warns of a next test that is later than usual, and gives the sheet', async () => {
    const retest = (typed: string) =>
      run(
        '--topic',
        'raised-liver-enzymes',
        '--cause',
        'intense-exercise',
        '--language',
        'es',
        '--retest',
        typed,
        '--json',
      )
    expect(await retest('2w')).toMatchObject({ status: 0, stderr: noNumber })
    expect(await retest('3w')).toMatchObject({
      status: 0,
      stderr: `Take care: The next test is later than usual for Hard exercise (2 weeks).\n${noNumber}`,
    })
  })

  test('puts the record of the sheet into the PDF', async () => {
    await run(...asked, '--attach-record', '--out', inFolder('sheet.pdf'))
    const found = execFileSync('qpdf', ['--show-attachment=record.fhir.json', inFolder('sheet.pdf')], {
      encoding: 'utf8',
    })
    expect(found).toContain(recordId)
    expect((await run(...asked, '--attach-record', '--json')).stderr).toMatch(/--out sheet\.pdf/u)
  })

  test('lists topics, causes, medicines and languages', async () => {
    const { stdout, status } = await run('--list')
    expect(status).toBe(0)
    expect(stdout).toMatch(/topic raised-liver-enzymes/u)
    expect(stdout).toMatch(/cause fatty-liver/u)
    expect(stdout).toMatch(/language en/u)
  })
})

describe('bad input ends with 2, one sentence, and no file', () => {
  const good = (...more: string[]) => ['--topic', 'raised-liver-enzymes', '--date', '2026-11-22', ...more]
  test.each([
    ['an unknown topic', ['--topic', 'moon'], /no topic called "moon"/u],
    ['an unknown cause', good('--cause', 'moonlight'), /no cause called "moonlight"/u],
    ['an unknown language', good('--language', 'fr'), /language/u],
    ['a certainty nobody knows', good('--cause', 'fatty-liver:surely'), /confirmed, likely or checking/u],
    ['a date that does not exist', ['--topic', 'raised-liver-enzymes', '--date', '2026-02-30'], /not a date/u],
    ['a retest date that does not exist', good('--retest', '2026-13-01'), /not a date/u],
    ['a retest before today', good('--retest', '2026-11-21'), /in the past/u],
    ['a retest in no week', good('--retest', '0w'), /in 1 to 52 weeks\.$/mu],
    ['a retest in more than a year', good('--retest', '53w'), /in 1 to 52 weeks\.$/mu],
    ['a retest in half a week', good('--retest', '1.5w'), /not a date/u],
    ['a result that is not a number', good('--result', 'ALT=high/45'), /^ALT: the result must be a number/u],
    ['a number that could be two', good('--result', 'ALT=1,500/45'), /1500 or as 1\.5/u],
    ['a limit no lab prints', good('--result', 'ALT=96/0.45'), /from 5 to 500/u],
    ['a last result that is not a number', good('--result', 'ALT=96/45,previous=low'), /last time must be a number/u],
    ['two last results', good('--result', 'ALT=96/45,previous=80,previous=70'), /ALT=96\/45,previous=130/u],
    ['a last result in a unit of its own', good('--result', 'ALT=96/45,previous=2µkat/L'), /last time must be/u],
    ['a negative result', good('--result', 'ALT=-5/45'), /above zero/u],
    ['a result without a value', good('--result', 'ALT='), /must be a number/u],
    ['a limit that was forgotten behind its stroke', good('--result', 'ALT=96/'), /ALT=96\/45/u],
    ['a result that is a word', good('--result', 'ALT=high'), /must be a number/u],
    ['a high result without its limit', good('--result', 'ALT=375.1'), /^Stop: ALT or AST over 15 times/u],
    ['an unknown unit', good('--result', 'ALT=96/45mmol'), /unit/u],
    ['a name of 10,000 characters', good('--patient', 'x'.repeat(10_000)), /80 characters or fewer/u],
    ['a name with a control character', good('--patient', 'Patient\u0007Name'), /control characters/u],
    ['a name that reverses the reading direction', good('--patient', 'Patient \u202eName'), /reading direction/u],
    ['a character no font has', good('--patient', 'Patient 😀'), /"😀"/u],
    ['a medicine of a cause that is not ticked', good('--medicine', 'entecavir'), /never printed without Hepatitis B/u],
    [
      'a hepatitis B medicine for hepatitis C, whatever the reason',
      [
        '--topic',
        'raised-liver-enzymes',
        '--cause',
        'hepatitis-c',
        '--medicine',
        'entecavir',
        '--reason',
        'It is asked for',
      ],
      /"entecavir" is never printed for Hepatitis C, whatever the reason: it is for Hepatitis B alone/u,
    ],
    ['the same language twice', good('--second-language', 'en'), /another one than the first/u],
    ['a full sheet on A5', good('--paper', 'A5'), /only for a short sheet/u],
    ['a size nobody knows', good('--size', 'huge'), /standard, clear or large/u],
    ['what must not stand alone', good('--fact', 'pregnant'), /^Stop: ALT and AST do not rise in a normal pregnancy/u],
    ['a result that must not stand alone', good('--lab', 'bilirubin=2.4/1.2', '--result', 'ALT=135/45'), /^Stop: /u],
    ['a fact that is not known', good('--fact', 'tall'), /There is no fact called "tall"/u],
    ['a blood test that is not known', good('--lab', 'gold=1/1'), /There is no blood test called "gold"/u],
    ['a blood test without its limit', good('--lab', 'bilirubin=2.4'), /upper limit/u],
    ['a blood test that is no number', good('--lab', 'inr=abc'), /^inr: the result must be a number/u],
    ['a blood test that could be two', good('--lab', 'bilirubin=1,500/20'), /^bilirubin: "1,500" can be read as 1500/u],
    ['a blood test written otherwise', good('--lab', 'inr'), /--lab: write/u],
    ['a reading need that is not known', good('--reading-need', 'loud'), /reading need must be/u],
    ['an option nobody knows', good('--colour', 'red'), /--colour/u],
    ['choices given twice', ['--selection', 'a.json', '--topic', 'a'], /not both/u],
    ['JSON and text at once', good('--json', '--text'), /not both/u],
    ['a file that is not there', ['--selection', 'nothing.json'], /cannot be opened/u],
    ['a folder that is not there', good('--out', '/no/such/folder/sheet.pdf'), /folder/u],
  ])('%s', async (_, args, sentence) => {
    const out = args.includes('--out') ? [] : ['--out', inFolder('sheet.pdf')]
    const { status, stdout, stderr } = await run(...args, ...out)
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/ {4}at |node:/u)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('warns of what a patient may misread in the note', async () => {
    const { status, stderr } = await run(...good('--note', 'Take 1.0 mg QD'), '--out', inFolder('sheet.pdf'))
    expect(status).toBe(0)
    expect(stderr).toMatch(/^Take care: Note: Write "once a day"/mu)
  })

  test('every mistake of every kind is told in one round', async () => {
    const wrong = ['--patient', 'Patient 😀', '--result', 'ALT=high', '--retest', '2026-11-21', '--cause', 'moonlight']
    const { stderr } = await run(...good(...wrong), '--out', inFolder('sheet.pdf'))
    for (const sentence of [
      /"😀" cannot be printed/u,
      /must be a number/u,
      /in the past/u,
      /no cause called "moonlight"/u,
    ])
      expect(stderr).toMatch(sentence)
  })

  test('a file that is not JSON', async () => {
    const ending = await run('--selection', write('s.json', '{'), '--out', inFolder('sheet.pdf'))
    expect(ending).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('not valid JSON') })
    expect(readdirSync(folder)).toEqual(['s.json'])
  })

  test('nowhere to write', async () => {
    expect((await run('--topic', 'raised-liver-enzymes')).stderr).toMatch(/--out/u)
  })

  test('a Chinese name is not bad input: it prints in the fallback font', async () => {
    expect((await run(...asked, '--patient', '患者姓名', '--out', inFolder('sheet.pdf'))).status).toBe(0)
  })
})
