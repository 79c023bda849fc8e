import { choose, entry, f64, f64x2, get, i32, integer, loop, number, numbers, pairs, set, wholes, type Routine } from './assembly.ts'

const steps = (name: string, isBackwards: boolean, isTransposed: boolean): Routine => {
  const [to, from, value, size, x, at, into, source] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [width, one] = isTransposed ? [pairs, f64x2] : [numbers, f64]
  const factor = entry(value, get(at), numbers)
  const body = [
    ...set(into, entry(x, i32.load(entry(isTransposed ? from : to, get(at), wholes)), width)),
    ...set(source, entry(x, i32.load(entry(isTransposed ? to : from, get(at), wholes)), width)),
    ...one.store(
      get(into),
      one.sub(one.load(get(into)), one.mul(isTransposed ? f64x2.loadTwice(factor) : f64.load(factor), one.load(get(source)))),
    ),
  ]
  return {
    name,
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    locals: ['i32', 'i32', 'i32'],
    body: isBackwards
      ? [...set(at, i32.add(get(size), integer(-1))), ...loop(at, integer(-1), -1, body)]
      : [...set(at, integer(0)), ...loop(at, get(size), 1, body)],
  }
}

const scale = (name: string, isPair: boolean): Routine => {
  const [x, by, size, at] = [0, 1, 2, 3]
  const [width, one, factor] = isPair ? [pairs, f64x2, f64x2.loadTwice] : [numbers, f64, f64.load]
  const own = entry(x, get(at), width)
  return {
    name,
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32'],
    body: loop(at, get(size), 1, one.store(own, one.mul(one.load(own), factor(entry(by, get(at), numbers))))),
  }
}

const forget: Routine = (() => {
  const [to, from, value, size, place, at] = [0, 1, 2, 3, 4, 5]
  const own = entry(value, get(at), numbers)
  const isOf = (ends: number): readonly number[] => i32.eq(i32.load(entry(ends, get(at), wholes)), get(place))
  return {
    name: 'forget',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    locals: ['i32'],
    body: loop(at, get(size), 1, f64.store(own, choose(number(0), f64.load(own), i32.or(isOf(to), isOf(from))))),
  }
})()

const gather: Routine = (() => {
  const [x, size, into, tiny, at, count] = [0, 1, 2, 3, 4, 5]
  return {
    name: 'gather',
    parameters: ['i32', 'i32', 'i32', 'f64'],
    locals: ['i32', 'i32'],
    result: 'i32',
    // Each is put down; the next one takes its place unless it counts.
    body: [
      ...loop(at, get(size), 1, [
        ...i32.store(entry(into, get(count), wholes), get(at)),
        ...set(count, i32.add(get(count), f64.gt(f64.abs(f64.load(entry(x, get(at), numbers))), get(tiny)))),
      ]),
      ...get(count),
    ],
  }
})()

/** Of triangular factors kept as steps. */
export const factorRoutines: readonly Routine[] = [
  steps('forwards', false, false),
  steps('backwards', true, false),
  steps('transposedForwards', false, true),
  steps('transposedBackwards', true, true),
  ...[scale('scale', false), scale('scalePairs', true), forget, gather],
]
