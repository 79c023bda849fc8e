// On the embedded database alone
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { messages } from '../messages.ts'
import { translator } from '../values/catalogue.ts'
import { compareCommand } from './compareCommand.ts'
import { curveCommand } from './curveCommand.ts'
import { effectCommand } from './effectCommand.ts'
import { CommandError } from './exitCodes.ts'
import type { Terminal } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-estimates-'))
afterAll(() => rmSync(folder, { recursive: true }))
const commands = { curve: curveCommand, effect: effectCommand, compare: compareCommand }
let files = 0
function written(text: string): string {
  const file = join(folder, `${++files}.csv`)
  writeFileSync(file, text)
  return file
}
/** What a command says in JSON; or why it ends with 2, in words without the folder. */
async function said(name: keyof typeof commands, ...args: string[]): Promise<unknown> {
  let out = ''
  const t = translator(messages, 'sv')
  const terminal: Terminal = {
    ...{ locale: 'sv', t, json: true, signal: new AbortController().signal },
    out: (text) => void (out += text),
    err: () => undefined,
    progress: () => undefined,
  }
  try {
    await commands[name](args, terminal)
    return JSON.parse(out)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    expect(error.code).toBe(2)
    return t(error.key as keyof typeof messages, error.args).replaceAll(`${folder}/`, '')
  }
}

describe('curve', () => {
  const lines = ['5,1,0,a', '8,0,0,b', '8,2,3,a', '9,1,0,b']
  const file = (more = ''): string => written(`dagar,hur,från,grupp\n${lines.join('\n')}\n${more}`)
  const asked = ['--time', 'dagar', '--status', 'hur']
  test('tells share, error, interval and at risk at each time asked for, in their order', async () => {
    expect(await said('curve', file(), ...asked, '--at', '9,5')).toMatchObject({
      n: 4,
      groups: [
        {
          ...{ group: null, n: 4, censored: 1 },
          causes: [
            {
              cause: 1,
              events: 2,
              at: [
                { time: 5, estimate: 0.25, atRisk: 4 },
                { time: 9, estimate: 0.75, atRisk: 1 },
              ],
            },
            { cause: 2, events: 1, restrictedMeanTime: { tau: 9, estimate: expect.closeTo(0.25, 12), se: null } },
          ],
        },
      ],
    })
  })
  test('keeps a cause in a group where it did not happen', async () => {
    expect(await said('curve', file(), ...asked, '--group', 'grupp', '--at', '9')).toMatchObject({
      groups: [
        { group: 'a', causes: [{ events: 1 }, { events: 1 }] },
        { group: 'b', causes: [{ events: 1 }, { cause: 2, events: 0, at: [{ estimate: 0, lower: null }] }] },
      ],
    })
  })
  test('with one cause asked for tells that alone, and the error of its mean time by resampling, the seed beside it', async () => {
    const found = await said('curve', file(), ...asked, '--cause', '2', '--at', '9', '--bootstrap', '500', '--seed', '4')
    expect(found).toMatchObject({
      bootstrap: { resamples: 500, seed: 4 },
      groups: [{ causes: [{ cause: 2, restrictedMeanTime: { se: expect.any(Number) } }] }],
    })
    expect(await said('curve', file(), ...asked, '--cause', '2', '--at', '9', '--bootstrap', '500', '--seed', '4')).toEqual(found)
  })
  test.each<[string, string, string[]]>([
    ['7.csv, rad 6: dagar 2 är före från 4.', '2,1,4,a\n', ['--entry', 'från']],
    ['8.csv, rad 6, kolumn dagar: tiden -2 är negativ.', '-2,1,4,a\n', []],
    ['9.csv, rad 6, kolumn hur: 300 är för stort. Utfall numreras 1–255.', '2,300,0,a\n', []],
    ['10.csv, kolumn hur: utfallet 3 finns inte. De som finns är: 1, 2.', '', ['--cause', '3']],
    ['--at x: ange 180,365.', '', ['--at', 'x']],
    ['--bootstrap 100: ange ett heltal, minst 500.', '', ['--bootstrap', '100']],
    ['--time, --status, --entry, --group: dagar står två gånger.', '', ['--entry', 'dagar']],
  ])('%s', async (why, more, args) => {
    const found = (await said('curve', file(more), ...asked, ...args)) as string
    expect(found.replace(/^\d+\.csv/, '')).toBe(why.replace(/^\d+\.csv/, ''))
  })
  test('a person who is seen for no time at all is counted, and never at risk', async () =>
    expect(await said('curve', file('4,0,4,a\n'), ...asked, '--entry', 'från')).toMatchObject({ n: 5, groups: [{ n: 5, neverAtRisk: 1 }] }))
  test('says which flag is missing', async () =>
    expect(await said('curve', file(), '--time', 'dagar')).toBe('Flaggan --status behövs. Kör samlad --help för exempel.'))
  test('nothing that happened is no curve', async () =>
    expect(await said('curve', written('dagar,hur\n1,0\n'), ...asked)).toMatch(/inga händelser/))
})

