// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference, referenceRows } from '../../../test/reference.ts'
import { makeDesign } from '../regression/design.ts'
import { attEstimates } from './attEstimates.ts'
import { effectiveSize, largestShare } from './balance.ts'
import { effectReport, type EffectQuestion } from './effectReport.ts'
import { entropyWeights } from './entropyBalance.ts'
import { nearestMatches } from './nearest.ts'
import { eValue } from './sensitivity.ts'

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
  test('Dehejia and Wahba’s score, with powers of age, is no separation; neighbours are 730 by exact ties and 966 by Matching’s', () => {
    const rows = rowsOf('cps')
    const column = (value: (row: Record<string, string>) => number): number[] => rows.map(value)
    const plain = ['age', 'educ', 'marr', 'nodegree', 'black', 'hisp', 're74', 're75'].map((name) => column((row) => Number(row[name])))
    const made = [
      ...[column(({ age }) => Number(age) ** 2), column(({ age }) => Number(age) ** 3), column(({ educ }) => Number(educ) ** 2)],
      ...[column(({ re74 }) => Number(Number(re74) === 0)), column(({ re75 }) => Number(Number(re75) === 0))],
      column(({ educ, re74 }) => Number(educ) * Number(re74)),
    ]
    const { treated, outcome } = question('cps', ({ re78 }) => Number(re78))
    const compared = { design: makeDesign([...plain, ...made], rows.length), treated, outcome }
    expect([0, 1e-5].map((tie) => Math.round(nearestMatches(compared, { tie }).estimate))).toEqual([730, 966])
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
