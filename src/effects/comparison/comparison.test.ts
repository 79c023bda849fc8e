// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference, referenceRows } from '../../../test/reference.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { makeDesign } from '../regression/design.ts'
import { attEstimates } from './attEstimates.ts'
import { effectiveSize, largestShare, standardisedDifference } from './balance.ts'
import { ComparisonFault, effectReport, FewPersons, type EffectQuestion } from './effectReport.ts'
import { entropyEstimate, entropyWeights } from './entropyBalance.ts'
import { gate, neededFor, type GateInput } from './gate.ts'
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
  test('entropy balancing is reported where the score leaves the groups unlike', () => {
    const random = seededRandom(6)
    const x = Float64Array.from({ length: 400 }, () => random() * 4)
    const square = x.map((one) => one * one)
    // Who starts goes by the middle of x, which a score that is straight in x and x² cannot follow at both ends.
    const treated = x.map((one) => (random() < (one > 3.2 ? 0.9 : 0.12) ? 1 : 0))
    const outcome = x.map((one, at) => one + treated[at]!)
    const found = effectReport({
      treated,
      outcome,
      covariates: new Map([
        ['x', x],
        ['square', square],
      ]),
    })
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

describe('the gate', () => {
  const placebo = { estimate: 0.01, se: 0.02, lower: -0.03, upper: 0.05 }
  const open: GateInput = {
    ...{ n1: 200, n0: 400, ess: 120, largestWeightShare: 0.02, largestDifference: 0.05, effect: 0.1, placebo, lottery: false },
    ...{ followUp: { treated: 0.9, controls: 0.88 }, indexDateRule: 'first Monday of the month' },
  }
  const failed = (change: Partial<GateInput>): string[] =>
    Object.entries(gate({ ...open, ...change }).checks).flatMap(([name, { pass }]) => (pass === true || pass === 'declared' ? [] : [name]))
  test('is open when all holds', () => expect([failed({}), gate(open).verdict]).toEqual([[], 'effect']))
  test.each<[string[], Partial<GateInput>]>([
    [['n1', 'ess'], { n1: 24, ess: 49 }],
    [['n0'], { n0: 199 }],
    [['ess'], { ess: 99 }],
    [['largestWeight'], { largestWeightShare: 0.051 }],
    [['balance'], { largestDifference: 0.101 }],
    [['followUp', 'followUpGap'], { followUp: { treated: 0.9, controls: 0.79 } }],
    [['followUpGap'], { followUp: { treated: 0.95, controls: 0.89 } }],
    [['sameWindow'], { indexDateRule: undefined }],
    [['placebo', 'placeboPrecision'], { placebo: undefined }],
    [['placebo'], { placebo: { estimate: 0.05, se: 0.02, lower: 0.01, upper: 0.09 } }],
    [['placeboPrecision'], { placebo: { estimate: 0, se: 0.06, lower: -0.12, upper: 0.12 } }],
  ])('closes by %j alone', (names, change) => {
    expect(failed(change)).toEqual(names)
    expect(gate({ ...open, ...change }).verdict).toBe('difference')
  })
  test('of a lottery asks for no weights and no balance, but for follow-up', () => {
    expect(failed({ lottery: true, ess: 3, largestWeightShare: 1, largestDifference: 2 })).toEqual([])
    expect(failed({ lottery: true, followUp: { treated: 0.5, controls: 0.5 } })).toEqual(['followUp'])
  })
  const all = [
    { n: 200, known: 200 },
    { n: 400, known: 400 },
  ]
  test('says nothing is needed when all holds', () => expect(neededFor(open, all)).toEqual({}))
  test('says how many more', () => {
    expect(neededFor({ ...open, n1: 20, n0: 15, ess: 60 }, all)).toEqual({ treated: 5, controls: 10 })
    // Weights worth half of what is asked for: twice as many to compare with.
    expect(neededFor({ ...open, ess: 50 }, all)).toEqual({ controls: 400 })
    // Half as precise as the effect asks for: four times as many of both.
    expect(neededFor({ ...open, n1: 100, n0: 100, ess: 400, effect: 0.02 }, all)).toEqual({ treated: 300, controls: 300 })
    expect(
      neededFor(open, [
        { n: 200, known: 150 },
        { n: 400, known: 319 },
      ]),
    ).toEqual({ outcomes: 11 })
  })
  test('does not say declared of what was not', () => expect(gate({ ...open, indexDateRule: undefined }).checks.sameWindow.pass).toBeNull())
})

describe('sensitivity', () => {
  test('a covariate that goes with the start and the outcome matters, another does not', () => {
    const { withoutCovariate, eValue: none } = sensitivity(made(4000, 1))
    expect(withoutCovariate.age! - 1).toBeGreaterThan(0.4)
    expect(withoutCovariate.sex!).toBeCloseTo(1, 1)
    expect(none).toBeNull()
  })
  test('no difference needs nothing unseen', () => expect(eValue(1)).toBe(1))
  test('no risk has no ratio', () => expect(() => eValue(0)).toThrow(RangeError))
})

interface Sample {
  naive: number
  covariates: string[]
  ols_adjusted: { coef: number; se: number; se_hc1: number }
  propensity: { coef: Record<string, number>; min: number; max: number }
  weights: { ess_control: number }
  balance: Record<string, { smd_raw: number; smd_ipw: number }>
  ipw_att: { est: number; se_influence: number }
  outcome_regression_att: { est: number; se_influence: number }
  dr_att: { est: number; se_influence: number }
  entropy_balancing_att: { est: number; ess: number; max_weight: number }
  match_nn_replace: { est: number }
}
interface Short {
  naive: number
  ipw: { est: number; se: number }
  dr: { est: number; se: number }
}
interface Causal {
  causal: {
    benchmark: { welch_se: number; welch_ci: [number, number] }
    experimental_main: Sample
    cps_main: Sample
    binary: Record<'experimental' | 'cps', Short>
    placebo_re75: Record<'experimental' | 'cps', { covariates: string[]; dr: number; se: number }>
  }
  intervals: { evalue: { rr: number; evalue: number }[] }
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'LaLonde’s data, as R has it'), () => {
  const truth = hasReference('effects') ? readReference<Causal>('effects', 'reference.json') : undefined
  const near = (found: number, expected: number, tolerance: number): void =>
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-3))
  const trial = hasReference('effects') ? referenceRows('effects', 'nsw_dw.csv') : []
  const rowsOf = (name: 'experimental' | 'cps'): Record<string, string>[] =>
    name === 'experimental' ? trial : [...trial.filter(({ treat }) => treat === '1'), ...referenceRows('effects', 'cps1_controls.csv')]
  const question = (name: 'experimental' | 'cps', outcome: (row: Record<string, string>) => number): EffectQuestion => {
    const rows = rowsOf(name)
    const columns = (names: string[]) => new Map(names.map((one) => [one, Float64Array.from(rows, (row) => Number(row[one]))]))
    const before = truth!.causal.placebo_re75[name]
    return {
      treated: columns(['treat']).get('treat')!,
      outcome: Float64Array.from(rows, outcome),
      covariates: columns(truth!.causal[name === 'cps' ? 'cps_main' : 'experimental_main'].covariates),
      placebo: { outcome: columns(['re75']).get('re75')!, covariates: columns(before.covariates) },
      indexDateRule: 'the month of assignment',
    }
  }

  test.each(['experimental', 'cps'] as const)('%s: every estimate, error, weight and balance', (name) => {
    const of = truth!.causal[name === 'cps' ? 'cps_main' : 'experimental_main']
    const found = effectReport(question(name, ({ re78 }) => Number(re78)))
    near(found.naive.estimate, of.naive, 1e-9)
    near(found.ols.estimate, of.ols_adjusted.coef, 1e-9)
    near(found.ols.se, of.ols_adjusted.se, 1e-9)
    near(found.ols.seRobust, of.ols_adjusted.se_hc1, 1e-9)
    for (const [one, expected] of Object.entries(of.propensity.coef)) near(found.propensity.coefficients[one]!, expected, 1e-6)
    near(found.propensity.max, of.propensity.max, 1e-6)
    for (const [one, { smd_raw, smd_ipw }] of Object.entries(of.balance)) {
      near(found.balance[one]!.before, smd_raw, 1e-9)
      expect(found.reported).toBe('dr')
      near(found.balance[one]!.after, smd_ipw, 1e-6)
    }
    for (const [way, { est, se_influence }] of [
      ['ipw', of.ipw_att],
      ['or', of.outcome_regression_att],
      ['dr', of.dr_att],
    ] as const) {
      near(found[way].estimate, est, 1e-6)
      near(found[way].se, se_influence, 1e-6)
    }
    near(found.ess, of.weights.ess_control, 1e-6)
    near(found.entropy!.estimate, of.entropy_balancing_att.est, 1e-6)
    near(found.placebo!.estimate, truth!.causal.placebo_re75[name].dr, 1e-6)
    near(found.placebo!.se, truth!.causal.placebo_re75[name].se, 1e-6)
    const { weights } = entropyWeights(
      makeDesign([...question(name, () => 0).covariates.values()], rowsOf(name).length),
      question(name, () => 0).treated,
    )!
    near(effectiveSize(weights), of.entropy_balancing_att.ess, 1e-6)
    near(largestShare(weights), of.entropy_balancing_att.max_weight, 1e-6)
  })
  test.each(['experimental', 'cps'] as const)('%s: shares with any earnings', (name) => {
    const of = truth!.causal.binary[name]
    const { treated, outcome, covariates } = question(name, ({ re78 }) => (Number(re78) > 0 ? 1 : 0))
    const { ipw, dr } = attEstimates({ treated, outcome, design: makeDesign([...covariates.values()], treated.length) })
    near(ipw.estimate, of.ipw.est, 1e-6)
    near(ipw.se, of.ipw.se, 1e-6)
    near(dr.estimate, of.dr.est, 1e-6)
    near(dr.se, of.dr.se, 1e-6)
  })
  test.each(['experimental', 'cps'] as const)('%s: nearest neighbours', (name) => {
    const { treated, outcome, covariates } = question(name, ({ re78 }) => Number(re78))
    const found = nearestMatches({ treated, outcome, design: makeDesign([...covariates.values()], treated.length) }, { tie: 1e-5 })
    near(found.estimate, truth!.causal[name === 'cps' ? 'cps_main' : 'experimental_main'].match_nn_replace.est, 1e-6)
  })
  test('the interval of the plain difference is Welch’s', () => {
    const { naive } = effectReport(question('experimental', ({ re78 }) => Number(re78)))
    near(naive.se, truth!.causal.benchmark.welch_se, 1e-9)
    near(naive.lower, truth!.causal.benchmark.welch_ci[0], 1e-9)
    near(naive.upper, truth!.causal.benchmark.welch_ci[1], 1e-9)
  })
  test('the gate passes the experiment and refuses the survey', () => {
    const [trial, survey] = (['experimental', 'cps'] as const).map((name) => effectReport(question(name, ({ re78 }) => Number(re78))))
    expect([trial!.verdict, survey!.verdict]).toEqual(['effect', 'difference'])
    expect(survey!.gate.placebo.pass).toBe(false)
  })
  test('E-values', () => truth!.intervals.evalue.forEach(({ rr, evalue }) => near(eValue(rr), evalue, 1e-9)))
})
