import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MoneyFault } from '../kronor.ts'
import { allocate, reckon } from './allocate.ts'
import { readAllocation, type AllocationQuestion, type AllocationSubject } from './domain.ts'
import { levelHolding } from './waterLevel.ts'

const subject = (id: string, more: Partial<AllocationSubject> = {}): AllocationSubject => ({
  id,
  supportMeasure: 100,
  population: 1000,
  ...more,
})
const weights = { supportMeasure: 0.75, population: 0.25 }
const amountsOf = (question: AllocationQuestion): number[] => allocate(question).allocations.map(({ amount }) => amount)
const stepsOf = (question: AllocationQuestion, id: string) =>
  allocate(question)
    .allocations.find((one) => one.id === id)!
    .steps.map(({ name, amount }) => [name, amount])

describe('the model step by step', () => {
  const plain: AllocationQuestion = {
    ...{ frame: 10_000_000, base: 400_000, weights },
    associations: [subject('a', { supportMeasure: 300 }), subject('b', { population: 3000 })],
  }
  test('base, and the rest by support measure and inhabitants', () => {
    expect(amountsOf(plain)).toEqual([6_150_000, 3_850_000])
    expect(stepsOf(plain, 'a')).toEqual([
      ['base', 400_000],
      ['supportMeasure', 5_175_000],
      ['population', 575_000],
    ])
  })
  test('the brake holds, and the others give what it takes', () => {
    const braked = { ...plain, brake: 0.1, associations: [plain.associations[0]!, subject('b', { population: 3000, previous: 5_000_000 })] }
    expect(amountsOf(braked)).toEqual([5_500_000, 4_500_000])
  })
  test('the brake’s floor is rounded up: half a krona less would be more than it allows', () =>
    expect(
      amountsOf({
        ...{ frame: 10, base: 0, weights: { supportMeasure: 1, population: 0 }, brake: 0.1 },
        associations: [subject('a', { supportMeasure: 900 }), subject('b', { previous: 5 })],
      }),
    ).toEqual([5, 5]))
  test('a cap beats the brake, and what it leaves goes to the others', () => {
    const capped = {
      ...plain,
      brake: 0.1,
      associations: [plain.associations[0]!, subject('b', { population: 3000, previous: 5_000_000, cap: 1_000_000 })],
    }
    expect(amountsOf(capped)).toEqual([9_000_000, 1_000_000])
  })
  test('what nobody can match is left over', () => {
    const capped = { ...plain, associations: plain.associations.map((one) => ({ ...one, cap: 1_000_000 })) }
    expect(allocate(capped)).toMatchObject({ sum: 2_000_000, leftOver: 8_000_000 })
  })
  test('much equity takes a step off, and the brake does not protect', () => {
    const rich = {
      ...{
        ...plain,
        brake: 0.1,
        stair: [
          { above: 0.2, reduction: 0.1 },
          { above: 0.5, reduction: 0.5 },
        ],
      },
      associations: [subject('a', { equity: 3_000_000, previous: 20_000_000 }), subject('b'), subject('c')],
    }
    const [a, b, c] = amountsOf(rich)
    expect(a! + b! + c!).toBe(10_000_000)
    expect(b).toBe(c)
    expect(a! / b!).toBeCloseTo(0.9, 5)
  })
  test('floors above the frame are scaled, and it is said', () => {
    const narrow = {
      ...plain,
      frame: 6_300_000,
      brake: 0,
      associations: [subject('a', { previous: 6_000_000 }), subject('b', { previous: 3_000_000 })],
    }
    expect(amountsOf(narrow)).toEqual([4_200_000, 2_100_000])
    expect(allocate(narrow).allocations[0]!.steps.find(({ name }) => name === 'brake')!.because.key).toBe('allocation.brakeScaled')
  })
  test('every rule off is the plain model', () =>
    expect(
      amountsOf({
        ...plain,
        brake: null,
        stair: [],
        associations: plain.associations.map((one) => ({ ...one, previous: 9e6, equity: 9e6 })),
      }),
    ).toEqual(amountsOf(plain)))
})

describe('is refused at its field', () => {
  const good = { frame: 1e6, base: 4e5, weights, associations: [subject('a'), subject('b')] }
  test.each([
    ['bases above the frame', { ...good, base: 500_001 }, 'base', 'money.baseAboveFrame'],
    ['weights of 90 per cent', { ...good, weights: { supportMeasure: 0.65, population: 0.25 } }, 'weights', 'money.weightsSum'],
    ['a brake of ten', { ...good, brake: 10 }, 'brake', 'money.portion'],
    ['nobody', { ...good, associations: [] }, 'associations', 'money.noAssociations'],
    ['one twice', { ...good, associations: [subject('a'), subject('a')] }, 'associations[1].id', 'money.idTwice'],
    ['no population', { ...good, associations: [{ id: 'a', supportMeasure: 1 }] }, 'associations[0].population', 'money.missing'],
    ['a negative cap', { ...good, associations: [subject('a', { cap: -1 })] }, 'associations[0].cap', 'money.wholeKronor'],
    ['no need anywhere', { ...good, associations: [subject('a', { supportMeasure: 0 })] }, 'associations', 'money.allNought'],
    ['a slip', { ...good, breake: 0.1 }, 'breake', 'money.unknownField'],
    [
      'a stair that falls',
      {
        ...good,
        stair: [
          { above: 0.5, reduction: 0.1 },
          { above: 0.2, reduction: 0.2 },
        ],
      },
      'stair[0].reduction',
      'money.stairFalls',
    ],
  ])('%s', (_what, question, where, key) => {
    try {
      readAllocation(question)
      expect.unreachable()
    } catch (error) {
      expect(error instanceof MoneyFault && [error.where, error.key]).toEqual([where, key])
    }
  })
})

