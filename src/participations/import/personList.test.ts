import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { headerXml, xlsxOf } from '../../../test/xlsxFile.ts'
import { MASK } from './problem.ts'
import { PersonList, type DryRun, type Reading } from './personList.ts'

const head = 'Löpnr;Hemkommun;Kön;Födelseår;Startdatum;Sysselsättning före;Försörjning före;Grund;Datum för grund'
const row = (number: number, entry = '2024-03-02', occupation = 'Annat'): string =>
  `A${number};Malmö;Kvinna;1981;${entry};${occupation};Sjukpenning;Samtycke;2024-03-01`

async function open(content: string | Uint8Array): Promise<{ list: PersonList; reading: Reading }> {
  const municipalities = [{ code: '1280', name: 'Malmö' }]
  const list = new PersonList({ today: '2026-06-30', municipalities, interventions: [{ id: 'i-1', name: 'Steget' }], remembered: {} })
  const reading = await list.read(typeof content === 'string' ? strToU8(content) : content)
  if (reading.kind === 'refused') throw new Error(reading.refusal.reason)
  return { list, reading }
}
async function checked(content: string | Uint8Array): Promise<DryRun> {
  const { list, reading } = await open(content)
  return (await list.check({ intervention: 'i-1', withoutGround: 'block', decisions: reading.columns.map(({ decision }) => decision) }))!
}
const told = ({ problems }: DryRun): string[] => problems.map(({ row, key, field }) => `${row} ${key} ${field ?? ''}`.trim())
const warned = ({ reading }: { reading: Reading }): string[] => reading.warnings.map(({ kind, first }) => `${kind} ${first}`)

describe('what a list is', () => {
  test('every known heading is matched, also Datum för grund', async () => {
    const { reading } = await open([head, row(1)].join('\n'))
    expect(reading.columns.map(({ decision }) => decision)).not.toContain(undefined)
    expect(reading.columns.at(-1)?.decision).toBe('groundDate')
  })
  test('a field under its own name is matched though no value can be read', async () => {
    const { reading } = await open('Kön;Startdatum;Hemkommun\nx;snart;Malmö\ny;sen;Malmö\n')
    expect(reading.columns.map(({ decision }) => decision)).toEqual(['sex', 'entryDate', 'municipality'])
  })
  test('a list with headings and no rows is said to have none', async () => expect(warned(await open(`${head}\n`))).toEqual(['noRows 1']))
  test('a list without headings is asked about, and what identifies somebody in its first row is masked', async () => {
    const lines = [1, 2, 3, 4].map((number) => `${row(number)};Anna Andersson;850312-2395`)
    const opened = await open(lines.join('\n'))
    expect(warned(opened)).toEqual(['headingsAreData 1'])
    const headings = opened.reading.columns.map(({ heading }) => heading)
    expect(headings.slice(-2)).toEqual([`An${MASK.repeat(8)}`, `85${MASK.repeat(8)}`])
  })
  test('a sample that identifies somebody is masked', async () => {
    const { reading } = await open([head, row(1), row(2).replace('A2', '850312\u00a02395'), row(3), row(4), row(5)].join('\n'))
    expect(reading.columns[0]!.samples).toEqual(['A1', `85${MASK.repeat(8)}`, 'A3'])
  })
})

describe('what is told of its rows', () => {
  test('errors before warnings, however many those are', async () => {
    const late = row(0, '2024-03-02').replace('2024-03-01', '2024-09-01')
    const lines = Array.from({ length: 600 }, (_, at) => late.replace('A0', `A${at}`))
    const run = await checked([head, ...lines, row(601, '2024-03-02', 'Skolkar')].join('\n'))
    expect(run.problems).toHaveLength(500)
    expect(told(run)[0]).toBe('602 unknownCode occupationBefore')
  })
  test('a column that is not there is missing once', async () => {
    const lines = [head, row(1), row(2), row(3)].map((line) =>
      line
        .split(';')
        .filter((_, at) => at !== 4)
        .join(';'),
    )
    const run = await checked(lines.join('\n'))
    expect([told(run), run.counts.blocked]).toEqual([['2 noColumn entryDate'], 3])
  })
  test('headings again in the middle are one error', async () => {
    const run = await checked([head, row(1), head, row(2)].join('\n'))
    expect([told(run), run.counts.accepted]).toEqual([['3 headingAgain'], 2])
  })
  test('an error value in a field that is needed is a formula, not an empty cell', async () =>
    expect(told(await checked([head, row(1, '#DIV/0!')].join('\n')))).toEqual(['2 formulaError entryDate']))
  test('so is a formula without a stored result', async () => {
    const cells = ['Malmö', 'Kvinna', '1981'].map((text, at) => `<c r="${'ABC'[at]}2" t="inlineStr"><is><t>${text}</t></is></c>`).join('')
    const rows = `${headerXml('Hemkommun', 'Kön', 'Födelseår', 'Startdatum')}<row r="2">${cells}<c r="D2"><f>TODAY()</f></c></row>`
    expect(told(await checked(xlsxOf({ rows })))).toContain('2 formulaError entryDate')
  })
})
