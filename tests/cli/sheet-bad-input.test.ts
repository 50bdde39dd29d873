import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../read-pdf.ts'
import { asked, run, useFolder } from './run-command.ts'

const { inFolder, write } = useFolder()

const noNumber = /^The number to call for an ambulance is not known.*--region uk.*--emergency-number 999.*\.\n$/u

describe('bad input ends with 2, one sentence, and no file', () => {
  const right = ['--topic', 'raised-liver-enzymes', '--region', 'uk', '--date', '2026-11-22']
  const good = (...more: string[]) => [...right, ...more]
  test.each([
    ['an unknown topic', good('--topic', 'moon'), /no topic called "moon"/u],
    ['an unknown cause', good('--cause', 'moonlight'), /no cause called "moonlight"/u],
    ['an unknown language', good('--language', 'fr'), /language/u],
    ['a certainty nobody knows', good('--cause', 'fatty-liver:surely'), /confirmed, likely or checking/u],
    ['a date that does not exist', good('--date', '2026-02-30'), /not a date/u],
    ['a retest date that does not exist', good('--retest', '2026-13-01'), /not a date/u],
    ['a day in 1999', good('--date', '1999-12-31'), /^--date: the year must be from 2000 to 2999\./u],
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
    ['a result of zero', good('--result', 'ALT=0/45'), /above zero\. Please check it\.$/mu],
    ['a result that is endless', good('--result', 'ALT=1000000000/45'), /too high to be real\. Please check/u],
    ['a result that is NaN', good('--result', 'ALT=NaN/45'), /^ALT: the result must be a number/u],
    ['a limit that is no number', good('--result', 'ALT=96/NaN'), /write "ALT=96\/NaN" as name=value\/upper limit/u],
    ['a limit under 5', good('--result', 'ALT=96/4.9'), /from 5 to 500/u],
    ['a limit over 500', good('--result', 'ALT=96/501'), /from 5 to 500/u],
    ['200 causes', good(...Array.from({ length: 200 }, () => ['--cause', 'a']).flat()), /tick up to 30/u],
    ['a note of 20,000 characters', good('--note', 'x'.repeat(20_000)), /Note: please keep it to 1200 characters/u],
    ['a limit that was forgotten behind its stroke', good('--result', 'ALT=96/'), /ALT=96\/45/u],
    ['a result that is a word', good('--result', 'ALT=high'), /must be a number/u],
    ['a high result without its limit', good('--result', 'ALT=375.1'), /^Stop: ALT or AST over 15 times/u],
    ['an unknown unit', good('--result', 'ALT=96/45mmol'), /unit/u],
    ['a name of 10,000 characters', good('--patient', 'x'.repeat(10_000)), /80 characters or fewer/u],
    ['a name with half a character', good('--patient', 'Patient \ud83d'), /broken character\. Please type it again/u],
    ['a name with a control character', good('--patient', 'Patient\u0007Name'), /control characters/u],
    ['a name that reverses the reading direction', good('--patient', 'Patient \u202eName'), /reading direction/u],
    ['a character no font has', good('--patient', 'Patient 😀'), /"😀"/u],
    ['a medicine of a cause that is not ticked', good('--medicine', 'entecavir'), /never printed without Hepatitis B/u],
    [
      'a hepatitis B medicine for hepatitis C, whatever the reason',
      good('--cause', 'hepatitis-c', '--medicine', 'entecavir', '--reason', 'It is asked for'),
      /“entecavir tablets” is never printed for Hepatitis C, whatever the reason: it is for Hepatitis B alone/u,
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
    ['a region nobody knows', [...asked.slice(0, -1), 'moon'], /no region called "moon"\. The regions are us, mx,/u],
    ['a number and a region', good('--emergency-number', '999'), /either --region or --emergency-number, not both/u],
    [
      'a number that is a word',
      [...asked.slice(0, -2), '--emergency-number', 'help'],
      /^Emergency number: please use/u,
    ],
    ['a number without a digit', [...asked.slice(0, -2), '--emergency-number', '+'], /^Emergency number: please use/u],
    ['no number to call', asked.slice(0, -2), noNumber],
    ['no number to call, as text', [...asked.slice(0, -2), '--text'], noNumber],
    ['an empty number to call', [...asked.slice(0, -2), '--emergency-number', ' '], noNumber],
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
    expect(readdirSync(inFolder())).toEqual([])
  })

  test('warns of what a patient may misread in the note', async () => {
    const { status, stderr } = await run(...good('--note', 'Take 1.0 mg QD'), '--out', inFolder('sheet.pdf'))
    expect(status).toBe(0)
    expect(stderr).toMatch(/^Take care: Note: Write "once a day"/mu)
  })

  test('every mistake of every kind is told in one round', async () => {
    const wrong = ['--patient', 'Patient 😀', '--result', 'ALT=high', '--retest', '2026-11-21', '--cause', 'moonlight']
    const unsafe = ['--fact', 'confusion', '--emergency-number', '']
    const topic = ['--topic', 'raised-liver-enzymes', '--date', '2026-11-22']
    const { stderr } = await run(...topic, ...wrong, ...unsafe, '--out', inFolder('sheet.pdf'))
    for (const sentence of [
      /"😀" cannot be printed/u,
      /must be a number/u,
      /in the past/u,
      /no cause called "moonlight"/u,
      /Stop: INR 1\.5 or more, or confusion/u,
      /number to call for an ambulance is not known/u,
    ])
      expect(stderr).toMatch(sentence)
  })

  test('a file that is not JSON', async () => {
    const ending = await run('--selection', write('s.json', '{'), '--region', 'uk', '--out', inFolder('sheet.pdf'))
    expect(ending).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('not valid JSON') })
    expect(readdirSync(inFolder())).toEqual(['s.json'])
  })

  test('a name of one word as long as may be is not bad input: it prints whole', async () => {
    const name = 'Wm'.repeat(40)
    expect((await run(...asked, '--patient', name, '--out', inFolder('sheet.pdf'))).status).toBe(0)
    const { text } = await readPdf(new Uint8Array(readFileSync(inFolder('sheet.pdf'))))
    expect(text.replaceAll(' ', '')).toContain(name)
  })

  test('nowhere to write', async () => {
    expect((await run('--topic', 'raised-liver-enzymes')).stderr).toMatch(/--out/u)
  })

  test('a Chinese name is not bad input: it prints in the fallback font', async () => {
    expect((await run(...asked, '--patient', '患者姓名', '--out', inFolder('sheet.pdf'))).status).toBe(0)
  })
})
