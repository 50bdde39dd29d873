import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listElements, readPdf } from '../read-pdf.ts'
import { asked, project, recordId, run, useFolder } from './run-command.ts'

const { inFolder, write } = useFolder()

const command = join(project, 'out/main/sheet.cjs')

/** What is told of that day: medicine-related injury is tested again after 1 week. */
const late =
  'Take care: No medicine to stop is named. The sheet then says only "ask us": name the one you suspect, if there is one.\n' +
  'Take care: The next test is later than usual for Medicine-related liver injury (1 week).\n'

describe('the sheet command', () => {
  test('is a program that writes a PDF and prints its path, or ends with 2 and one sentence', () => {
    const start = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: inFolder(),
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    }
    expect(start(...asked, '--out', 'sheet.pdf')).toEqual({ status: 0, stdout: 'sheet.pdf\n', stderr: late })
    expect(readFileSync(inFolder('sheet.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(readdirSync(inFolder())).toEqual(['sheet.pdf'])
    expect(start('--topic', 'moon', '--region', 'uk', '--out', 'moon.pdf')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no topic called "moon". Please choose another one.\n',
    })
    expect(readdirSync(inFolder())).toEqual(['sheet.pdf'])
  })

  test('adds a card to cut out, and says so where there is no day to put on it', async () => {
    const { stdout } = await run(...asked, '--card', '--text')
    expect(stdout).toContain('Cut out and keep\nYour next blood test: Monday 7 December 2026\n')
    const topic = ['--topic', 'raised-liver-enzymes', '--region', 'uk', '--text', '--card']
    expect((await run(...topic)).stderr).toBe(
      'Take care: The sheet has no card, because it has no day for the next test. Give one with --retest.\n',
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
    const given = ['--region', 'uk', '--date', '2026-11-22']
    await run('--selection', write('s.json', selection), ...given, '--out', inFolder('b.pdf'))
    expect(readFileSync(inFolder('a.pdf')).equals(readFileSync(inFolder('b.pdf')))).toBe(true)
  })

  test('prints the composed sheet as JSON', async () => {
    const sheet: unknown = JSON.parse((await run(...asked, '--json')).stdout)
    expect(sheet).toMatchObject({ language: 'en', footer: { notice: expect.any(String) } })
    expect(JSON.stringify(sheet)).toContain('Monday 7 December 2026')
  })

  test('prints the sheet as plain text, beside the PDF if that is asked for', async () => {
    const { status, stdout, stderr } = await run(...asked, '--text', '--out', inFolder('sheet.pdf'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: late })
    expect(stdout).toContain('\nHave your blood tested again: Monday 7 December 2026\n')
    expect(stdout).toContain('\n[ ] Eat less fried and fatty food.\n')
    expect(stdout).toMatch(/[^\n]\n$/u)
    expect(readdirSync(inFolder())).toEqual(['sheet.pdf'])
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
      ...asked.slice(0, -2),
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
    expect(stderr).toBe('Take care: The next test is later than usual for Medicine-related liver injury (1 week).\n')
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
    expect(readdirSync(inFolder()).toSorted()).toEqual(['a.pdf', 'b.pdf', 'clinic.json', 'logo.png'])
  })

  test.each(['ALT=96', 'ALT=96U/L', 'ALT=1.6 µkat/L', 'ALT=1,6ukat/L,previous=2'])(
    'takes a result without its limit, and says that it cannot be compared: %s',
    async (result) => {
      const { status, stdout } = await run(
        '--topic',
        'raised-liver-enzymes',
        '--region',
        'uk',
        '--result',
        result,
        '--text',
      )
      expect(status).toBe(0)
      expect(stdout).toMatch(/^ALT (?:96 U\/L|1\.6 µkat\/L): We cannot say if this is high/mu)
    },
  )

  test.each(['ALT=1,6/0,75µkat/L', 'ALT=1.6/0.75µkat/L'])('reads a decimal comma as a point: %s', async (result) => {
    const { stdout } = await run('--topic', 'raised-liver-enzymes', '--region', 'uk', '--result', result, '--text')
    expect(stdout).toMatch(/ALT is 1\.6 µkat\/L\. Normal is up to 0\.75\. This is about 2\.1 times the top of normal/u)
  })

  test.each([
    ['1w', 'Monday 30 November 2026'],
    ['2W', 'Monday 7 December 2026'],
    ['52 w', 'Monday 22 November 2027'],
  ])('takes the next test in weeks too, on a working day: %s', async (retest, date) => {
    const { stdout } = await run(
      '--topic',
      'raised-liver-enzymes',
      '--region',
      'uk',
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
    for (const reason of [[], ['--reason', 'seen']])
      expect((await run(...unsafe, ...reason)).stderr).toMatch(
        /^Stop: INR 1\.5 or more[^\n]* say why with --reason "…", in 8 letters or more\.\n$/u,
      )
    const { status, stdout, stderr } = await run(...unsafe, '--reason', 'Ambulance called.')
    expect(status).toBe(0)
    expect(stdout).toContain('Go to hospital now')
    expect(stdout).not.toMatch(/Ambulance|confusion|1\.8/u)
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
        '--region',
        'uk',
        '--cause',
        'intense-exercise',
        '--language',
        'es',
        '--retest',
        typed,
        '--json',
      )
    expect(await retest('2w')).toMatchObject({ status: 0, stderr: '' })
    expect(await retest('3w')).toMatchObject({
      status: 0,
      stderr: 'Take care: The next test is later than usual for Hard exercise (2 weeks).\n',
    })
  })

  test('puts the record of the sheet into the PDF', async () => {
    await run(...asked, '--attach-record', '--out', inFolder('sheet.pdf'))
    const found = execFileSync('qpdf', ['--show-attachment=record.fhir.json', inFolder('sheet.pdf')], {
      encoding: 'utf8',
    })
    expect(found).toContain(recordId)
    expect(found).not.toContain('overridden')
    const reason = ['--fact', 'pregnant', '--reason', 'Obstetrics sees her today.']
    await run(...asked, ...reason, '--attach-record', '--out', inFolder('stopped.pdf'))
    const kept = execFileSync('qpdf', ['--show-attachment=record.fhir.json', inFolder('stopped.pdf')])
    expect(kept.toString()).toContain('A safety stop was overridden. Reason: Obstetrics sees her today.')
    expect((await run(...asked, '--attach-record', '--json')).stderr).toMatch(/--out sheet\.pdf/u)
  })

  test.each([
    ['a region', ['--region', 'es'], undefined, 'Call 112 for'],
    ['a region in capitals', ['--region', 'CN'], undefined, 'Call 120 for'],
    ['a number', ['--emergency-number', '000'], undefined, 'Call 000 for'],
    ['the clinic', [], { emergencyNumber: '144' }, 'Call 144 for'],
    ['a number rather than the clinic', ['--emergency-number', '000'], { emergencyNumber: '144' }, 'Call 000 for'],
    ['a region rather than the clinic', ['--region', 'us'], { emergencyNumber: '144' }, 'Call 911 for'],
  ])('takes the number to call from %s', async (_, options, clinic, said) => {
    const file = clinic ? ['--clinic', write('clinic.json', clinic)] : []
    const { status, stdout } = await run(...asked.slice(0, -2), ...options, ...file, '--text')
    expect(status).toBe(0)
    expect(stdout).toContain(said)
  })

  test('prints the causes in the topic’s order, or in the order given once that is asked for', async () => {
    const listHeadings = async (...options: string[]) => {
      const { stdout } = await run('--topic', 'raised-liver-enzymes', '--region', 'uk', '--text', ...options)
      return [...stdout.matchAll(/^(Fat in the liver|Late nights and tiredness) · /gmu)].map(
        ([, name]) => name?.split(' ')[0],
      )
    }
    const [fatty, sleep] = [
      ['--cause', 'fatty-liver'],
      ['--cause', 'sleep-loss'],
    ]
    expect(await listHeadings(...fatty, ...sleep)).toEqual(['Late', 'Fat'])
    expect(await listHeadings(...fatty, ...sleep, '--ordered')).toEqual(['Fat', 'Late'])
    expect(await listHeadings(...sleep, ...fatty, '--ordered')).toEqual(['Late', 'Fat'])
  })

  test('lists topics, causes, medicines, languages and regions', async () => {
    const { stdout, status } = await run('--list')
    expect(status).toBe(0)
    expect(stdout).toMatch(/topic raised-liver-enzymes/u)
    expect(stdout).toMatch(/cause fatty-liver/u)
    expect(stdout).toMatch(/language en/u)
    expect(stdout).toMatch(/^region uk {2}United Kingdom {2}999$/mu)
  })
})