const some = (least: number, most: number) => fc.integer({ min: least, max: most })
const ruleset: fc.Arbitrary<AllocationQuestion> = fc
  .record({ n: some(1, 12), w: fc.double({ min: 0, max: 1, noNaN: true }), base: some(0, 400_000), above: some(0, 50_000_000) })
  .chain(({ n, w, base, above }) =>
    fc.record({
      ...{ frame: fc.constant(n * base + above), base: fc.constant(base), weights: fc.constant({ supportMeasure: w, population: 1 - w }) },
      brake: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      stair: fc.option(
        fc
          .record({ above: fc.double({ min: 0, max: 1, noNaN: true }), reduction: fc.double({ min: 0, max: 1, noNaN: true }) })
          .map((one) => [one]),
        { nil: undefined },
      ),
      associations: fc
        .array(
          fc.record({
            ...{ supportMeasure: some(1, 1_000_000), population: some(1, 500_000) },
            previous: fc.option(some(0, 9_000_000)),
            equity: fc.option(some(-100_000, 9_000_000)),
            cap: fc.option(some(0, 9_000_000), { freq: 3 }),
          }),
          { minLength: n, maxLength: n },
        )
        .map((list) => list.map((one, at) => ({ id: `f${at}`, ...one }))),
    }),
  )

describe('ten thousand random rulesets', () => {
  const runs = { numRuns: 10_000 }
  test('the sum is exact, no cap is passed, the steps add up, and every amount is whole', () =>
    fc.assert(
      fc.property(ruleset, (question) => {
        const { allocations, sum, leftOver } = allocate(question)
        expect(sum + leftOver).toBe(question.frame)
        expect(allocations.reduce((all, { amount }) => all + amount, 0)).toBe(sum)
        allocations.forEach(({ amount, steps }, at) => {
          const { cap } = question.associations[at]!
          expect(Number.isSafeInteger(amount) && amount >= 0 && amount <= (cap ?? Infinity)).toBe(true)
          expect(steps.reduce((all, step) => all + step.amount, 0)).toBe(amount)
        })
        if (question.associations.some(({ cap, equity }) => cap === null && (equity ?? 0) <= 0)) expect(leftOver).toBe(0)
      }),
      runs,
    ))
  test('nobody whom the brake protects falls further than it allows, unless floors were scaled', () =>
    fc.assert(
      fc.property(ruleset, (question) => {
        const reckoned = reckon(question, question.associations)
        if (reckoned[0]!.floorScale < 1) return
        const amounts = amountsOf(question)
        reckoned.forEach(({ floor, most }, at) => expect(amounts[at]).toBeGreaterThanOrEqual(Math.min(floor, most)))
      }),
      runs,
    ))
  test('the order of the associations is nothing', () =>
    fc.assert(
      fc.property(ruleset, (question) => {
        const turned = allocate({ ...question, associations: [...question.associations].reverse() })
        expect([...turned.allocations].reverse()).toEqual(allocate(question).allocations)
      }),
      runs,
    ))
  test('more need never gives less, to the rounding', () =>
    fc.assert(
      fc.property(
        ruleset,
        fc.constantFrom('supportMeasure' as const, 'population' as const),
        some(1, 1_000_000),
        (question, field, more) => {
          const [first, ...others] = question.associations
          const raised = { ...question, associations: [{ ...first!, [field]: first![field] + more }, ...others] }
          const [before, after] = [question, raised].map((one) => reckon(one, one.associations)[0]!.exact)
          expect(after! - before!).toBeGreaterThan(-1e-3)
        },
      ),
      runs,
    ))
  test('without brake, caps and stair a merger costs the base times what is not theirs', () =>
    fc.assert(
      fc.property(ruleset, (given) => {
        const [a, b, ...others] = given.associations.map(({ id, supportMeasure, population }) => ({ id, supportMeasure, population }))
        if (!b) return
        const question = { ...given, brake: null, stair: [], associations: [a!, b, ...others] }
        const one = { id: a!.id, supportMeasure: a!.supportMeasure + b.supportMeasure, population: a!.population + b.population }
        const apart = reckon(question, question.associations)
        const merged = reckon({ ...question, associations: [one, ...others] }, [one, ...others])[0]!
        const sum = (field: 'supportMeasure' | 'population') => question.associations.reduce((all, each) => all + each[field], 0)
        const share =
          given.weights.supportMeasure * (one.supportMeasure / sum('supportMeasure')) +
          given.weights.population * (one.population / sum('population'))
        expect(apart[0]!.exact + apart[1]!.exact - merged.exact).toBeCloseTo(given.base * (1 - share), 2)
      }),
      runs,
    ))
})

test('the level of vessels is where repeated scaling of the unbounded ends', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: some(1, 100), least: some(0, 50), room: some(0, 100) }), { minLength: 1, maxLength: 9 }),
      some(0, 900),
      (list, total) => {
        const vessels = list.map(({ weight, least, room }) => ({ weight, least, most: least + room }))
        const held = (level: number) =>
          vessels.reduce((sum, { weight, least, most }) => sum + Math.min(most, Math.max(least, level * weight)), 0)
        const wanted = Math.min(Math.max(total, held(0)), held(Infinity))
        expect(held(levelHolding(total, vessels))).toBeCloseTo(wanted, 6)
      },
    ),
  ))
