import { entry, f64, f64x2, get, halved, integer, loop, number, numbers, pairs, set, type Routine } from './assembly.ts'

const advance: Routine = (() => {
  const [x, entering, size, by, at, end] = [0, 1, 2, 3, 4, 5]
  const own = entry(x, get(at), pairs)
  const moved = f64x2.mul(f64x2.load(entry(entering, get(at), pairs)), f64x2.twice(get(by)))
  return {
    name: 'advance',
    parameters: ['i32', 'i32', 'i32', 'f64'],
    locals: ['i32', 'i32'],
    body: [...set(end, halved(size)), ...loop(at, get(end), 1, f64x2.store(own, f64x2.sub(f64x2.load(own), moved)))],
  }
})()

const pairUp: Routine = (() => {
  const [entering, pair, size, at, end, two, sum] = [0, 1, 2, 3, 4, 5, 6]
  const own = f64x2.withSecond(f64x2.twice(number(0)), f64.load(entry(entering, get(at), numbers)))
  return {
    name: 'pairUp',
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32', 'i32', 'f64x2', 'f64x2'],
    result: 'f64',
    body: [
      ...set(end, halved(size)),
      ...loop(at, get(end), 1, [
        ...set(two, f64x2.load(entry(entering, get(at), pairs))),
        ...set(sum, f64x2.add(get(sum), f64x2.mul(get(two), get(two)))),
      ]),
      ...set(at, integer(0)),
      ...loop(at, get(size), 1, f64x2.store(entry(pair, get(at), pairs), own)),
      ...f64.add(f64x2.first(get(sum)), f64x2.second(get(sum))),
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

/** Of vectors by row. */
export const rowRoutines: readonly Routine[] = [advance, pairUp, firsts]
