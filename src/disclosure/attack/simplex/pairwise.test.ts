import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Arena } from './arena.ts'
import type { Kernels } from './kernels.ts'

type Vectors = readonly (readonly number[])[]
type Searching = 'soonest' | 'blocking' | 'steepest'

/** What is said of the loops that search two numbers at a time, entry by entry. */
const routines: Record<Searching, [(kernels: Kernels, at: readonly number[], size: number) => number, (vectors: Vectors) => number]> = {
  soonest: [
    ({ soonest }, [entering, x, low, high], size) => soonest(entering!, x!, low!, high!, size, -1, 0.5, 0.125),
    ([entering, x, low, high]) =>
      entering!.reduce((most, one, at) => {
        const [room, other] = [Math.max(high![at]! - x![at]!, 0) + 0.5, Math.max(x![at]! - low![at]!, 0) + 0.5]
        return Math.max(most, one / room, -one / other)
      }, 0.125),
  ],
  blocking: [
    ({ blocking }, [entering, x, low, high], size) => blocking(entering!, x!, low!, high!, size, 1, 0.75, 1),
    ([entering, x, low, high]) =>
      firstLargest(entering!, (one, at) => {
        const room = one < 0 ? high![at]! - x![at]! : x![at]! - low![at]!
        return Math.abs(one) > 1 && room <= 0.75 * Math.abs(one) ? Math.abs(one) : 0
      }),
  ],
  steepest: [
    ({ steepest }, [gain, at, from, to, weight], size) => steepest(gain!, weight!, at!, from!, to!, size, 2),
    ([gain, at, from, to, weight]) =>
      firstLargest(gain!, (one, place) => {
        const isThere = one > 0 ? at![place] === to![place] : at![place] === from![place]
        return Math.abs(one) < 2 || isThere ? 0 : one ** 2 / weight![place]!
      }),
  ],
}

/** Where a value is largest, and first where several are; -1 when none is above nought. */
function firstLargest(list: readonly number[], valueOf: (one: number, at: number) => number): number {
  const values = list.map(valueOf)
  const most = Math.max(0, ...values)
  return most === 0 ? -1 : values.indexOf(most)
}

const one = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(-1e6, 1e6, 1e-9, -1e-9))
const lists = fc.nat(11).chain((length) => {
  const vector = (from: fc.Arbitrary<number>): fc.Arbitrary<number[]> => fc.array(from, { minLength: length, maxLength: length })
  return fc.tuple(...Array.from({ length: 4 }, () => vector(one)), vector(fc.integer({ min: 1, max: 4 })))
})

test.each(Object.entries(routines))(
  '%s finds, two at a time, what is found one by one: also in no rows or an odd number',
  (_, [routine, plain]) =>
    fc.assert(
      fc.property(lists, (vectors) => {
        const size = vectors[0].length
        // What was in the memory before must not count.
        const before = Arena.take(1024)
        before.numbers(128).fill(1e6)
        before.release()
        const arena = Arena.take(1024)
        const addresses = vectors.map((vector) => {
          const own = arena.numbers(size)
          own.set(vector)
          return own.byteOffset
        })
        expect(routine(arena.kernels, addresses, size)).toBe(plain(vectors))
        arena.release()
      }),
      { numRuns: 1000 },
    ),
)

test('an update of an odd number of places is one of each, and leaves behind them what gains nothing', () =>
  fc.assert(
    fc.property(fc.nat(4), fc.array(one, { minLength: 36, maxLength: 36 }), (half, drawn) => {
      const size = 2 * half + 1
      const arena = Arena.take(1024)
      const [gain, weight, products] = [arena.numbers(size), arena.numbers(size), arena.numbers(2 * size + 2)]
      for (let at = 0; at < size; at++) {
        gain[at] = drawn[at]!
        weight[at] = 1 + Math.abs(drawn[size + at]!)
        products.set(drawn.slice(2 * size + 2 * at, 2 * size + 2 * at + 2), 2 * at)
      }
      const before = { gain: [...gain], weight: [...weight] }
      arena.kernels.update(gain.byteOffset, weight.byteOffset, products.byteOffset, size, 2, 0.5, 3)
      for (let at = 0; at < size; at++) {
        const [along, across] = [products[2 * at]!, products[2 * at + 1]!]
        const square = (along / 2) ** 2
        expect(gain[at]).toBe(before.gain[at]! - 2 * along)
        expect(weight[at]).toBe(Math.max(before.weight[at]! - along * across + square * 3, 1 + square))
      }
      expect(new Float64Array(gain.buffer, gain.byteOffset, size + 1).at(-1)).toBe(0)
      arena.release()
    }),
  ))

test('an odd number of rows is scaled, moved and measured as it is, with a nought behind it', () =>
  fc.assert(
    fc.property(fc.nat(4), fc.array(one, { minLength: 18, maxLength: 18 }), (half, drawn) => {
      const size = 2 * half + 1
      const arena = Arena.take(1024)
      const [x, by, pair] = [arena.numbers(size), arena.numbers(size), arena.numbers(2 * size)]
      const behind = arena.numbers(2).fill(7)
      x.set(drawn.slice(0, size))
      by.set(drawn.slice(size, 2 * size))
      arena.kernels.scale(x.byteOffset, by.byteOffset, size)
      arena.kernels.advance(x.byteOffset, by.byteOffset, size, 3)
      const wanted = Array.from(by, (factor, at) => drawn[at]! * factor - 3 * factor)
      expect([...x]).toEqual(wanted)
      const norm = wanted.reduce((sum, own) => sum + own * own, 0)
      expect(Math.abs(arena.kernels.pairUp(x.byteOffset, pair.byteOffset, size) - norm)).toBeLessThanOrEqual(1e-12 * norm)
      expect([...pair]).toEqual(wanted.flatMap((own) => [0, own]))
      expect(new Float64Array(x.buffer, x.byteOffset, size + 1).at(-1)).toBe(0)
      expect([...behind]).toEqual([7, 7])
      arena.release()
    }),
  ))