describe('effect', () => {
  const persons = (n: number, started: (at: number) => number | '', woman = (at: number): boolean => at % 7 < 3): string =>
    Array.from(
      { length: n },
      (_, at) => `${started(at)};${(at * 37) % 23};${20 + ((at * 7) % 41)};${woman(at) ? 1 : 0};${(at * 11) % 13}`,
    ).join('\n')
  const heading = 'start;utfall;ålder;kvinna;före'
  const file = written(`${heading}\n${persons(90, (at) => (at % 3 === 0 ? 1 : 0))}\n`)
  const asked = ['--treated', 'start', '--outcome', 'utfall', '--covariates', 'ålder,kvinna,före']
  test('takes comparison persons from another file, and leaves out the others of the first', async () => {
    const others = written(
      `kvinna;före;ålder;utfall\n${Array.from({ length: 80 }, (_, at) => `${at % 2};${at % 13};${20 + ((at * 3) % 41)};${at % 17}`).join('\n')}\n`,
    )
    expect(await said('effect', file, '--controls', others, ...asked)).toMatchObject({ n1: 30, n0: 80, leftOut: 60, verdict: 'difference' })
  })
  test('declares only when both are said', async () => {
    const pass = async (...args: string[]): Promise<unknown> =>
      ((await said('effect', file, ...asked, ...args)) as { gate: { sameWindow: { pass: unknown } } }).gate.sameWindow.pass
    expect(await pass('--same-window')).toBeNull()
    expect(await pass('--index-date-rule', 'samma kvartal')).toBeNull()
    expect(await pass('--same-window', '--index-date-rule', ' ')).toBeNull()
    expect(await pass('--same-window', '--index-date-rule', 'samma kvartal')).toBe('declared')
  })
  test('takes the placebo out of what it is adjusted for', async () => {
    const [implied, named] = [
      await said('effect', file, ...asked, '--placebo', 'före'),
      await said('effect', file, ...asked, '--placebo', 'före', '--placebo-covariates', 'ålder,kvinna'),
    ]
    expect(implied).toEqual(named)
    expect((implied as { placebo: unknown }).placebo).toMatchObject({ estimate: expect.any(Number) })
  })
  test.each(['start', 'utfall'])('%s is no placebo', async (name) =>
    expect(await said('effect', file, ...asked, '--placebo', name)).toBe(`--treated, --outcome, --placebo: ${name} står två gånger.`),
  )
  test('an empty outcome is missing, an empty background is wrong', async () => {
    const gap = (cells: string): string => written(`${heading}\n${persons(60, (at) => at % 2)}\n${cells}\n`)
    expect(await said('effect', gap('1;;30;1;2'), ...asked)).toMatchObject({ n1: 30, followUp: { treated: { n: 31, known: 30 } } })
    expect(await said('effect', gap('1;3;;1;2'), ...asked)).toMatch(/rad 62, kolumn ålder: värdet saknas/)
  })
  test('who is neither is told', async () =>
    expect(await said('effect', written(`${heading}\n1;2;3;4;5\n2;2;3;4;5\n`), ...asked)).toMatch(
      /rad 3, kolumn start: 2 ska vara 0 eller 1/,
    ))
  test.each(['e48', 'e-50'])('numbers of the size 1%s still have an interval', async (power) => {
    const far = persons(90, (at) => (at % 3 === 0 ? 1 : 0)).replaceAll(/^(\d);(\d+)/gm, `$1;$2${power}`)
    const near = (await said('effect', file, ...asked)) as Record<string, { se: number }>
    const found = (await said('effect', written(`${heading}\n${far}\n`), ...asked)) as typeof near
    for (const way of ['naive', 'ols', 'dr']) expect(found[way]!.se / near[way]!.se / Number(`1${power}`)).toBeCloseTo(1, 6)
  })
  test('no overlap names column and row', async () => {
    const apart = written(`${heading}\n${persons(40, (at) => (at < 15 ? 1 : 0)).replaceAll(/^1;(\d+);(\d+)/gm, '1;$1;9$2')}\n`)
    expect(await said('effect', apart, ...asked)).toMatch(/^\d+\.csv, rad 2, kolumn ålder: ingen överlappning/)
  })
  test('separation too', async () => {
    const started = (at: number): number => (at % 3 === 0 ? 1 : 0)
    const apart = written(`${heading}\n${persons(60, started, (at) => at % 3 !== 1)}\n`)
    expect(await said('effect', apart, '--treated', 'start', '--outcome', 'utfall', '--covariates', 'kvinna,ålder')).toMatch(
      /^\d+\.csv, rad \d+, kolumn kvinna: kolumnen skiljer/,
    )
  })
  test('only those who started is no comparison', async () =>
    expect(await said('effect', written(`${heading}\n${persons(9, () => 1)}\n`), ...asked)).toMatch(/ingen har 0/))
  test('a background that stands twice is told', async () =>
    expect(await said('effect', file, '--treated', 'start', '--outcome', 'utfall', '--covariates', 'ålder,ålder')).toBe(
      '--covariates: ålder står två gånger.',
    ))
})

