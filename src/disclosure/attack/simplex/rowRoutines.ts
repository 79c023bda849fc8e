import {
  choose,
  entry,
  f64,
  f64x2,
  get,
  i32,
  integer,
  loop,
  number,
  numbers,
  pairs,
  set,
  when,
  wholes,
  type Code,
  type Routine,
} from './assembly.ts'

const products: Routine = (() => {
  const [index, value, places, pair, into, at, first] = [0, 1, 2, 3, 4, 5, 6]
  const term = (number: number): Code => {
    const place = i32.add(get(first), integer(number))
    return f64x2.mul(f64x2.loadTwice(entry(value, place, numbers)), f64x2.load(entry(pair, i32.load(entry(index, place, wholes)), pairs)))
  }
  return {
    name: 'products',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    locals: ['i32', 'i32'],
    body: loop(at, get(places), 1, [
      ...set(first, i32.shl(get(at), integer(2))),
      ...f64x2.store(entry(into, get(at), pairs), f64x2.add(f64x2.add(term(0), term(1)), f64x2.add(term(2), term(3)))),
    ]),
  }
})()

const update: Routine = (() => {
  const [gain, weight, along, places, by, inverse, norm, at, product, ratio, square] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const [ownGain, ownWeight] = [entry(gain, get(at), numbers), entry(weight, get(at), numbers)]
  const across = f64.load(i32.add(entry(along, get(at), pairs), integer(8)))
  const twice = f64.mul(f64.add(get(ratio), get(ratio)), across)
  return {
    name: 'update',
    parameters: ['i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64'],
    locals: ['i32', 'f64', 'f64', 'f64'],
    body: loop(at, get(places), 1, [
      ...set(product, f64.load(entry(along, get(at), pairs))),
      ...f64.store(ownGain, f64.sub(f64.load(ownGain), f64.mul(get(by), get(product)))),
      ...set(ratio, f64.mul(get(product), get(inverse))),
      ...set(square, f64.mul(get(ratio), get(ratio))),
      ...f64.store(
        ownWeight,
        f64.max(f64.add(f64.sub(f64.load(ownWeight), twice), f64.mul(get(square), get(norm))), f64.add(number(1), get(square))),
      ),
    ]),
  }
})()

const soonest: Routine = (() => {
  const [entering, x, low, high, rows, direction, tolerance, most, at, rate, value] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const of = (vector: number): Code => f64.load(entry(vector, get(at), numbers))
  const room = (way: Code): Code => f64.add(f64.max(way, number(0)), get(tolerance))
  return {
    name: 'soonest',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64'],
    locals: ['i32', 'f64', 'f64'],
    result: 'f64',
    body: [
      ...loop(at, get(rows), 1, [
        ...set(rate, f64.neg(f64.mul(get(direction), of(entering)))),
        ...set(value, of(x)),
        ...set(most, f64.max(get(most), f64.div(get(rate), room(f64.sub(of(high), get(value)))))),
        ...set(most, f64.max(get(most), f64.div(f64.neg(get(rate)), room(f64.sub(get(value), of(low)))))),
      ]),
      ...get(most),
    ],
  }
})()

const blocking: Routine = (() => {
  const [entering, x, low, high, rows, direction, nearest, largest, at, best, own, size] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
  const of = (vector: number): Code => f64.load(entry(vector, get(at), numbers))
  const room = choose(f64.sub(of(high), of(x)), f64.sub(of(x), of(low)), f64.lt(f64.mul(get(direction), get(own)), number(0)))
  return {
    name: 'blocking',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64'],
    locals: ['i32', 'i32', 'f64', 'f64'],
    result: 'i32',
    body: [
      ...set(best, integer(-1)),
      ...loop(at, get(rows), 1, [
        ...set(own, of(entering)),
        ...set(size, f64.abs(get(own))),
        ...when(
          f64.gt(get(size), get(largest)),
          when(f64.le(room, f64.mul(get(nearest), get(size))), [...set(best, get(at)), ...set(largest, get(size))]),
        ),
      ]),
      ...get(best),
    ],
  }
})()

const advance: Routine = (() => {
  const [x, entering, size, by, at] = [0, 1, 2, 3, 4]
  const own = entry(x, get(at), numbers)
  return {
    name: 'advance',
    parameters: ['i32', 'i32', 'i32', 'f64'],
    locals: ['i32'],
    body: loop(at, get(size), 1, f64.store(own, f64.sub(f64.load(own), f64.mul(f64.load(entry(entering, get(at), numbers)), get(by))))),
  }
})()

const pairUp: Routine = (() => {
  const [entering, pair, size, at, own, sum] = [0, 1, 2, 3, 4, 5]
  const first = entry(pair, get(at), pairs)
  return {
    name: 'pairUp',
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32', 'f64', 'f64'],
    result: 'f64',
    body: [
      ...loop(at, get(size), 1, [
        ...set(own, f64.load(entry(entering, get(at), numbers))),
        ...f64.store(first, number(0)),
        ...f64.store(i32.add(first, integer(8)), get(own)),
        ...set(sum, f64.add(get(sum), f64.mul(get(own), get(own)))),
      ]),
      ...get(sum),
    ],
  }
})()

const firsts: Routine = (() => {
  const [pair, into, size, at] = [0, 1, 2, 3]
  return {
    name: 'firsts',
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32'],
    body: loop(at, get(size), 1, f64.store(entry(into, get(at), numbers), f64.load(entry(pair, get(at), pairs)))),
  }
})()

/** Of vectors by row, and of the columns that are not basic. */
export const rowRoutines: readonly Routine[] = [products, update, soonest, blocking, advance, pairUp, firsts]
