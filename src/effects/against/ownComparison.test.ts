// On the embedded database alone
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { hasReference, outside } from '../../../test/reference.ts'
import { OwnComparison, type OwnAnswer, type OwnQuestion } from './ownComparison.ts'
import type { FileShown } from './ownFile.ts'

const today = '2026-01-15'
const made = readFileSync('docs/users/exempel/jamforelse.csv')
const question: OwnQuestion = {
  ...{ treated: 'startade', outcome: 'arbetstid', placebo: 'arbetstid_före' },
  covariates: ['ålder', 'kvinna', 'månader_utan_arbete', 'arbetstid_före'],
  placeboCovariates: ['ålder', 'kvinna', 'månader_utan_arbete'],
  ...{ indexDateRule: 'första mötet, samma kvartal', lottery: false },
}
const asked = [
  '--treated',
  'startade',
  '--outcome',
  'arbetstid',
  '--covariates',
  question.covariates.join(','),
  '--placebo',
  'arbetstid_före',
]
const declared = ['--same-window', '--index-date-rule', question.indexDateRule!, '--sensitivity', '--json']
const terminal = (args: string[]): Record<string, unknown> =>
  JSON.parse(execFileSync(process.execPath, ['src/cli.ts', 'effect', ...args], { encoding: 'utf8' })) as Record<string, unknown>

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
async function opened(...files: Uint8Array[]): Promise<OwnComparison> {
  const own = new OwnComparison()
  for (const [place, file] of files.entries()) expect(await own.open(place as 0 | 1, file, today)).toMatchObject({ kind: 'read' })
  return own
}
const told = (answer: OwnAnswer): Record<string, unknown> => {
  if (answer.kind !== 'result') throw new Error(JSON.stringify(answer))
  const { report, sensitivity, leftOut } = answer.result
  return JSON.parse(JSON.stringify({ ...report, sensitivity, leftOut })) as Record<string, unknown>
}

describe('a file read in the browser', () => {
  test('gives every number that the terminal gives', async () => {
    const own = await opened(made)
    expect(told(await own.compare(question))).toEqual(terminal(['docs/users/exempel/jamforelse.csv', ...asked, ...declared]))
  })
  test('gives the same in two files as in one', async () => {
    const [head, ...lines] = made.toString('utf8').trim().split(/\r?\n/)
    const of = (mark: string): Uint8Array => bytes([head, ...lines.filter((line) => line.startsWith(mark))].join('\n'))
    const [one, two] = [await opened(made), await opened(of('1'), of('0'))]
    const [first, second] = [told(await one.compare(question)), told(await two.compare(question))]
    expect((second.dr as { estimate: number }).estimate).toBeCloseTo((first.dr as { estimate: number }).estimate, 9)
    expect([second.n1, second.n0, second.leftOut, second.verdict]).toEqual([first.n1, first.n0, 0, 'effect'])
  })
  test('gives the same from a workbook, where numbers are numbers', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Blad1')
    const [head, ...lines] = made.toString('utf8').trim().split(/\r?\n/)
    sheet.addRow(head!.split(';'))
    for (const line of lines) sheet.addRow(line.split(';').map((cell) => (cell === '' ? null : Number(cell.replace(',', '.')))))
    const book = await opened(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(told(await book.compare(question))).toEqual(told(await (await opened(made)).compare(question)))
  })
  test('and no row of it is in the answer', async () => {
    const marked = made.toString('utf8').replace('19,5;24;', '19,4987654321;24,00123;')
    const answer = JSON.stringify(await (await opened(bytes(marked))).compare(question))
    expect(answer).not.toMatch(/4987654321|24\.00123/)
  })
})

describe('columns of names', () => {
  const lines = made.toString('utf8').trim().split(/\r?\n/)
  const words = bytes(
    lines
      .map((line, at) =>
        at === 0 ? line : line.replace(/^([^;]*;[^;]*;[^;]*;)([01])/, (_, before, one) => before + (one === '1' ? 'Kvinna' : 'Man')),
      )
      .join('\n'),
  )
  test('become 0 and 1, and the estimate is the same', async () => {
    const own = await opened(words)
    const [named, plain] = [told(await own.compare(question)), told(await (await opened(made)).compare(question))]
    expect(Object.keys(named.balance as object).filter((name) => name.startsWith('kvinna'))).toHaveLength(1)
    expect((named.dr as { estimate: number }).estimate).toBeCloseTo((plain.dr as { estimate: number }).estimate, 9)
  })
  test('yes and no are 1 and 0 in every column', async () => {
    const yes = bytes(lines.map((line) => line.replace(/^1;/, 'Ja;').replace(/^0;/, 'nej;')).join('\n'))
    expect(told(await (await opened(yes)).compare(question))).toEqual(told(await (await opened(made)).compare(question)))
  })
})

