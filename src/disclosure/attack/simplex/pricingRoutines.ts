import { entry, f64x2, get, halved, i32, integer, loop, number, pairs, set, type Code, type Routine } from './assembly.ts'
import { begin, found, look } from './bestOf.ts'

const products: Routine = (() => {
  const [index, value, places, pair, into, end] = [0, 1, 2, 3, 4, 5]
  const term = (number: number): Code =>
    f64x2.mul(f64x2.loadTwice(get(value), 8 * number), f64x2.load(entry(pair, i32.load(get(index), 4 * number), pairs)))
  return {
    name: 'products',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    locals: ['i32'],
    body: [
      ...set(end, entry(into, get(places), pairs)),
      ...loop(into, get(end), 16, [
        ...f64x2.store(get(into), f64x2.add(f64x2.add(term(0), term(1)), f64x2.add(term(2), term(3)))),
        ...set(index, i32.add(get(index), integer(16))),
        ...set(value, i32.add(get(value), integer(32))),
      ]),
    ],
  }
})()

const update: Routine = (() => {
  const [gain, weight, along, places, by, inverse, norm, at, end, first, second, product, ratio, square] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
  ]
  const [ownGain, ownWeight] = [entry(gain, get(at), pairs), entry(weight, get(at), pairs)]
  const two = entry(along, get(at), 5)
  const twice = f64x2.mul(f64x2.add(get(ratio), get(ratio)), f64x2.seconds(get(first), get(second)))
  const next = f64x2.add(f64x2.sub(f64x2.load(ownWeight), twice), f64x2.mul(get(square), f64x2.twice(get(norm))))
  return {
    name: 'update',
    parameters: ['i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64'],
    locals: ['i32', 'i32', 'f64x2', 'f64x2', 'f64x2', 'f64x2', 'f64x2'],
    body: [
      ...set(end, halved(places)),
      ...loop(at, get(end), 1, [
        ...set(first, f64x2.load(two)),
        ...set(second, f64x2.load(two, 16)),
        ...set(product, f64x2.firsts(get(first), get(second))),
        ...f64x2.store(ownGain, f64x2.sub(f64x2.load(ownGain), f64x2.mul(f64x2.twice(get(by)), get(product)))),
        ...set(ratio, f64x2.mul(get(product), f64x2.twice(get(inverse)))),
        ...set(square, f64x2.mul(get(ratio), get(ratio))),
        ...f64x2.store(ownWeight, f64x2.larger(next, f64x2.add(f64x2.twice(number(1)), get(square)))),
      ]),
    ],
  }
})()

const steepest: Routine = (() => {
  const [gain, weight, at, from, to, places, least, next, end, own, most, where, both, value] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
  ]
  const search = { most, where, places: both, own: value }
  const of = (vector: number): Code => f64x2.load(entry(vector, get(next), pairs))
  const [none, enough] = [f64x2.twice(number(0)), f64x2.twice(get(least))]
  const rises = f64x2.and(f64x2.lt(none, get(own)), f64x2.ne(of(at), of(to)))
  const falls = f64x2.and(f64x2.lt(get(own), none), f64x2.ne(of(at), of(from)))
  const gains = f64x2.and(f64x2.le(enough, f64x2.abs(get(own))), f64x2.or(rises, falls))
  return {
    name: 'steepest',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f64'],
    locals: ['i32', 'i32', 'f64x2', 'f64x2', 'f64x2', 'f64x2', 'f64x2'],
    result: 'i32',
    body: [
      ...set(end, halved(places)),
      ...begin(search),
      ...loop(next, get(end), 1, [
        ...set(own, of(gain)),
        // Behind the last of an odd number there are noughts, which gain nothing.
        ...look(search, f64x2.and(gains, f64x2.div(f64x2.mul(get(own), get(own)), of(weight)))),
      ]),
      ...found(search),
    ],
  }
})()

/** Of the columns that are not basic. */
export const pricingRoutines: readonly Routine[] = [products, update, steepest]
