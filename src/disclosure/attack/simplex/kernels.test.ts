import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Arena } from './arena.ts'
import type { Kernels } from './kernels.ts'

/** Odd numbers are those of `pairwise.test.ts`. */
const size = 8
const double = { minLength: 2 * size, maxLength: 2 * size }
const numbers = fc.array(fc.integer({ min: -9, max: 9 }), double)
const places = fc.array(fc.nat(size - 1), double)

/** Vectors of `size` pairs, and lists of places in them. */
interface Given {
  x: Float64Array
  y: Float64Array
  z: Float64Array
  to: Int32Array
  from: Int32Array
}

type Stepping =
  'forwards' | 'backwards' | 'transposedForwards' | 'transposedBackwards' | `${'gather' | 'scatter'}${'Groups' | 'Pairs'}` | 'forget'
type Searching = 'soonest' | 'blocking' | 'steepest'

/** Each routine (but for those of `pairwise.test.ts` and `steps.test.ts`) with what it should do: afterwards all vectors are to be the same, and what both give. */
const routines: Record<
  Exclude<keyof Kernels, Stepping | Searching>,
  [(kernels: Kernels, given: Given) => unknown, (given: Given) => unknown]
> = {
  scale: [({ scale }, { x, y }) => scale(x.byteOffset, y.byteOffset, size), ({ x, y }) => each((at) => (x[at]! *= y[at]!))],
  scalePairs: [
    ({ scalePairs }, { x, y }) => scalePairs(x.byteOffset, y.byteOffset, size),
    ({ x, y }) => each((at) => both((side) => (x[2 * at + side]! *= y[at]!))),
  ],
  products: [
    ({ products }, { x, y, z, to }) => products(to.byteOffset, y.byteOffset, 3, x.byteOffset, z.byteOffset),
    ({ x, y, z, to }) => {
      for (const place of [0, 1, 2])
        both(
          (side) =>
            (z[2 * place + side] = [0, 1, 2, 3].reduce((sum, at) => sum + y[4 * place + at]! * x[2 * to[4 * place + at]! + side]!, 0)),
        )
    },
  ],
  update: [
    ({ update }, { x, y, z }) => update(x.byteOffset, y.byteOffset, z.byteOffset, size, 2, 0.5, 3),
    ({ x, y, z }) =>
      each((at) => {
        const [along, across] = [z[2 * at]!, z[2 * at + 1]!]
        x[at]! -= 2 * along
        y[at] = Math.max(y[at]! - along * across + 3 * (along / 2) ** 2, 1 + (along / 2) ** 2)
      }),
  ],
  advance: [({ advance }, { x, y }) => advance(x.byteOffset, y.byteOffset, size, 3), ({ x, y }) => each((at) => (x[at]! -= 3 * y[at]!))],
  pairUp: [
    ({ pairUp }, { x, y }) => pairUp(x.byteOffset, y.byteOffset, size),
    ({ x, y }) => {
      each((at) => y.set([0, x[at]!], 2 * at))
      return x.subarray(0, size).reduce((sum, one) => sum + one * one, 0)
    },
  ],
  firsts: [({ firsts }, { x, y }) => firsts(x.byteOffset, y.byteOffset, size), ({ x, y }) => each((at) => (y[at] = x[2 * at]!))],
  gather: [
    ({ gather }, { x, to }) => {
      const count = gather(x.byteOffset, size, to.byteOffset, 2)
      to.fill(0, count)
      return count
    },
    ({ x, to }) => {
      const found = [...Array(size).keys()].filter((at) => Math.abs(x[at]!) > 2)
      to.fill(0).set(found)
      return found.length
    },
  ],
}

const both = (use: (side: 0 | 1) => unknown): void => ([0, 1] as const).forEach(use)
const each = (use: (at: number) => unknown): void => Array.from({ length: size }).forEach((_, at) => use(at))

test.each(Object.entries(routines))('%s does in WebAssembly what is said of it', (_, [routine, plain]) =>
  fc.assert(
    fc.property(numbers, numbers, numbers, places, places, (a, b, c, d, e) => {
      const long = 2 * size
      const arena = Arena.take(Arena.bytes([long, long, long], [long, long]))
      const given = {
        ...{ x: arena.numbers(long), y: arena.numbers(long), z: arena.numbers(long) },
        ...{ to: arena.wholes(long), from: arena.wholes(long) },
      }
      const lists = [a, b, c, d, e]
      Object.values(given).forEach((vector, at) => vector.set(lists[at]!))
      const copied = {
        ...{ x: given.x.slice(), y: given.y.slice(), z: given.z.slice() },
        ...{ to: given.to.slice(), from: given.from.slice() },
      }
      expect(Number(routine(arena.kernels, given) ?? 0)).toBeCloseTo(Number(plain(copied) ?? 0), 9)
      for (const [name, vector] of Object.entries(given)) {
        const wanted = copied[name as keyof Given]
        vector.forEach((one, at) => expect(Math.abs(one - wanted[at]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one))))
      }
      arena.release()
    }),
  ),
)

test('memory that cannot be had is told by a RangeError, and what there was is taken again', () => {
  const arena = Arena.take(64)
  const { kernels } = arena
  arena.release()
  expect(() => Arena.take(2 ** 40)).toThrow(RangeError)
  const again = Arena.take(64)
  expect(again.kernels).toBe(kernels)
  again.release()
})