describe('what is wrong', () => {
  const file = (rows: string[]): Uint8Array => bytes(['t;y;x', ...rows].join('\n'))
  const ask: OwnQuestion = {
    treated: 't',
    outcome: 'y',
    covariates: ['x'],
    placeboCovariates: [],
    indexDateRule: undefined,
    lottery: false,
  }
  const plain = Array.from({ length: 60 }, (_, at) => `${at % 2};${(at * 7) % 5};${(at * 3) % 11}`)
  const answer = async (rows: string[], over: Partial<OwnQuestion> = {}): Promise<OwnAnswer> =>
    (await opened(file(rows))).compare({ ...ask, ...over })
  test('in cells is told all at once, by column and row', async () => {
    const found = await answer(plain.with(1, '2;3;x').with(4, '0;1;').with(6, '1;;4'))
    expect(found).toMatchObject({ kind: 'faults', total: 3 })
    expect(found.kind === 'faults' && found.faults.map(({ key, column, row, given }) => [key, column, row, given])).toEqual([
      ['notZeroOrOne', 't', 3, '2'],
      ['notNumber', 'x', 3, 'x'],
      ['emptyCell', 'x', 6, ''],
    ])
  })
  test('with a column that the second file lacks is told with the file', async () => {
    const own = await opened(file(plain), bytes(['y;z', ...plain.map((line) => line.slice(2))].join('\n')))
    expect(await own.compare(ask)).toMatchObject({ kind: 'faults', faults: [{ key: 'columnMissing', file: 1, column: 'x' }] })
  })
  test('with a model is told with column and row', async () => {
    expect(await answer(plain.map((line) => line.replace(/\d+$/, '4')))).toMatchObject({
      kind: 'model',
      fault: { key: 'constant', args: { column: 'x' } },
    })
    expect(await answer(plain.map((line) => (line.startsWith('1') ? line.replace(/\d+$/, '99') : line)))).toMatchObject({
      kind: 'model',
      fault: { key: 'noOverlap', args: { column: 'x', row: 3, file: 0 } },
    })
  })
  test('without a group is told', async () => {
    expect(await answer(plain.map((line) => line.replace(/^\d/, '0')))).toMatchObject({ kind: 'model', fault: { key: 'nobodyStarted' } })
    expect(await answer(plain.map((line) => line.replace(/^\d/, '1')))).toMatchObject({ kind: 'model', fault: { key: 'everybodyStarted' } })
  })
  test('fewer than twenty in a group are not compared', async () => {
    const rows = [...plain.filter((line) => line.startsWith('0')), ...plain.filter((line) => line.startsWith('1')).slice(0, 19)]
    expect(await answer(rows)).toEqual({ kind: 'model', fault: { key: 'tooFew', args: { group: 'treated', n: 19, least: 20 } } })
  })
  test('no table is refused with its reason', async () => {
    expect(await new OwnComparison().open(0, bytes('%PDF-1.7'), today)).toMatchObject({ kind: 'refused', refusal: { reason: 'notATable' } })
  })
  test('and nothing is reckoned once it is stopped', async () => {
    const stopped = AbortSignal.abort()
    expect(await (await opened(file(plain))).compare(ask, { signal: stopped })).toEqual({ kind: 'cancelled' })
  })
})

test('a column that points out persons is shown without its values', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `19${String(60 + at)}0101-12${String(10 + at)};${at % 2};${at}`)
  const shown = (await new OwnComparison().open(0, bytes(['Personnummer;t;y', ...rows].join('\n')), today)) as FileShown
  expect(shown.columns[0]).toEqual({ name: 'Personnummer', holds: expect.any(String) as string, samples: [], identity: 'personnummer' })
  expect(shown.columns.map(({ holds }) => holds).slice(1)).toEqual(['zeroOrOne', 'numbers'])
})

test('a count under a heading of persons is no identity, and names that stand twice are told apart', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at % 4};${at % 2};${at};${at}`)
  const shown = (await new OwnComparison().open(0, bytes(['Kontaktpersoner;Har telefon;y;y', ...rows].join('\n')), today)) as FileShown
  expect(shown.columns.map(({ name, identity }) => [name, identity])).toEqual([
    ['Kontaktpersoner', undefined],
    ['Har telefon', undefined],
    ['y', undefined],
    ['y (D)', undefined],
  ])
})

describe.skipIf(!hasReference('effects'))(outside('effects', 'LaLonde’s data'), () => {
  const folder = join(process.env.SAMLAD_REFERENCE ?? '../shared/reference', 'effects')
  const nsw = join(folder, 'nsw_dw.csv')
  const cps = join(folder, 'cps1_controls.csv')
  const names = ['age', 'educ', 'black', 'hisp', 'marr', 'nodegree', 're74', 're75']
  const lalonde: OwnQuestion = {
    ...{
      treated: 'treat',
      outcome: 're78',
      covariates: names,
      placebo: 're75',
      placeboCovariates: names.filter((name) => name !== 're75'),
    },
    ...{ indexDateRule: 'lottning', lottery: false },
  }
  const args = [
    '--treated',
    'treat',
    '--outcome',
    're78',
    '--covariates',
    names.join(','),
    '--placebo',
    're75',
    '--same-window',
    '--index-date-rule',
    'lottning',
    '--sensitivity',
    '--json',
  ]
  test.each([
    ['the experiment', [nsw], [nsw], 'effect'],
    ['the survey', [nsw, cps], [nsw, '--controls', cps], 'difference'],
  ] as const)('%s: the same numbers as the terminal, and its verdict', async (_, files, places, verdict) => {
    const own = await opened(...files.map((file) => readFileSync(file)))
    const found = told(await own.compare(lalonde))
    expect(found).toEqual(terminal([...places, ...args]))
    expect(found.verdict).toBe(verdict)
  })
})
