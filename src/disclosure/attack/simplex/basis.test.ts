import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Arena } from './arena.ts'
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

/** Columns with what is solved, in one arena. */
interface Solving {
  basis: Basis
  x: Float64Array
  pair: Float64Array
}

function withBasis(matrix: Columns, columns: Int32Array, use: (solving: Solving) => void): void {
  const arena = Arena.take(Basis.bytes(size) + Arena.bytes([size, 2 * size], []))
  try {
    use({ basis: new Basis(matrix, columns, arena), x: arena.numbers(size), pair: arena.numbers(2 * size) })
  } finally {
    arena.release()
  }
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

function expectToSolve(matrix: Columns, { basis, x, pair }: Solving, wanted: readonly number[]): void {
  x.set(wanted)
  basis.solve(x)
  product(matrix, basis, x).forEach((sum, row) => expect(sum).toBeCloseTo(wanted[row]!, 6))
  pair.set(wanted.flatMap((one, row) => [one, wanted[size - 1 - row]!]))
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
const units = Int32Array.from(Array(size).keys())

describe('the basic columns of a simplex method', () => {
  test('solve both ways after any exchanges, and again when their factors were made anew', () =>
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 2 * size, maxLength: 2 * size }),
        fc.infiniteStream(fc.nat(size - 1)),
        vector,
        (drawn, rows, wanted) =>
          withBasis(matrixOf(drawn), units.slice(), (solving) => {
            const { basis, x, pair } = solving
            const matrix = matrixOf(drawn)
            expect(basis.factorise()).toBe(true)
            for (let coming = size; coming < 3 * size; coming++) {
              x.fill(0)
              for (let at = matrix.start[coming]!; at < matrix.start[coming + 1]!; at++) x[matrix.index[at]!] = matrix.value[at]!
              basis.solve(x)
              const row = rows.next().value!
              const pivot = x[row]!
              if (Math.abs(pivot) < 0.1) continue
              pair.fill(0)[2 * row] = 1
              basis.solveTransposed(pair)
              basis.exchange(row, coming, pivot)
              expectToSolve(matrix, solving, wanted)
            }
            expect(basis.factorise()).toBe(true)
            expectToSolve(matrix, solving, wanted)
          }),
      ),
      { numRuns: 300 },
    ))
  test('that depend on each other are told', () =>
    fc.assert(
      fc.property(fc.array(column, { minLength: size - 1, maxLength: size - 1 }), vector, (drawn, factors) => {
        const last = Array.from({ length: size }, (_, row) => drawn.reduce((sum, one, at) => sum + factors[at]! * one[row]!, 0))
        withBasis(
          matrixOf([...drawn, last]),
          units.map((at) => size + at),
          ({ basis }) => expect(basis.factorise()).toBe(false),
        )
      }),
    ))
  test('are worn after so many exchanges that rounding would tell', () => {
    let exchanges = 0
    withBasis(matrixOf([]), units.slice(), ({ basis, x, pair }) => {
      basis.factorise()
      for (; !basis.isWorn; exchanges++) {
        x.fill(0)[0] = 1
        basis.solve(x)
        pair.fill(0)[0] = 1
        basis.solveTransposed(pair)
        basis.exchange(0, 0, 1)
      }
    })
    expect(exchanges).toBeGreaterThan(10)
    expect(exchanges).toBeLessThan(200)
  })
})
