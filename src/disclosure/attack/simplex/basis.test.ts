import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Basis } from './basis.ts'
import type { Columns } from './luFactor.ts'

const size = 9

/** Twice as many columns as rows: the unit vectors, and columns that were drawn. */
function matrixOf(drawn: readonly (readonly number[])[]): Columns {
  const unit = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, at) => (at === row ? 1 : 0)))
  const [start, index, value]: [number[], number[], number[]] = [[0], [], []]
  for (const column of [...unit, ...drawn]) {
    column.forEach((one, row) => {
      if (one === 0) return
      index.push(row)
      value.push(one)
    })
    start.push(index.length)
  }
  return { start: Int32Array.from(start), index: Int32Array.from(index), value: Float64Array.from(value) }
}

function times({ start, index, value }: Columns, column: number, x: ArrayLike<number>): number {
  let sum = 0
  for (let at = start[column]!; at < start[column + 1]!; at++) sum += value[at]! * x[index[at]!]!
  return sum
}

/** B·x, by row. */
function product(matrix: Columns, basis: Basis, x: ArrayLike<number>): number[] {
  const sums = new Array<number>(size).fill(0)
  basis.columns.forEach((column, at) => {
    for (let entry = matrix.start[column]!; entry < matrix.start[column + 1]!; entry++)
      sums[matrix.index[entry]!]! += matrix.value[entry]! * x[at]!
  })
  return sums
}

function expectToSolve(matrix: Columns, basis: Basis, wanted: readonly number[]): void {
  const x = Float64Array.from(wanted)
  basis.solve(x)
  product(matrix, basis, x).forEach((sum, row) => expect(sum).toBeCloseTo(wanted[row]!, 6))
  const pair = Float64Array.from(wanted.flatMap((one, row) => [one, wanted[size - 1 - row]!]))
  basis.solveTransposed(pair)
  const [y, other] = [pair.filter((_, at) => at % 2 === 0), pair.filter((_, at) => at % 2 === 1)]
  basis.columns.forEach((column, at) => {
    expect(times(matrix, column, y)).toBeCloseTo(wanted[at]!, 6)
    expect(times(matrix, column, other)).toBeCloseTo(wanted[size - 1 - at]!, 6)
  })
}

const entry = fc.constantFrom(0, 0, 0, 0, 1, -1, 1, 2, -0.5)
const column = fc.array(entry, { minLength: size, maxLength: size })
const vector = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: size, maxLength: size })

describe('the basic columns of a simplex method', () => {
  test('solve both ways after any exchanges, and again when their factors were made anew', () =>
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 2 * size, maxLength: 2 * size }),
        fc.infiniteStream(fc.nat(size - 1)),
        vector,
        (drawn, rows, wanted) => {
          const matrix = matrixOf(drawn)
          const basis = new Basis(matrix, Int32Array.from(Array(size).keys()))
          expect(basis.factorise()).toBe(true)
          for (let coming = size; coming < 3 * size; coming++) {
            const solved = new Float64Array(size)
            for (let at = matrix.start[coming]!; at < matrix.start[coming + 1]!; at++) solved[matrix.index[at]!] = matrix.value[at]!
            basis.solve(solved)
            const row = rows.next().value!
            if (Math.abs(solved[row]!) < 0.1) continue
            const unit = new Float64Array(2 * size)
            unit[2 * row] = 1
            basis.solveTransposed(unit)
            basis.exchange(row, coming, solved[row]!)
            expectToSolve(matrix, basis, wanted)
          }
          expect(basis.factorise()).toBe(true)
          expectToSolve(matrix, basis, wanted)
        },
      ),
      { numRuns: 300 },
    ))
  test('that depend on each other are told', () =>
    fc.assert(
      fc.property(fc.array(column, { minLength: size - 1, maxLength: size - 1 }), vector, (drawn, factors) => {
        const last = Array.from({ length: size }, (_, row) => drawn.reduce((sum, one, at) => sum + factors[at]! * one[row]!, 0))
        const basis = new Basis(
          matrixOf([...drawn, last]),
          Int32Array.from({ length: size }, (_, at) => size + at),
        )
        expect(basis.factorise()).toBe(false)
      }),
    ))
  test('are worn after so many exchanges that rounding would tell', () => {
    const basis = new Basis(matrixOf([]), Int32Array.from(Array(size).keys()))
    basis.factorise()
    let exchanges = 0
    for (; !basis.isWorn; exchanges++) {
      const unit = new Float64Array(size)
      unit[0] = 1
      basis.solve(unit)
      basis.solveTransposed(Float64Array.from({ length: 2 * size }, (_, at) => (at === 0 ? 1 : 0)))
      basis.exchange(0, 0, 1)
    }
    expect(exchanges).toBeGreaterThan(10)
    expect(exchanges).toBeLessThan(200)
  })
})
