// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dialects, writeSie, type Dialect } from '../../../test/sieFile.ts'
import { parseOre, writeOre } from './amount.ts'
import { decodeSie, encodePc8 } from './charset.ts'
import type { SieFile } from './domain.ts'
import { splitLine } from './fields.ts'
import { parseSie } from './parse.ts'

const read = (bytes: Uint8Array) => parseSie(decodeSie(bytes).text)
const readLines = (...lines: string[]) => parseSie(lines.join('\n'))

describe('a line', () => {
  test.each<[string, ReturnType<typeof splitLine>]>([
    ['#KONTO 5010 "Lokalhyra"', { label: 'KONTO', fields: ['5010', 'Lokalhyra'] }],
    ['#konto\t5010\t""', { label: 'KONTO', fields: ['5010', ''] }],
    [String.raw`#PROSA "Sagt \"nej\" två gånger"`, { label: 'PROSA', fields: ['Sagt "nej" två gånger'] }],
    [
      '#TRANS 5010 {1 "10" "6" "P 1"} -12.50',
      {
        label: 'TRANS',
        fields: [
          '5010',
          [
            ['1', '10'],
            ['6', 'P 1'],
          ],
          '-12.50',
        ],
      },
    ],
    ['#TRANS 5010 {} 1', { label: 'TRANS', fields: ['5010', [], '1'] }],
    ['#VER A 1 20260101 {', { label: 'VER', fields: ['A', '1', '20260101', '{'] }],
    ['#KONTO 5010 "Lokal', 'openQuote'],
    ['#TRANS 5010 {1 10 -5', 'openBrace'],
    ['#TRANS 5010 {1} -5', 'oddObjects'],
    ['#TRANS 5010 } -5', 'strayBrace'],
  ])('%s', (line, found) => expect(splitLine(line)).toEqual(found))
})

describe('an amount', () => {
  test.each([
    ['1234.5', 123450],
    ['-0.01', -1],
    ['.5', 50],
    ['12,30', 1230],
    ['7.100', 710],
    ['-0', 0],
    ['1 000', undefined],
    ['1.005', undefined],
    ['', undefined],
    ['1e3', undefined],
  ])('%s', (text, ore) => expect(parseOre(text)).toBe(ore))
  test('is the same when it has been written, to the öre', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }),
        (ore) => void expect(parseOre(writeOre(ore))).toBe(ore),
      ),
    ))
})

describe('letters', () => {
  test('of code page 437 are those of the format', () => {
    expect(decodeSie(Uint8Array.of(0x8f, 0x8e, 0x99, 0x86, 0x84, 0x94, 0x82, 0x90, 0x81, 0x9a))).toEqual({
      text: 'ÅÄÖåäöéÉüÜ',
      charset: 'PC8',
    })
  })
  test('of every byte come back as they were', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
    expect(encodePc8(decodeSie(bytes).text)).toEqual(bytes)
  })
  test('a file in UTF-8 or Windows-1252 is told apart', () => {
    expect(decodeSie(new TextEncoder().encode('Åtgärd é'))).toEqual({ text: 'Åtgärd é', charset: 'UTF-8' })
    expect(decodeSie(Uint8Array.from('Åtgärd é', (one) => one.charCodeAt(0)))).toEqual({ text: 'Åtgärd é', charset: 'Windows-1252' })
  })
})

const word = fc.stringMatching(/^[A-Za-zÅÄÖåäöé"][A-Za-zÅÄÖåäöé" 0-9]{0,10}$/).map((text) => text.trim())
const ore = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const account = fc.integer({ min: 3000, max: 8999 }).map(String)
const object = fc.tuple(fc.constantFrom('1', '6'), word)
const row = fc.record({ account, objects: fc.array(object, { maxLength: 2 }), amountOre: ore, dated: fc.constant('2026-03-04') })
const voucher = fc
  .record({ series: fc.constantFrom('A', ''), number: fc.nat(9999).map(String), rows: fc.array(row, { maxLength: 4 }) })
  .map(({ rows, ...one }) => {
    const rest = -rows.reduce((sum, { amountOre }) => sum + amountOre, 0)
    const balanced = [...rows, { account: '1930', objects: [], amountOre: rest || 0, dated: '2026-03-04' }]
    return { ...one, dated: '2026-03-04', rows: balanced }
  })
const header = fc.record({
  ...{ program: word, company: word, generatedOn: fc.constantFrom('2026-04-01', null), through: fc.constantFrom('2026-03-31', null) },
  year: fc.constant(2026),
  accounts: fc.uniqueArray(fc.record({ account, name: word, kind: fc.constantFrom('K', 'I', null) }), { selector: (one) => one.account }),
  dimensions: fc.constant([{ dimension: '6', name: 'Projekt' }]),
  objects: fc.uniqueArray(fc.record({ dimension: fc.constant('6'), object: word, name: word }), { selector: (one) => one.object }),
})
const balance = fc.record({ account, month: fc.constantFrom('202601', '202602'), objects: fc.constant([]), amountOre: ore })
const files: fc.Arbitrary<SieFile> = fc.oneof(
  fc.record({ one: header, vouchers: fc.array(voucher, { minLength: 1, maxLength: 6 }) }).map(({ one, vouchers }) => ({
    ...{ ...one, type: '4E' as const, vouchers, balances: [] },
  })),
  fc.record({ one: header, balances: fc.array(balance, { minLength: 1 }) }).map(({ one, balances }) => ({
    ...{ ...one, type: '2' as const, vouchers: [], balances },
  })),
)

