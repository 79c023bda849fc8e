// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../probability/seededRandom.ts'
import { makeDesign } from '../regression/design.ts'
import { effectiveSize, largestShare, standardisedDifference } from './balance.ts'
import { effectReport, type EffectQuestion } from './effectReport.ts'
import { ComparisonFault, FewPersons } from './fitted.ts'
import { entropyEstimate, entropyWeights } from './entropyBalance.ts'
import { nearestMatches } from './nearest.ts'
import { eValue, sensitivity } from './sensitivity.ts'

const of = (...values: number[]): Float64Array => Float64Array.from(values)

/** Persons whose start goes with a covariate that moves the outcome as well; the effect is 1 for all. */
function made(n: number, seed: number): EffectQuestion & { covariates: Map<string, Float64Array> } {
  const random = seededRandom(seed)
  const column = (value: (at: number) => number): Float64Array => Float64Array.from({ length: n }, (_, at) => value(at))
  const [age, sex] = [column(() => random() * 2 - 1), column(() => (random() < 0.5 ? 1 : 0))]
  const treated = column((at) => (random() < 1 / (1 + Math.exp(1 - age[at]!)) ? 1 : 0))
  const outcome = column((at) => 2 * age[at]! - sex[at]! + treated[at]! + random() - 0.5)
  return {
    treated,
    outcome,
    covariates: new Map([
      ['age', age],
      ['sex', sex],
    ]),
  }
}

/** Persons whose start goes by the middle of x, which a score that is straight in x and x² cannot follow at both ends. */
function bent() {
  const random = seededRandom(6)
  const x = Float64Array.from({ length: 400 }, () => random() * 4)
  const treated = x.map((one) => (random() < (one > 3.2 ? 0.9 : 0.12) ? 1 : 0))
  const covariates = new Map([
    ['x', x],
    ['square', x.map((one) => one * one)],
  ])
  return { treated, covariates, random }
}

