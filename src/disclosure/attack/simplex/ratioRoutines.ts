import { entry, f64, f64x2, get, halved, loop, number, pairs, set, type Code, type Routine } from './assembly.ts'
import { begin, found, look } from './bestOf.ts'

// Two rows at a time, without branches. Behind the last of an odd number there are noughts, which stop nothing.
const parameters = ['i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64'] as const
const [entering, x, low, high, rows, direction] = [0, 1, 2, 3, 4, 5]
const [end, at] = [8, 9]
const of = (vector: number): Code => f64x2.load(entry(vector, get(at), pairs))

/** How far the basic columns of two rows are from the bounds they go to, at these rates. */
const room = (rate: number, isUp: number): Code => [
  ...set(isUp, f64x2.lt(f64x2.twice(number(0)), get(rate))),
  ...f64x2.sub(f64x2.choose(of(high), of(x), get(isUp)), f64x2.choose(of(x), of(low), get(isUp))),
]
const rateOf = f64x2.neg(f64x2.mul(f64x2.twice(get(direction)), of(entering)))

const soonest: Routine = (() => {
  const [tolerance, least, rate, isUp, most] = [6, 7, 10, 11, 12]
  const loosened = f64x2.add(f64x2.larger(f64x2.twice(number(0)), room(rate, isUp)), f64x2.twice(get(tolerance)))
  return {
    name: 'soonest',
    parameters,
    locals: ['i32', 'i32', 'f64x2', 'f64x2', 'f64x2'],
    result: 'f64',
    body: [
      ...set(end, halved(rows)),
      ...set(most, f64x2.twice(get(least))),
      ...loop(at, get(end), 1, [...set(rate, rateOf), ...set(most, f64x2.larger(get(most), f64x2.div(f64x2.abs(get(rate)), loosened)))]),
      ...f64.max(f64x2.first(get(most)), f64x2.second(get(most))),
    ],
  }
})()

const blocking: Routine = (() => {
  const [nearest, least, rate, isUp, size, most, where, places, own] = [6, 7, 10, 11, 12, 13, 14, 15, 16]
  const search = { most, where, places, own }
  const isLarge = f64x2.lt(f64x2.twice(get(least)), get(size))
  const isNear = f64x2.le(room(rate, isUp), f64x2.mul(f64x2.twice(get(nearest)), get(size)))
  return {
    name: 'blocking',
    parameters,
    locals: ['i32', 'i32', ...new Array<'f64x2'>(7).fill('f64x2')],
    result: 'i32',
    body: [
      ...set(end, halved(rows)),
      ...begin(search),
      ...loop(at, get(end), 1, [
        ...set(rate, rateOf),
        ...set(size, f64x2.abs(get(rate))),
        ...look(search, f64x2.and(get(size), f64x2.and(isLarge, isNear))),
      ]),
      ...found(search),
    ],
  }
})()

/** How far a column can go, and which row stops it. */
export const ratioRoutines: readonly Routine[] = [soonest, blocking]
