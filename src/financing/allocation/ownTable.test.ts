import { describe, expect, test } from 'vitest'
import { importLimits } from '../../spreadsheet/limits.ts'
import { readSheets } from '../../spreadsheet/readSheets.ts'
import { MoneyFault } from '../kronor.ts'
import { inventedTable, readOwnTable } from './ownTable.ts'
import { allocateBy, allocationRows, knownRules } from './rules.ts'

const read = async (text: string) => readOwnTable((await readSheets(new TextEncoder().encode(text), importLimits)).sheets)
const heading = 'Förbund;Försörjningsmått;Invånare 16–64'

describe('a table of one’s own', () => {
  test('is read below titles, with columns in any order and numbers as people write them', async () => {
    const { subjects, faults } = await read(
      'Underlag 2027;;;;;\n\nTak;Invånare 16-64;FÖRBUND;försörjningsmått;Eget kapital;Förra året\n4 000 000;61 000;Norr;410,5;-20;5000000\n;7;Söder;3;;\n',
    )
    expect(faults).toEqual([])
    expect(subjects).toEqual([
      { id: 'Norr', supportMeasure: 410.5, population: 61_000, previous: 5_000_000, equity: -20, cap: 4_000_000 },
      { id: 'Söder', supportMeasure: 3, population: 7, previous: null, equity: null, cap: null },
    ])
  })
  test('by municipality is summed by association; empty rows are none', async () => {
    const { subjects } = await read(`${heading};Kommun;Förra året\nNorr;10;100;A;5\nSöder;1;1;B;\nNorr;20;300;C;\n;;;;\n`)
    expect(subjects).toMatchObject([
      { id: 'Norr', supportMeasure: 30, population: 400, previous: 5 },
      { id: 'Söder', supportMeasure: 1, previous: null },
    ])
  })
  test.each([
    ['without headings', 'a;b\n1;2\n', 'allocation.table.noHeadings', undefined],
    ['with a word for a number', `${heading}\nNorr;många;5\n`, 'allocation.table.badNumber', 2],
    ['without a number', `${heading}\nNorr;;5\n`, 'allocation.table.badNumber', 2],
    ['without a name', `${heading}\nNorr;1;5\n;1;5\n`, 'allocation.table.noName', 3],
  ])('%s is told, by row, and nothing is reckoned with', async (_what, text, key, row) => {
    const { subjects, faults } = await read(text)
    expect([subjects, faults[0]?.key, faults[0]?.args.row]).toEqual([[], key, row])
  })
})

test('a cell with an error is told, in the columns that are read alone: as empty it would take a brake, the stair or a cap away', () => {
  const rows = [
    { row: 2, cells: ['Förbund', 'Försörjningsmått', 'Invånare', 'Kommentar', 'Förra året'] },
    { row: 3, cells: ['Norr', 410, 61_000, null, null] },
  ]
  const of = (...errors: string[]) => readOwnTable([{ name: 'Blad1', hidden: false, date1904: false, rows, errorCells: new Set(errors) }])
  expect(of('3 4')).toEqual({ subjects: [], faults: [{ key: 'allocation.table.errorCell', args: { row: 3, column: 'Förra året' } }] })
  expect(of('1 4', '3 3')).toMatchObject({ subjects: [{ id: 'Norr', previous: null }], faults: [] })
})

describe('the rules', () => {
  const rules = { ...knownRules, frame: 20_000_000 }
  const amounts = (more: object) => allocateBy({ ...rules, ...more }, inventedTable).allocations.map(({ amount }) => amount)
  test('that are not known are off from the start', () => {
    const { steps } = allocateBy({ ...rules, capOn: false }, inventedTable).allocations[2]!
    expect(steps.map(({ name }) => name).filter((name) => ['brake', 'equity', 'cap'].includes(name))).toEqual([])
  })
  test('each change something when switched on, and the whole frame is shared', () => {
    const off = amounts({ capOn: false })
    for (const on of [{ brakeOn: true, brakePercent: 0 }, { stairOn: true, stair: [{ above: 0.2, reduction: 0.1 }] }, { capOn: true }]) {
      const changed = amounts({ capOn: false, ...on })
      expect(changed).not.toEqual(off)
      expect(changed.reduce((sum, one) => sum + one, 0)).toBe(rules.frame)
    }
  })
  test('are compared with those kept and with last year', () => {
    const [plain, capped] = [allocateBy({ ...rules, capOn: false }, inventedTable), allocateBy(rules, inventedTable)]
    const [, south] = allocationRows(capped, inventedTable, plain)
    expect(south).toMatchObject({ amount: 6_000_000, previous: 5_900_000, changeFromPrevious: 100_000 })
    expect(south!.changeFromCompared).toBe(6_000_000 - plain.allocations[1]!.amount)
    expect(allocationRows(capped, inventedTable)[0]!.compared).toBeNull()
  })
  test('that cannot be are refused at their field', () => {
    for (const [more, where] of [
      [{ frame: NaN }, 'frame'],
      [{ base: 5_000_000 }, 'base'],
      [{ supportPercent: 120 }, 'weights.supportMeasure'],
      [{ brakeOn: true, brakePercent: -1 }, 'brake'],
    ] as const) {
      try {
        allocateBy({ ...rules, ...more }, inventedTable)
        expect.unreachable()
      } catch (error) {
        expect(error instanceof MoneyFault && error.where).toBe(where)
      }
    }
  })
})