describe('those who started beside the others', () => {
  test('with the groups alike beforehand, every estimate is the plain difference', () => {
    const covariates = new Map([['x', of(0, 1, 2, 0, 1, 2)]])
    const found = effectReport({ treated: of(1, 1, 1, 0, 0, 0), outcome: of(5, 7, 9, 1, 2, 3), covariates })
    for (const way of ['naive', 'ols', 'ipw', 'or', 'dr', 'entropy'] as const) expect(found[way]!.estimate).toBeCloseTo(5, 12)
    expect([found.ess, found.largestWeightShare]).toEqual([expect.closeTo(3, 12), expect.closeTo(1 / 3, 12)])
  })
  test('what goes with the start is taken off, and the plain difference is not near', () => {
    const { naive, dr, entropy } = effectReport(made(4000, 1))
    expect(Math.abs(naive.estimate - 1)).toBeGreaterThan(0.4)
    for (const found of [dr, entropy!]) {
      expect(found.lower).toBeLessThan(1)
      expect(found.upper).toBeGreaterThan(1)
      expect(found.upper - found.lower).toBeLessThan(0.15)
    }
  })
  test('units and places of covariates do not matter', () => {
    const question = made(300, 2)
    const moved = new Map([...question.covariates].map(([name, column]) => [name, column.map((one) => 1e4 + 250 * one)]))
    const [one, other] = [effectReport(question), effectReport({ ...question, covariates: moved })]
    for (const way of ['ols', 'ipw', 'or', 'dr', 'entropy'] as const) {
      expect(other[way]!.estimate).toBeCloseTo(one[way]!.estimate, 9)
      expect(other[way]!.se).toBeCloseTo(one[way]!.se, 9)
    }
  })
  test('an outcome that is missing is left out and counted', () => {
    const question = made(300, 3)
    const outcome = question.outcome.map((one, at) => (at % 10 === 0 ? Number.NaN : one))
    const found = effectReport({ ...question, outcome })
    expect(found.n1 + found.n0).toBe(270)
    expect(found.followUp.treated.n + found.followUp.controls.n).toBe(300)
    expect(found.gate.followUp.value).toBeGreaterThan(0.8)
  })
  test('a placebo that nobody has is missing, and fails', () => {
    const question = made(300, 3)
    const found = effectReport({
      ...question,
      placebo: { outcome: new Float64Array(300).fill(Number.NaN), covariates: question.covariates },
    })
    expect([found.placebo, found.gate.placebo.pass]).toEqual([null, false])
  })
  test.each<[string, string, (age: Float64Array, treated: Float64Array) => Float64Array]>([
    ['constant', 'the same for all who have it', (age) => age.map(() => 3)],
    ['dependent', 'told by another', (age) => age.map((one) => 2 * one + 1)],
    ['noOverlap', 'one that parts the groups', (_, treated) => treated.map((one, at) => one * 10 + (at % 3))],
  ])('a placebo that no model can be fitted of, %s, is missing, and says of which covariate: %s', (kind, _, more) => {
    const question = made(300, 3)
    const covariates = new Map([...question.covariates, ['more', more(question.covariates.get('age')!, question.treated)]])
    const found = effectReport({ ...question, placebo: { outcome: question.outcome, covariates } })
    expect([found.placebo, found.gate.placebo.pass, found.gate.placeboPrecision.pass, found.verdict]).toEqual([
      ...[null, false, false, 'difference'],
    ])
    expect(found.placeboFault).toEqual({ kind, covariate: 'more' })
    expect(found.dr).toEqual(effectReport(question).dr)
  })
  test('a placebo that is there, or was never given, has no fault', () => {
    const question = made(300, 3)
    const { placebo, placeboFault } = effectReport({ ...question, placebo: { outcome: question.outcome, covariates: question.covariates } })
    expect([placebo === null, placeboFault, effectReport(question).placeboFault]).toEqual([false, null, null])
  })
  test.each<[string, (age: number) => number]>([
    ['the same for all', () => 0.1],
    ['nought for all', () => 0],
    ['a covariate in other units', (age) => 10 * age + 3],
  ])('a placebo that is %s can show nothing, is missing, and fails', (_, value) => {
    const question = made(300, 3)
    const found = effectReport({
      ...question,
      placebo: { outcome: question.covariates.get('age')!.map(value), covariates: question.covariates },
    })
    expect([found.placebo, found.gate.placebo.pass, found.gate.placeboPrecision.pass]).toEqual([null, false, false])
  })
  test('entropy balancing is reported where the score leaves the groups unlike', () => {
    const { treated, covariates } = bent()
    const found = effectReport({ treated, outcome: covariates.get('x')!.map((one, at) => one + treated[at]!), covariates })
    const unlike = found.reported === 'entropy'
    expect(unlike).toBe(true)
    for (const { after } of Object.values(found.balance)) expect(Math.abs(after)).toBeLessThan(1e-9)
  })
  test('entropy weights make every mean the same', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const { treated, covariates } = made(120, seed)
        const found = entropyWeights(makeDesign([...covariates.values()], 120), treated)
        if (!found) return
        for (const column of covariates.values())
          expect(Math.abs(standardisedDifference(column, treated, found.weights))).toBeLessThan(1e-9)
        expect(found.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
      }),
    ))
  test('and are none when a corner is asked for where nobody is', () => {
    const columns = [of(1, 1, 1, 0, 0, 1, 0, 0), of(1, 1, 0, 0, 0, 0, 1, 0)]
    expect(entropyWeights(makeDesign(columns, 8), of(1, 1, 1, 0, 0, 0, 0, 0))).toBeUndefined()
  })
  test('with a linear outcome model and entropy weights, the doubly robust estimate is the weighted difference', () => {
    const { treated, outcome, covariates } = made(200, 5)
    const design = makeDesign([...covariates.values()], 200)
    const weights = entropyWeights(design, treated)!
    const line = outcome.map((_, at) => 3 + 2 * covariates.get('age')![at]! - 7 * covariates.get('sex')![at]!)
    const rest = outcome.map((one, at) => one - line[at]!)
    expect(entropyEstimate({ design, treated, outcome: rest }, weights).estimate).toBeCloseTo(
      entropyEstimate({ design, treated, outcome }, weights).estimate,
      9,
    )
  })
  test('equal weights are worth as many as they are; one alone is all', () => {
    expect([effectiveSize([2, 2, 2]), effectiveSize([1, 0, 0]), largestShare([1, 1, 2])]).toEqual([3, 1, 0.5])
  })
})

