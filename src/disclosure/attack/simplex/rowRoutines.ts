import { entry, f64, get, i32, integer, loop, number, numbers, pairs, set, type Routine } from './assembly.ts'

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

/** Of vectors by row. */
export const rowRoutines: readonly Routine[] = [advance, pairUp, firsts]
