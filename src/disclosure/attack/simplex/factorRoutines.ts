import {
  entry,
  f64,
  f64x2,
  get,
  halved,
  i32,
  i32x4,
  integer,
  loop,
  numbers,
  pairs,
  set,
  when,
  wholes,
  type Code,
  type Routine,
} from './assembly.ts'

/** Bytes of a step: two whole numbers and a number. */
export const stepBytes = 16

const steps = (name: string, isBackwards: boolean, isTransposed: boolean): Routine => {
  const [first, size, x, own, end, into, source] = [0, 1, 2, 3, 4, 5, 6]
  const [width, one] = isTransposed ? [pairs, f64x2] : [numbers, f64]
  const [toAt, fromAt, valueAt] = [0, 4, 8]
  const body = [
    ...set(into, entry(x, i32.load(get(own), isTransposed ? fromAt : toAt), width)),
    ...set(source, entry(x, i32.load(get(own), isTransposed ? toAt : fromAt), width)),
    ...one.store(
      get(into),
      one.sub(
        one.load(get(into)),
        one.mul(isTransposed ? f64x2.loadTwice(get(own), valueAt) : f64.load(get(own), valueAt), one.load(get(source))),
      ),
    ),
  ]
  const after = entry(first, get(size), pairs)
  const before = i32.sub(get(first), integer(stepBytes))
  return {
    name,
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32', 'i32', 'i32', 'i32'],
    body: isBackwards
      ? [...set(own, i32.sub(after, integer(stepBytes))), ...set(end, before), ...loop(own, get(end), -stepBytes, body)]
      : [...set(own, get(first)), ...set(end, after), ...loop(own, get(end), stepBytes, body)],
  }
}

/** Of groups of four: addresses of what their hub and their rim are in `x`, and factors. */
const groups = (isOfPairs: boolean) => {
  const [hub, rim, value, size, x, at, middle, ends, factors] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [width, one, factor] = isOfPairs ? [pairs, f64x2, f64x2.loadTwice] : [numbers, f64, f64.load]
  const find = [
    ...set(middle, entry(x, i32.load(entry(hub, get(at), wholes)), width)),
    ...set(ends, entry(rim, get(at), 4)),
    ...set(factors, entry(value, get(at), 5)),
  ]
  const endOf = (number: number): Code => entry(x, i32.load(get(ends), 4 * number), width)
  const factorOf = (number: number): Code => factor(get(factors), 8 * number)
  return { ...{ size, at, middle, find, endOf, factorOf, one }, parameters: new Array<'i32'>(5).fill('i32') }
}

/** What depends on itself from step to step is waited for: a sum of four is waited for once. */
const gathering = (name: string, isOfPairs: boolean): Routine => {
  const { parameters, size, at, middle, find, endOf, factorOf, one } = groups(isOfPairs)
  const term = (number: number): Code => one.mul(factorOf(number), one.load(endOf(number)))
  const sum = one.add(one.add(term(0), term(1)), one.add(term(2), term(3)))
  return {
    ...{ name, parameters, locals: ['i32', 'i32', 'i32', 'i32'] },
    body: loop(at, get(size), 1, [...find, ...one.store(get(middle), one.sub(one.load(get(middle)), sum))]),
  }
}

const scattering = (name: string, isOfPairs: boolean): Routine => {
  const { parameters, size, at, middle, find, endOf, factorOf, one } = groups(isOfPairs)
  const own = 9
  const put = (number: number): Code => one.store(endOf(number), one.sub(one.load(endOf(number)), one.mul(factorOf(number), get(own))))
  return {
    ...{ name, parameters, locals: ['i32', 'i32', 'i32', 'i32', isOfPairs ? 'f64x2' : 'f64'] },
    body: [
      ...set(at, i32.sub(get(size), integer(1))),
      ...loop(at, integer(-1), -1, [...find, ...set(own, one.load(get(middle))), ...[0, 1, 2, 3].flatMap(put)]),
    ],
  }
}

const scale: Routine = (() => {
  const [x, by, size, at, end] = [0, 1, 2, 3, 4]
  const own = entry(x, get(at), pairs)
  return {
    name: 'scale',
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32', 'i32'],
    body: [
      ...set(end, halved(size)),
      ...loop(at, get(end), 1, f64x2.store(own, f64x2.mul(f64x2.load(own), f64x2.load(entry(by, get(at), pairs))))),
    ],
  }
})()

const scalePairs: Routine = (() => {
  const [pair, by, size, at] = [0, 1, 2, 3]
  const own = entry(pair, get(at), pairs)
  return {
    name: 'scalePairs',
    parameters: ['i32', 'i32', 'i32'],
    locals: ['i32'],
    body: loop(at, get(size), 1, f64x2.store(own, f64x2.mul(f64x2.load(own), f64x2.loadTwice(entry(by, get(at), numbers))))),
  }
})()

const forget: Routine = (() => {
  const [hub, rim, value, size, place, at, found, factors] = [0, 1, 2, 3, 4, 5, 6, 7]
  const wanted = i32x4.times(get(place))
  const matches = i32x4.or(
    i32x4.eq(i32x4.load(entry(rim, get(at), 4)), wanted),
    i32x4.eq(i32x4.times(i32.load(entry(hub, get(at), wholes))), wanted),
  )
  const rid = (offset: number, mask: Code): Code => f64x2.store(get(factors), f64x2.without(f64x2.load(get(factors), offset), mask), offset)
  return {
    name: 'forget',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    locals: ['i32', 'f64x2', 'i32'],
    body: loop(at, get(size), 1, [
      ...set(found, matches),
      ...when(f64x2.any(get(found)), [
        ...set(factors, entry(value, get(at), 5)),
        ...rid(0, i32x4.firstHalf(get(found))),
        ...rid(16, i32x4.secondHalf(get(found))),
      ]),
    ]),
  }
})()

const gather: Routine = (() => {
  const [x, size, into, tiny, at, count, end, large] = [0, 1, 2, 3, 4, 5, 6, 7]
  const two = f64x2.abs(f64x2.load(entry(x, get(at), pairs)))
  // Each is put down, and the next one takes its place unless it counts: a branch that cannot be foreseen would cost more.
  const put = (place: Code, isLarge: Code): Code => [
    ...i32.store(entry(into, get(count), wholes), place),
    ...set(count, i32.add(get(count), isLarge)),
  ]
  const first = i32.shl(get(at), integer(1))
  const second = i32.add(first, integer(1))
  return {
    name: 'gather',
    parameters: ['i32', 'i32', 'i32', 'f64'],
    locals: ['i32', 'i32', 'i32', 'f64x2'],
    result: 'i32',
    body: [
      ...set(end, halved(size)),
      ...loop(at, get(end), 1, [
        ...set(large, two),
        ...put(first, f64.gt(f64x2.first(get(large)), get(tiny))),
        ...put(second, i32.and(f64.gt(f64x2.second(get(large)), get(tiny)), i32.lt(second, get(size)))),
      ]),
      ...get(count),
    ],
  }
})()

/** Of triangular factors. */
export const factorRoutines: readonly Routine[] = [
  steps('forwards', false, false),
  steps('backwards', true, false),
  steps('transposedForwards', false, true),
  steps('transposedBackwards', true, true),
  ...[gathering('gatherGroups', false), gathering('gatherPairs', true)],
  ...[scattering('scatterGroups', false), scattering('scatterPairs', true)],
  ...[scale, scalePairs, forget, gather],
]
