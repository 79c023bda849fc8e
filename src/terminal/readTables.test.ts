import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { afterAll, describe, expect, test } from 'vitest'
import { CommandError, exitCodes } from './exitCodes.ts'
import { terminalMessages } from './messages.ts'
import { readTables, secondsOf, type TableFlags } from './readTables.ts'
import { tableMessages } from './tableMessages.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-tables-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hierarchy = join(folder, 'platser.csv')
writeFileSync(hierarchy, 'dim;kod;över\n\nplats;Riket;\nplats;R1;Riket\nplats;F1;R1\nplats;F2;R1\n')

function refusalOf(csv: string, flags: TableFlags = { hierarchy }): { code: number; said: string } {
  const file = join(folder, csv.startsWith('{') ? 'antal.json' : 'antal.csv')
  writeFileSync(file, csv)
  try {
    readTables(file, flags)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    const messages = { ...terminalMessages, ...tableMessages }
    const message = messages[error.key as keyof typeof messages].sv
    return { code: error.code, said: String(new IntlMessageFormat(message, 'sv').format({ ...error.args, file: 'antal.csv' })) }
  }
  return { code: exitCodes.done, said: '' }
}

describe('what is wrong in a CSV file of counts ends with 2 and is told by its row, the heading being 1', () => {
  test.each([
    ['F1;K;3\nF2;K;-2', 'rad 3 (F2|K): antalet -2 är negativt'],
    ['F1;K;3\nF2;K;1,5', 'rad 3 (F2|K): antalet 1.5 är inte ett heltal'],
    ['F1;K;3\nF2;K;4\nF1;K;3', 'rad 4: F1|K står två gånger'],
    ['F1;K;3000000000', 'rad 2 (F1|K): antalet 3000000000 är för stort'],
    ['F1;K;3\nR1;K;4', 'rad 3 (R1|K): R1 i plats har underordnade'],
    ['F1;K;3\n\n;;\nF2;K;-2', 'rad 5 (F2|K): antalet -2 är negativt'],
    ['F1;K;3\n\nF9;K;2', 'rad 4: koden F9 finns inte i hierarkin för plats'],
  ])('%j', (rows, place) => {
    const { code, said } = refusalOf(`plats;kön;antal\n${rows}\n`)
    expect(code).toBe(exitCodes.usage)
    expect(said).toContain(`antal.csv, ${place}`)
  })
  test.each([
    ['land;F3;', 'rad 6: det finns ingen kolumn land'],
    ['plats;F1;Riket', 'rad 6: koden F1 i plats står redan på rad 4'],
    ['plats', 'rad 6: ska vara dimension'],
    ['plats;F3;R1;F9', 'rad 6: ska vara dimension'],
    ['plats;F3;R9', 'rad 6: R9 ovanför'],
  ])('so is what is wrong in the hierarchy: %j', (row, place) => {
    const file = join(folder, 'fel.csv')
    writeFileSync(file, `dim;kod;över\nplats;Riket;\nplats;R1;Riket\nplats;F1;R1\nplats;F2;R1\n${row}\n`)
    const { code, said } = refusalOf('plats;kön;antal\nF1;K;3\n', { hierarchy: file })
    expect(code).toBe(exitCodes.usage)
    expect(said).toContain(`hierarkin, ${place}`)
  })
  test('a good one is read', () => expect(refusalOf('plats;kön;antal\nF1;K;3\nF2;K;4\n').code).toBe(exitCodes.done))
})

describe('flags beside a JSON file', () => {
  const json = JSON.stringify({
    threshold: 5,
    dims: [{ name: 'a', codes: ['Tot', 'x'], parent: [-1, 0] }],
    tables: [{ dims: [0] }],
    base: [[1, 7]],
  })
  test.each([
    [{ hierarchy }, '--hierarchy gäller bara CSV'],
    [{ table: ['a'] }, '--table gäller bara CSV'],
    [{ threshold: '1' }, '--threshold 1: ange ett heltal'],
  ])('%j is refused, not passed over', (flags, said) => {
    expect(refusalOf(json, flags)).toMatchObject({ code: exitCodes.usage, said: expect.stringContaining(said) as string })
  })
  test('another threshold holds instead of that of the file', () => {
    const file = join(folder, 'gräns.json')
    writeFileSync(file, json)
    expect([readTables(file, {}).threshold, readTables(file, { threshold: '10' }).threshold]).toEqual([5, 10])
  })
  test('and where the file says none', () => {
    const file = join(folder, 'utan gräns.json')
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(json) as object), threshold: undefined }))
    expect(readTables(file, { threshold: '10' }).threshold).toBe(10)
    expect(() => readTables(file, {})).toThrow('tables.noThreshold')
  })
})

test.each(['', ' \n', '\uFEFF'])('a file with nothing in it is named, and ends with 2: %j', (text) =>
  expect(refusalOf(text)).toEqual({
    code: exitCodes.usage,
    said: 'antal.csv är tom. Spara den igen där den kom ifrån, eller ange en annan fil.',
  }),
)
test('so is an empty hierarchy', () => {
  const file = join(folder, 'tom.csv')
  writeFileSync(file, '')
  expect(() => readTables(join(folder, 'antal.csv'), { hierarchy: file })).toThrow(
    expect.objectContaining({ key: 'terminal.emptyFile', args: { file } }) as Error,
  )
})

test.each([
  ['0.5', 0.5],
  ['60', 60],
])('seconds may have parts: %s', (given, seconds) => expect(secondsOf(given, '--time')).toBe(seconds))
test.each(['0', '-1', '', 'NaN', 'Infinity', '0,5'])('%j is no time to work in', (given) =>
  expect(() => secondsOf(given, '--time')).toThrow('tables.badSeconds'),
)
