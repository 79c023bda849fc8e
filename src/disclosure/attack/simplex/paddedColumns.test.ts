import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Arena } from './arena.ts'
import { PaddedColumns } from './paddedColumns.ts'

const rows = 14
const entry = fc.tuple(fc.nat(rows - 1), fc.integer({ min: -3, max: 3 }))
const column = fc.uniqueArray(entry, { selector: ([row]) => row, maxLength: 13 })
const columns = fc.array(column, { minLength: 1, maxLength: 12 })

test('columns of any length are multiplied as they are, whatever was at their places before', () =>
  fc.assert(
    fc.property(columns, fc.array(fc.nat(99), { maxLength: 8 }), fc.array(fc.tuple(fc.nat(99), fc.nat(99))), (drawn, first, puts) => {
      const start = [0]
      for (const { length } of drawn) start.push(start.at(-1)! + length)
      const matrix = {
        start: Int32Array.from(start),
        index: Int32Array.from(drawn.flat(), ([row]) => row),
        value: Float64Array.from(drawn.flat(), ([, value]) => value),
      }
      const chosen = Int32Array.from(first, (one) => one % drawn.length)
      const arena = Arena.take(PaddedColumns.bytes(chosen.length) + Arena.bytes([2 * rows], []))
      const padded = new PaddedColumns(matrix, chosen, arena)
      const pair = arena.numbers(2 * rows)
      pair.set(Array.from(pair.keys(), (at) => ((at * 7) % 11) - 5))
      for (const [place, one] of chosen.length === 0 ? [] : puts) {
        chosen[place % chosen.length] = one % drawn.length
        padded.put(place % chosen.length, one % drawn.length)
      }
      padded.multiply(pair)
      chosen.forEach((one, place) => {
        for (const side of [0, 1]) {
          const wanted = drawn[one]!.reduce((sum, [row, value]) => sum + value * pair[2 * row + side]!, 0)
          expect(padded.products[2 * place + side]).toBeCloseTo(wanted, 9)
        }
      })
      expect([...padded.products.subarray(2 * chosen.length, 2 * chosen.length + 2)]).toEqual([0, 0])
      arena.release()
    }),
    { numRuns: 500 },
  ))