describe('compare', () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${at % 10 === 0 ? 'B' : 'A'},${at % 3 === 0 ? 1 : 0},${(at * 7) % 19}`)
  const file = (more = ''): string => written(`enhet,utfall,ålder\n${rows.join('\n')}\n${more}`)
  const asked = ['--outcome', 'utfall', '--unit', 'enhet']
  test('tells observed and expected, in the order of names', async () => {
    expect(await said('compare', file('B,,4\n'), ...asked)).toMatchObject({
      ...{ n: 60, missing: 1, overall: { O: 20 } },
      units: [
        { unit: 'A', n: 54, O: 18, E: expect.closeTo(18, 9), compared: true },
        { unit: 'B', n: 6, O: 2, compared: false, funnelLimits: null },
      ],
    })
  })
  test('a unit of 12 is never said to be beyond chance, one of 20 is', async () => {
    const all = (unit: string, n: number): string => `${unit},1,3\n`.repeat(n)
    const none = Array.from({ length: 30 }, (_, at) => `C${at},0,3\n`.repeat(9) + `C${at},1,3\n`).join('')
    expect(await said('compare', written(`enhet,utfall,ålder\n${all('A', 12)}${all('B', 20)}${none}`), ...asked)).toMatchObject({
      units: [
        { unit: 'A', share: { estimate: 1 }, attention: false },
        { unit: 'B', attention: true },
        ...Array.from({ length: 30 }, () => ({ attention: false })),
      ],
    })
  })
  test('what decides the outcome is no background', async () =>
    expect(
      await said(
        'compare',
        written(`enhet,utfall,x\n${rows.map((row, at) => row.replace(/\d+$/, String(at % 3 === 0 ? 9 : at % 5))).join('\n')}\n`),
        ...asked,
        '--covariates',
        'x',
      ),
    ).toMatch(/rad \d+, kolumn x: kolumnen avgör utfallet/))
  test('an outcome of two is wrong', async () =>
    expect(await said('compare', file('A,2,3\n'), ...asked)).toMatch(/rad 62, kolumn utfall: 2 ska vara 0 eller 1/))
  test('one outcome alone is nothing', async () =>
    expect(await said('compare', written('enhet,utfall\na,1\nb,1\n'), ...asked)).toMatch(/alla kända utfall är 1/))
  test('a unit without a name is told', async () =>
    expect(await said('compare', file(',1,3\n'), ...asked)).toMatch(/rad 62, kolumn enhet: värdet saknas/))
})
