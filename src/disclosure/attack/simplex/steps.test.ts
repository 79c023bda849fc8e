import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Arena } from './arena.ts'
import { Groups } from './groups.ts'
import { Steps } from './steps.ts'

const size = 7
const place = fc.nat(size - 1)
const value = fc.integer({ min: -3, max: 3 })
const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 * size, maxLength: 2 * size })
const drawnSteps = fc.array(fc.tuple(place, place, value), { maxLength: 12 })
type Step = readonly [number, number, number]

function inArena(use: (arena: Arena) => void): void {
  const arena = Arena.take(Steps.bytes(12) + Steps.bytes(12) + Groups.bytes(40) + Arena.bytes([2 * size, 2 * size], [size + 2]))
  try {
    use(arena)
  } finally {
    arena.release()
  }
}

/** x[to] −= value · x[from], step by step, of the vector that has every `stride`th entry. */
function carriedOut(steps: readonly Step[], x: readonly number[], stride = 1): number[] {
  const after = [...x]
  for (const side of Array(stride).keys())
    for (const [to, from, by] of steps) after[stride * to + side]! -= by * after[stride * from + side]!
  return after
}

const transposed = (steps: readonly Step[]): Step[] => steps.map(([to, from, by]) => [from, to, by])

function filled(arena: Arena, drawn: readonly Step[]): Steps {
  const steps = new Steps(arena, 12)
  for (const step of drawn) steps.add(...step)
  return steps
}

test.each([
  ['forwards', (drawn: readonly Step[]) => drawn, 1],
  ['backwards', (drawn: readonly Step[]) => drawn.toReversed(), 1],
  ['transposedForwards', transposed, 2],
  ['transposedBackwards', (drawn: readonly Step[]) => transposed(drawn).toReversed(), 2],
] as const)('steps are carried out one after the other: %s', (way, ordered, stride) =>
  fc.assert(
    fc.property(drawnSteps, fc.option(fc.nat(11)), vector, (drawn, voided, given) =>
      inArena((arena) => {
        const steps = filled(arena, drawn)
        if (voided !== null && voided < drawn.length) steps.void(voided)
        const x = arena.numbers(2 * size)
        x.set(given)
        steps[way](x)
        expect([...x].map((one) => one + 0)).toEqual(
          carriedOut(ordered(drawn.map(([to, from, by], at) => [to, from, at === voided ? 0 : by])), given, stride).map((one) => one + 0),
        )
      }),
    ),
  ),
)

test('steps are sorted by turns, and those of one turn stay in order', () =>
  fc.assert(
    fc.property(
      drawnSteps,
      fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
      fc.constantFrom('to', 'from'),
      (drawn, turn, end) =>
        inArena((arena) => {
          const [turns, starts, twin] = [Int32Array.from(turn), new Int32Array(size + 1), new Int32Array(12)]
          const sorted = new Steps(arena, 12)
          filled(arena, drawn).sortInto(sorted, end, turns, starts, twin)
          const turnOf = ([to, from]: Step): number => turn[end === 'to' ? to : from]!
          const wanted = drawn.toSorted((a, b) => turnOf(a) - turnOf(b))
          drawn.forEach((step, at) => expect(wanted[twin[at]!]).toBe(step))
          const found = new Int32Array(size + 1)
          filled(
            arena,
            wanted.map(([to, from, by]) => (end === 'to' ? [to, from, by] : [from, to, by])),
          ).findStarts(turns, found)
          expect(found).toEqual(starts)
          starts.forEach((start, at) => expect(start).toBe(wanted.filter((step) => turnOf(step) < at).length))
          const x = arena.numbers(2 * size)
          x.set(Array.from(x.keys(), (at) => at + 1))
          const before = [...x]
          sorted.forwards(x)
          expect([...x]).toEqual(carriedOut(wanted, before))
        }),
    ),
  ))

test('steps without room are told', () =>
  inArena((arena) => {
    const steps = filled(arena, new Array<Step>(12).fill([0, 1, 1]))
    expect(steps.isOverfull).toBe(false)
    steps.add(0, 1, 1)
    expect(steps.isOverfull).toBe(true)
    steps.clear()
    expect(steps.isOverfull).toBe(false)
  }))

const drawnGroups = fc.array(fc.tuple(place, fc.subarray([...Array(size).keys()]), vector, value), { maxLength: 5 })

test.each([
  ['gather', (steps: readonly Step[]) => steps, 1],
  ['gatherPairs', (steps: readonly Step[]) => steps, 2],
  ['scatter', (steps: readonly Step[]) => transposed(steps).toReversed(), 1],
  ['scatterPairs', (steps: readonly Step[]) => transposed(steps).toReversed(), 2],
] as const)('what exchanges add is carried out by hubs, but for what is forgotten: %s', (way, ordered, stride) =>
  fc.assert(
    fc.property(drawnGroups, fc.option(place), vector, (drawn, forgotten, given) =>
      inArena((arena) => {
        const groups = new Groups(arena, 40)
        for (const [hub, places, weights, by] of drawn) groups.add(hub, Int32Array.from(places), Float64Array.from(weights), by)
        expect(groups.isOverfull).toBe(false)
        if (forgotten !== null) groups.forget(forgotten)
        const steps = drawn.flatMap(([hub, places, weights, by]) =>
          places.filter((one) => one !== hub && one !== forgotten && hub !== forgotten).map((one): Step => [hub, one, by * weights[one]!]),
        )
        const x = arena.numbers(2 * size)
        x.set(given)
        groups[way](x)
        expect([...x].map((one) => one + 0)).toEqual(carriedOut(ordered(steps), given, stride).map((one) => one + 0))
      }),
    ),
  ),
)

test('groups without room are told', () =>
  inArena((arena) => {
    const groups = new Groups(arena, Groups.room(2, 5))
    const places = Int32Array.of(1, 2, 3, 4, 5)
    for (const isOverfull of [false, false, true]) {
      groups.add(0, places, new Float64Array(size), 1)
      expect(groups.isOverfull).toBe(isOverfull)
    }
  }))
