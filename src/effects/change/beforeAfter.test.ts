// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { attackCells, type Sum } from '../../../test/attack.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { about, hidden, noise, silence } from '../../../test/noise.ts'
import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { Occupation } from '../../participations/codes.ts'
import { missingValue } from '../../participations/factColumns.ts'
import { columnOf } from '../../statistics/column.ts'
import type { FigureTable } from '../../statistics/domain.ts'
import { pairedDifference } from '../intervals/pairedShares.ts'
import { beforeAfterOf, changeOf, changeText } from './beforeAfter.ts'
import { occupiedDimension } from './occupied.ts'

const period = { from: '2023-01', to: '2024-12' }

describe('whether somebody works', () => {
  test.each([
    ['by the extent', 50, 'other', 0],
    ['not with none of it, whatever the occupation', 0, 'work', 1],
    ['by the occupation where the extent is not recorded', missingValue.u8, 'workAndStudies', 0],
    ['not in another occupation', missingValue.u8, 'jobSeeking', 1],
    ['is not known where neither is', missingValue.u8, 'unknown', 2],
  ] as const)('is told %s', (_, extent, occupation, code) => {
    const facts = denseFacts(10, 1)
    facts.columns.workAfter.fill(extent)
    facts.columns.occupationAfter.fill(Occupation.index(occupation))
    expect([...columnOf(facts, occupiedDimension('work', 'after').column)]).toEqual(Array(10).fill(code))
  })
})

describe('the change', () => {
  const cells = (a: Cell, b: Cell, c: Cell, d: Cell): Cell[][] => [
    [a, b],
    [c, d],
  ]
  test('of exact numbers is the paired difference', () => {
    const { parts } = beforeAfterOf(askedOf(denseFacts(5000, 3), period, { by: silence }))
    const { table, change } = parts[0]!
    const [[yesYes, yesNo], [noYes, noNo]] = table.cells.map((line) => line.map((cell) => valueOf(cell)!)) as [
      [number, number],
      [number, number],
    ]
    const exact = pairedDifference({ yesYes, yesNo, noYes, noNo })!
    expect(change!.change).toBeCloseTo(exact.estimate, 12)
    expect(change!.after - change!.before).toBeCloseTo(exact.estimate, 12)
  })
  test('is less certain of approximate numbers than of exact ones', () => {
    const exact = pairedDifference({ yesYes: 20, yesNo: 5, noYes: 30, noNo: 60 })!
    const change = changeOf(cells(about(20), about(5), about(30), about(60)), noise)!
    expect(change.change).toBeCloseTo(exact.estimate, 12)
    expect(change.lower).toBeLessThan(exact.lower)
    expect(change.upper).toBeGreaterThan(exact.upper)
  })
  test('is not shown of fewer than 20, nor where a number is hidden', () => {
    expect(changeOf(cells(about(5), about(0), about(6), about(8)), noise)).toBeNull()
    expect(changeOf(cells(about(50), hidden, about(60), about(80)), noise)).toBeNull()
  })
})

test('says in words how many more of 100, and that it may be from one to the other', () => {
  const [work] = beforeAfterOf(askedOf(denseFacts(5000, 3), period)).sentences
  expect(work).toMatch(
    /^Av 100 som är kända både före och efter arbetade \d+ före och \d+ efter\. Förändringen är .+ av 100 \(kan vara från .+ till .+\)\.$/,
  )
})

describe('what is read of the change', () => {
  const { writing } = askedOf(denseFacts(1, 1), period)
  const said = (before: number, after: number, [lower, upper]: [number, number]): string =>
    changeText({ before, after, change: after - before, lower, upper }, 'work', writing)
  test('adds up: it is the difference of the two numbers as they are told', () =>
    expect(said(0.124, 0.246, [0.09, 0.15])).toBe(
      'Av 100 som är kända både före och efter arbetade 12 före och 25 efter. Förändringen är 13 fler av 100 (kan vara från 9 fler till 15 fler).',
    ))
  test('lies within what it may be, however little that is', () => {
    expect(said(0.124, 0.246, [0.121, 0.123])).toContain('13 fler av 100 (kan vara från 12 fler till 13 fler)')
    expect(said(0.246, 0.124, [-0.123, -0.121])).toContain('13 färre av 100 (kan vara från 13 färre till 12 färre)')
  })
  test('is none where the two are told alike', () =>
    expect(said(0.121, 0.124, [-0.02, 0.03])).toContain('12 före och 12 efter. Förändringen är ingen av 100'))
})

test('no count from one to four follows from the numbers and their sums', () => {
  for (let seed = 1; seed <= 15; seed++)
    for (const association of ['association-0', 'association-1', 'association-2']) {
      const content = beforeAfterOf(askedOf(denseFacts(60 + seed * 40, seed), period, { place: placeOf('association', association) }))
      for (const { table } of content.parts) expect(attackCells(...namedCells(table), noise)).toEqual([])
    }
})

/** The cells of before by after by name, and their sums. */
function namedCells({ rows, columns, cells, rowTotals, columnTotals, total }: FigureTable): [Map<string, Cell>, Sum[]] {
  const named = new Map<string, Cell>([['all', total]])
  const sums: Sum[] = [
    { total: 'all', parts: rows.map(({ code }) => `${code} .`) },
    { total: 'all', parts: columns.map(({ code }) => `. ${code}`) },
  ]
  rows.forEach(({ code }, row) => {
    named.set(`${code} .`, rowTotals[row]!)
    columns.forEach((column, at) => named.set(`${code} ${column.code}`, cells[row]![at]!))
    sums.push({ total: `${code} .`, parts: columns.map((column) => `${code} ${column.code}`) })
  })
  columns.forEach(({ code }, at) => {
    named.set(`. ${code}`, columnTotals[at]!)
    sums.push({ total: `. ${code}`, parts: rows.map((row) => `${row.code} ${code}`) })
  })
  return [named, sums]
}
