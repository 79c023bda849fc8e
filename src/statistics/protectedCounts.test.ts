import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../bench/syntheticFacts.ts'
import { valueOf } from '../disclosure/cell.ts'
import { shareOf } from '../disclosure/share.ts'
import { dimensionsOf } from './dimension.ts'
import { exitedIn, having, inPeriod } from './filter.ts'
import { measures, outcomesOf } from './measure.ts'
import { protectedCounts, protectedOutcomes } from './protectedCounts.ts'
import { tabulate } from './tabulate.ts'

const facts = syntheticFacts(4000, 5)
const dimension = (name: string) => dimensionsOf(facts).get(name)!
const policy = { threshold: 5 }
const filter = inPeriod({ from: '2015-01', to: '2016-12' })

describe('protected counts', () => {
  test('show true values, and no small one', () => {
    const [rows, columns] = [dimension('association'), dimension('sex')]
    const { table, report } = protectedCounts(facts, { rows, columns, filter, count: 'participations' }, policy)
    const { counts } = tabulate(facts, { dimensions: [rows, columns], filter })
    const seen = table.cells.flat().map(valueOf)
    expect(report.primary).toBeGreaterThan(0)
    for (const [cell, value] of seen.entries()) {
      if (value === undefined) continue
      expect(value).toBe(counts[cell])
      expect(value === 0 || value >= 5).toBe(true)
    }
  })
  const tables: [string, string, 'participations' | 'persons'][] = [
    ['supportBefore', 'sex', 'participations'],
    ['sex', 'targetGroups', 'participations'],
    ['supportBefore', 'supportAfter', 'participations'],
    ['association', 'sex', 'persons'],
    ['region', 'ageGroup', 'persons'],
  ]
  test.each(tables)('of %s by %s hold for %s, whose margins are no sums', (rows, columns, count) => {
    const query = { rows: dimension(rows), columns: dimension(columns), filter, count }
    expect(protectedCounts(facts, query, policy).report.verified).toBe(true)
  })
})

describe('protected outcomes', () => {
  const exits = exitedIn({ from: '2010-01', to: '2019-12' })
  const names = ['to-work-or-study', 'self-supporting-after', 'right-support'] as const
  test.each(names)('%s: a share with its rest is the true one', (name) => {
    const rows = dimension('sex')
    const { table } = protectedOutcomes(facts, measures[name], [rows], exits, policy)
    const truth = outcomesOf(facts, measures[name], { dimensions: [rows], filter: exits })
    for (const [row, { x, n, unknown }] of truth.entries()) {
      expect(shareOf(table.cells[row]![0]!, table.subtotals![row]!, table.rowTotals[row]!, 5)).toEqual({ x, n })
      expect(valueOf(table.cells[row]![2]!)).toBe(unknown)
    }
  })
  test('are refused by a dimension with several codes per fact', () => {
    const call = () => protectedOutcomes(facts, measures['right-support'], [dimension('supportBefore')], exits, policy)
    expect(call).toThrow('several rows')
  })
})

describe('nobody is left by a subtraction', () => {
  const isFew = (n: number) => n > 0 && n < 5
  test('of persons by association and sex: no cell alone is hidden in a row', () => {
    const query = { rows: dimension('association'), columns: dimension('sex'), filter, count: 'persons' } as const
    const { table } = protectedCounts(facts, query, policy)
    for (const [row, cells] of table.cells.entries()) {
      const hidden = [...cells, table.rowTotals[row]!].filter((cell) => valueOf(cell) === undefined)
      expect(hidden.length).not.toBe(1)
    }
  })
  test.each(['supportBefore', 'targetGroups'])('of those who are not in a row of %s, at any association', (rows) => {
    for (const { code } of dimension('association').codes) {
      const place = having(dimension('association'), [code])
      const query = { rows: dimension(rows), columns: dimension('sex'), filter: [...filter, place], count: 'participations' } as const
      const { cells, rowTotals, columnTotals, grandTotal } = protectedCounts(facts, query, policy).table
      const whole = [...columnTotals, grandTotal].map(valueOf)
      const lines = cells.map((line, row) => [...line, rowTotals[row]!].map(valueOf))
      const left = lines.flatMap((line) => line.map((n, at) => (n === undefined ? 0 : (whole[at] ?? n) - n)))
      expect(left.filter(isFew)).toEqual([])
    }
  })
})