describe('a file', () => {
  test.each(Object.entries<Dialect>(dialects))('of any content comes back as it was written: %s', (_, dialect) =>
    fc.assert(
      fc.property(files, (file) => void expect(read(writeSie(file, dialect))).toMatchObject({ file, faults: [] })),
      { numRuns: 60 },
    ),
  )
  test('with rows added and struck counts those that hold', () => {
    const rows = ['{', '#TRANS 5010 {} 100', '#BTRANS 5010 {} 70', '#RTRANS 1930 {} -100', '#TRANS 1930 {} -100', '}']
    const { file } = readLines('#SIETYP 4', '#RAR 0 20260101 20261231', '#RES 0 5010 100', '#VER A 1 20260105 "x"', ...rows)
    expect(file?.vouchers[0]?.rows.map(({ account, amountOre }) => [account, amountOre])).toEqual([
      ['5010', 10000],
      ['1930', -10000],
    ])
  })
  test('of type 3 keeps accounts and their objects apart, and other years out', () => {
    const { file } = readLines(
      ...['#SIETYP 3', '#RAR 0 20260101 20261231', '#RES 0 5010 300', '#PSALDO 0 202601 5010 {} 300 0'],
      ...['#PSALDO 0 202601 5010 {6 "P1"} 200', '#PSALDO -1 202501 5010 {} 999'],
    )
    expect(file?.balances).toEqual([
      { account: '5010', month: '202601', objects: [], amountOre: 30000 },
      { account: '5010', month: '202601', objects: [['6', 'P1']], amountOre: 20000 },
    ])
  })
  test('for import holds vouchers alone, which is told, and its year is theirs', () => {
    const { file, warnings } = readLines('#SIETYP 4', '#VER "" "" 20260105', '{', '#TRANS 5010 {} 1', '#TRANS 1930 {} -1', '}')
    expect([file?.type, file?.year, warnings]).toEqual(['4I', 2026, [{ key: 'vouchersAlone' }]])
  })
  test('whose rows are not its balances is read, and it is told', () => {
    const { warnings } = readLines('#SIETYP 2', '#RAR 0 20260101 20261231', '#RES 0 5010 300', '#PSALDO 0 202601 5010 {} 200')
    expect(warnings).toEqual([{ key: 'notItsSum', args: { account: '5010', rows: 200, sum: 300 } }])
  })
  test.each([
    ['a voucher that does not balance', ['#VER A 7 20260105', '{', '#TRANS 5010 {} 100', '}'], [[4, 'unbalanced']]],
    ['a voucher that is never closed', ['#VER A 7 20260105', '{', '#TRANS 5010 {} 100'], [[4, 'openVoucher']]],
    ['a voucher without rows', ['#VER A 7 20260105', '#KONTO 5010 x'], [[4, 'openVoucher']]],
    ['a voucher inside another', ['#VER A 7 20260105', '{', '#VER A 8 20260105', '{', '}'], [[4, 'openVoucher']]],
    ['a row outside a voucher', ['#TRANS 5010 {} 100'], [[4, 'outsideVoucher']]],
    ['a day that is none', ['#VER A 7 20260230', '{', '}'], [[4, 'badDate']]],
    ['a voucher of another year', ['#VER A 7 20251231', '{', '}'], [[4, 'outsideYear']]],
    ['an amount that is none', ['#RES 0 5010 hundra'], [[4, 'badAmount']]],
    ['an account that is none', ['#KONTO "" x'], [[4, 'badAccount']]],
    ['a row without its braces', ['#VER A 7 20260105', '{', '#TRANS 5010 100', '}'], [[6, 'noObjects']]],
    ['euro', ['#VALUTA EUR'], [[4, 'currency']]],
    ['text without a label', ['hej'], [[4, 'noLabel']]],
    [
      'every fault, by line',
      ['#RES 0 5010 x', '#KONTO "5010'],
      [
        [4, 'badAmount'],
        [5, 'openQuote'],
      ],
    ],
  ])('with %s is not read, and the line is told', (_, lines, found) => {
    const { file, faults } = readLines('#SIETYP 4', '#RAR 0 20260101 20261231', '#RES 0 4010 0', ...lines)
    expect([file, faults.map(({ line, key }) => [line, key])]).toEqual([undefined, found])
  })
  test.each([
    ['whose year is not a calendar year', ['#RAR 0 20250701 20260630', '#RES 0 5010 1'], 'brokenYear'],
    ['without a year', ['#RES 0 5010 1'], 'noYear'],
    ['of an unknown type', ['#SIETYP 5', '#RAR 0 20260101 20261231', '#RES 0 5010 1'], 'unknownType'],
    ['with nothing in it', ['#RAR 0 20260101 20261231'], 'nothingInIt'],
  ])('%s is not read', (_, lines, key) => expect(readLines(...lines).faults.map((fault) => fault.key)).toEqual([key]))
  test('of anything at all is read or refused, and never breaks', () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void expect(read(bytes).faults).toBeInstanceOf(Array))))
  test('stops telling after fifty faults', () =>
    expect(parseSie('hej\n'.repeat(1000)).faults.filter(({ key }) => key === 'noLabel')).toHaveLength(50))
})
