import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transpose, type Sums } from '../tables/rows.ts'
import { carryBounds } from './bounds.ts'
import { reduce } from './reduction.ts'

/** Sums of few columns with entries 1 and −1, drawn; each column from `low` to `high`, which may be endless. */
const width = 6
/** Thirds of whole numbers do not add up to whole ones exactly. */
const tiny = 1e-9
const drawn = fc.record({
  rows: fc.array(fc.array(fc.constantFrom(-1, 0, 0, 1), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
  low: fc.array(fc.integer({ min: -2, max: 0 }), { minLength: width, maxLength: width }),
  high: fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constant(Infinity)), { minLength: width, maxLength: width }),
})

function sumsOf(rows: readonly number[][]): Sums {
  const kept = rows.map((row) => [...row.keys()].filter((at) => row[at] !== 0)).filter((row) => row.length > 0)
  const start = [0]
  for (const { length } of kept) start.push(start.at(-1)! + length)
  const entries = rows.flatMap((row) => row.filter((by) => by !== 0))
  const sparse = { start: Int32Array.from(start), index: Int32Array.from(kept.flat()), sign: Float64Array.from(entries) }
  return { rows: sparse, columns: transpose(sparse, width) }
}

/** All whole-number points within bounds (on the columns flagged) that keep the sums. */
function points({ rows }: Sums, low: ArrayLike<number>, high: ArrayLike<number>, isLeft: ArrayLike<number>): number[][] {
  let found: number[][] = [[]]
  for (let column = 0; column < width; column++) {
    const [from, to] = isLeft[column] ? [low[column]!, high[column]!] : [0, 0]
    found = found.flatMap((point) => Array.from({ length: to - from + 1 }, (_, at) => [...point, from + at]))
  }
  const sumAt = (row: number, point: number[]): number => {
    let sum = 0
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) sum += rows.sign[at]! * point[rows.index[at]!]!
    return sum
  }
  return found.filter((point) =>
    Array.from({ length: rows.start.length - 1 }, (_, row) => sumAt(row, point)).every((sum) => Math.abs(sum) < tiny),
  )
}

describe('leaving out columns whose bounds are implied', () => {
  test('leaves every whole-number point, and no other, when they are put back', () =>
    fc.assert(
      fc.property(drawn, ({ rows, low, high }) => {
        const sums = sumsOf(rows)
        const given = { low: Float64Array.from(low), high: Float64Array.from(high) }
        const narrow = { low: given.low.slice(), high: given.high.slice() }
        carryBounds(sums, narrow)
        fc.pre(narrow.high.every((to) => to < Infinity))
        const [from, to] = [narrow.low.map(Math.ceil), narrow.high.map(Math.floor)]
        const { sums: left, isLeft, bounds, forms } = reduce(sums, { given, narrow })
        // One farther than any can go: what is left has to keep them from there.
        const least = from.map((by, column) => Math.max(by - 1, Math.ceil(bounds.low[column]!)))
        const most = to.map((by, column) => Math.min(by + 1, Math.floor(bounds.high[column]!)))
        const back = points(left, least, most, isLeft).map((point) =>
          point.map((_, column) => [...forms(column)].reduce((sum, [other, by]) => sum + by * point[other]!, 0)),
        )
        const whole = back.filter((point) => point.every((by) => Math.abs(by - Math.round(by)) < tiny))
        const all = points(sums, from, to, new Uint8Array(width).fill(1))
        expect(new Set(whole.map((point) => point.map((by) => Math.round(by) + 0).join(' ')))).toEqual(
          new Set(all.map((point) => point.join(' '))),
        )
      }),
      { numRuns: 300 },
    ))
  test('leaves out a total of small parts, and what of it was known is known of them', () => {
    const total = reduce(sumsOf([[1, -1, -1, 0, 0, 0]]), {
      given: { low: Float64Array.of(-50, -1, -1, 0, 0, 0), high: Float64Array.of(Infinity, 2, 2, 0, 0, 0) },
      narrow: { low: Float64Array.of(-2, -1, -1, 0, 0, 0), high: Float64Array.of(4, 2, 2, 0, 0, 0) },
    })
    expect(total.isLeft[0]).toBe(0)
    expect([...total.forms(0)]).toEqual([
      [1, 1],
      [2, 1],
    ])
  })
  test('keeps a total that can be met before its parts are', () => {
    const bounds = { low: Float64Array.of(-1, -1, -1, 0, 0, 0), high: Float64Array.of(1, 1, 1, 0, 0, 0) }
    expect(reduce(sumsOf([[1, -1, -1, 0, 0, 0]]), { given: bounds, narrow: bounds }).isLeft.slice(0, 3)).toEqual(Uint8Array.of(1, 1, 1))
  })
  test('of a total that is left, the end that its parts say anyway is endless', () => {
    const bounds = { low: Float64Array.of(-5, -1, -1, 0, 0, 0), high: Float64Array.of(1, 1, 1, 0, 0, 0) }
    const { bounds: left } = reduce(sumsOf([[1, -1, -1, 0, 0, 0]]), { given: bounds, narrow: bounds })
    expect(left.low.slice(0, 3)).toEqual(Float64Array.of(-Infinity, -1, -1))
    expect(left.high.slice(0, 3)).toEqual(Float64Array.of(1, 1, 1))
  })
  test('keeps a total without an upper end', () => {
    const bounds = { low: Float64Array.of(-2, -1, -1, 0, 0, 0), high: Float64Array.of(Infinity, Infinity, 2, 0, 0, 0) }
    expect(reduce(sumsOf([[1, -1, -1, 0, 0, 0]]), { given: bounds, narrow: bounds }).isLeft[0]).toBe(1)
  })
})
