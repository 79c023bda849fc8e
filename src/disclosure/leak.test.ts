import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactlyKnown, feasibleIntervals } from './audit.ts'
import { valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { gridOf } from './countTable.ts'
import type { CountTable } from './countTable.ts'
import { networkOf } from './network.ts'
import type { Status } from './network.ts'
import { protect } from './protect.ts'
import { cellBesideFew } from './remainder.ts'

const names = (n: number) => Array.from({ length: n }, (_, at) => String(at))
const tableOf = (counts: number[][]): CountTable => ({
  rows: names(counts.length),
  columns: names(counts[0]!.length),
  counts,
})

/** Grid of what is published, margins included as in `gridOf`; `undefined` = hidden. */
function publishedGrid(table: CountTable): (number | undefined)[] {
  const { cells } = protect(table, { threshold: 3 })
  const hasTotalColumn = table.columns.length > 1
  const line = (inner: Cell[], total: Cell) => (hasTotalColumn ? [...inner, total] : inner).map(valueOf)
  const lines = cells.cells.map((inner, row) => line(inner, cells.rowTotals[row]!))
  if (table.rows.length > 1) lines.push(line(cells.columnTotals, cells.grandTotal))
  return lines.flat()
}

/**
 * Values each grid position takes over all tables that agree with what is published, found by trying every table with
 * interior counts up to `limit`. `allows` says what else the attacker knows about a hidden position.
 */
function worlds(
  table: CountTable,
  seen: (number | undefined)[],
  limit: number,
  allows: (position: number, value: number) => boolean,
): Set<number>[] {
  const found = seen.map(() => new Set<number>())
  const counts = table.counts.map((line) => line.map(() => 0))
  const total = counts.flat().length
  const width = table.columns.length
  const visit = (at: number): void => {
    if (at === total) {
      const { values } = gridOf({ ...table, counts })
      if (values.every((value, k) => (seen[k] === undefined ? allows(k, value) : seen[k] === value))) {
        for (const [k, value] of values.entries()) found[k]!.add(value)
      }
      return
    }
    for (let value = 0; value <= limit; value++) {
      counts[Math.floor(at / width)]![at % width] = value
      visit(at + 1)
    }
  }
  visit(0)
  return found
}

const tiny = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)
const larger = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.nat(40)), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

describe('no hidden value can be worked out', () => {
  test('by trying every table that agrees with what is published', () => {
    fc.assert(
      fc.property(tiny, (counts) => {
        const table = tableOf(counts)
        const seen = publishedGrid(table)
        const found = worlds(table, seen, 6, () => true)
        for (const [k, value] of seen.entries()) if (value === undefined) expect(found[k]!.size).toBeGreaterThan(1)
      }),
      { numRuns: 30 },
    )
  })
  test('nor by one who knows which were small', () => {
    fc.assert(
      fc.property(tiny, (counts) => {
        const table = tableOf(counts)
        if (protect(table, { threshold: 3 }).report.isWithheld) return
        const seen = publishedGrid(table)
        const truth = gridOf(table).values
        const allows = (k: number, value: number) => {
          if (truth[k] === 0) return true
          return truth[k]! < 3 ? value >= 1 && value < 3 : value >= 3
        }
        const found = worlds(table, seen, 6, allows)
        for (const [k, value] of seen.entries()) if (value === undefined) expect(found[k]!.size).toBeGreaterThan(1)
      }),
      { numRuns: 30 },
    )
  })
  test('nor does hiding one cell less do', () => {
    fc.assert(
      fc.property(larger, (counts) => {
        const table = tableOf(counts)
        const { cells, report } = protect(table)
        if (report.isWithheld || report.complementary === 0) return
        const grid = gridOf(table)
        const network = networkOf(grid)
        const inner = cells.cells.map((line, row) => (grid.hasTotalColumn ? [...line, cells.rowTotals[row]!] : line))
        const totals = grid.hasTotalColumn ? [...cells.columnTotals, cells.grandTotal] : cells.columnTotals
        const all = (grid.hasTotalRow ? [...inner, totals] : inner).flat()
        const statuses = all.map((cell, k): Status => {
          if (cell.kind === 'shown') return 'published'
          return grid.values[k]! >= 1 && grid.values[k]! < 5 ? 'primary' : 'complementary'
        })
        expect(exactlyKnown(network, statuses, 5, true)).toEqual([])
        for (const [k, status] of statuses.entries()) {
          if (status !== 'complementary') continue
          const less = statuses.with(k, 'published')
          const isNeeded = exactlyKnown(network, less, 5, true).length > 0 || cellBesideFew(grid, less, 5, new Set()) !== 'none'
          expect(isNeeded).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the audit', () => {
  test('gives the interval that trying every table gives', () => {
    const hidden = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(tiny, hidden, (counts, hide) => {
        const table = tableOf(counts.map((line) => line.map((value) => Math.min(value, 3))))
        const grid = gridOf(table)
        const statuses = grid.values.map((_, k): Status => (hide[k] ? 'complementary' : 'published'))
        const seen = grid.values.map((value, k) => (hide[k] ? undefined : value))
        const found = worlds(table, seen, 6, () => true)
        for (const { cell, least, most } of feasibleIntervals(networkOf(grid), statuses, 5, false)) {
          expect(Math.min(...found[cell]!)).toBe(least)
          if (most <= 6) expect(Math.max(...found[cell]!)).toBe(most)
          else expect(Math.max(...found[cell]!)).toBeGreaterThanOrEqual(6)
        }
      }),
      { numRuns: 30 },
    )
  })
})