describe('what cannot be compared is told by covariate and person', () => {
  const fault = (treated: number[], columns: Record<string, number[]>, outcome = treated.map((_, at) => at)) => {
    try {
      const covariates = new Map(Object.entries(columns).map(([name, column]) => [name, of(...column)]))
      effectReport({ treated: of(...treated), outcome: of(...outcome), covariates })
    } catch (error) {
      if (error instanceof ComparisonFault) return [error.kind, error.covariate, error.person]
      if (error instanceof FewPersons) return [error.group, error.n]
      throw error
    }
    return []
  }
  const half = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
  const mixed = [0, 1, 0, 1, 0, 1, 0, 1, 1, 0]
  test.each<[string, number[], Record<string, number[]>, unknown[]]>([
    ['nobody of the others so old', half, { sex: mixed, age: [60, 61, 62, 63, 20, 21, 22, 23, 24, 25] }, ['noOverlap', 'age', 0]],
    ['the others all alike', half, { sex: mixed, born: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] }, ['noOverlap', 'born', 2]],
    ['all the same', half, { sex: mixed, one: half.map(() => 7) }, ['constant', 'one', 0]],
    ['one twice', half, { sex: mixed, again: mixed }, ['dependent', 'again', 0]],
    ['all who started alike', half, { sex: mixed, led: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0] }, ['separation', 'led', expect.any(Number)]],
    ['too few', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], { sex: mixed }, ['treated', 1]],
    ['too few others', [1, 1, 1, 1, 1, 1, 1, 1, 0, 0], { sex: mixed }, ['controls', 2]],
  ])('%s', (_, treated, columns, found) => expect(fault(treated, columns)).toEqual(found))
  test('the person is the one of the file, also when others have no outcome', () => {
    const outcome = [Number.NaN, Number.NaN, 1, 2, 3, 4, 5, 6, 7, 8]
    expect(fault(half, { born: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0] }, outcome)).toEqual(['noOverlap', 'born', 3])
  })
})

describe('sensitivity', () => {
  test('a covariate that goes with the start and the outcome matters, another does not', () => {
    const { withoutCovariate, eValue: none } = sensitivity(made(4000, 1))
    expect(withoutCovariate.age! - 1).toBeGreaterThan(0.4)
    expect(withoutCovariate.sex!).toBeCloseTo(1, 1)
    expect(none).toBeNull()
  })
  test('without the one per cent of largest weight is as if those comparison persons were not there', () => {
    const { treated, outcome, covariates } = made(400, 5)
    const age = covariates.get('age')!
    // Those who start are older, so that the oldest of the others weigh the most.
    const others = [...age.keys()].filter((at) => treated[at] === 0).sort((a, b) => age[b]! - age[a]!)
    const heaviest = new Set(others.slice(0, Math.ceil(others.length / 100)))
    const rest = (values: Float64Array): Float64Array => values.filter((_, at) => !heaviest.has(at))
    const { dr } = effectReport({ treated: rest(treated), outcome: rest(outcome), covariates: new Map([['age', rest(age)]]) })
    const found = sensitivity({ treated, outcome, covariates: new Map([['age', age]]) })
    expect(heaviest.size).toBeGreaterThan(1)
    expect(found.withoutTopWeights).toBeCloseTo(dr.estimate, 12)
  })
  test('what something unseen would need is of the estimate that is reported, also when that is by entropy balancing', () => {
    const { treated, covariates, random } = bent()
    const outcome = covariates.get('x')!.map((one, at) => (random() < 0.1 + 0.12 * one + 0.2 * treated[at]! ? 1 : 0))
    const question = { treated, outcome, covariates }
    const { reported, entropy, dr, n1 } = effectReport(question)
    const reached = outcome.reduce((sum, one, at) => sum + one * treated[at]!, 0) / n1
    expect(reported).toBe('entropy')
    expect(Math.abs(entropy!.estimate - dr.estimate)).toBeGreaterThan(0.005)
    expect(sensitivity(question).eValue).toBeCloseTo(eValue(reached / (reached - entropy!.estimate)), 10)
  })
  test('no difference needs nothing unseen', () => expect(eValue(1)).toBe(1))
  test('no risk has no ratio', () => expect(() => eValue(0)).toThrow(RangeError))
})

describe('nearest neighbours', () => {
  const x = of(0, 1, 2, 3, 0.1, 1.1, 1.1, 9, 1.1, 2.2)
  const treated = of(1, 0, 1, 0, 0, 1, 0, 0, 0, 1)
  const design = makeDesign([x], 10)
  const found = nearestMatches({ design, treated, outcome: of(5, 0, 5, 0, 0, 7, 3, 0, 0, 5) })
  test('are the ones next on the score, and ties share', () => {
    expect(found.pairs.map(({ person, matches }) => [person, matches.sort()])).toEqual([
      [0, [4]],
      [2, [6, 8]],
      [5, [6, 8]],
      [9, [3]],
    ])
    // Those of the tie have outcomes 3 and 0.
    expect(found.estimate).toBeCloseTo((5 + 3.5 + 5.5 + 5) / 4, 12)
  })
  test('too far away is nobody', () => expect(nearestMatches({ design, treated, outcome: x }, { caliper: 0.1 }).dropped).toBe(2))
})
