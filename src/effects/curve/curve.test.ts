// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference, referenceRows } from '../../../test/reference.ts'
import { aalenJohansen, atRiskAt, timeWhenBelow, valueAt } from './aalenJohansen.ts'
import { groupDifferences, groupReport } from './curveReport.ts'
import { riskTable, type Durations } from './durations.ts'
import { areaUnder, bootstrapMeanTimes, lastTime, restrictedMeanSe } from './restrictedMean.ts'

const curves = (durations: Durations) => aalenJohansen(riskTable(durations))
const of = (durations: Durations, cause: number) => curves(durations).causes.find((one) => one.cause === cause)!.curve

describe('without censoring', () => {
  const five = { exit: [1, 2, 2, 3, 9], cause: [1, 2, 1, 1, 2] }
  test('incidence is the share it has happened to', () => {
    expect([0, 1, 2, 3, 9].map((t) => valueAt(of(five, 1), t).estimate)).toEqual([
      0,
      0.2,
      0.4,
      expect.closeTo(0.6, 14),
      expect.closeTo(0.6, 14),
    ])
  })
  test('and its variance is F(1−F)/n', () => {
    expect(valueAt(of(five, 1), 2).se ** 2).toBeCloseTo((0.4 * 0.6) / 5, 14)
    expect(valueAt(of(five, 2), 9).se ** 2).toBeCloseTo((0.4 * 0.6) / 5, 14)
  })
  test('mean times of all states add up to the horizon', () => {
    const { causes, eventFree } = curves(five)
    expect([...causes.map(({ curve }) => curve), eventFree].reduce((sum, curve) => sum + areaUnder(curve, 9), 0)).toBeCloseTo(9, 13)
  })
  test('at risk are those not gone before', () => {
    const { table } = curves(five)
    expect([0, 1, 2, 2.5, 9, 10].map((t) => atRiskAt(table, t))).toEqual([5, 5, 4, 2, 1, 0])
  })
})

describe('the curve', () => {
  test('has no interval before anything happened or when it happened to all', () => {
    const all = of({ exit: [1, 2], cause: [1, 1] }, 1)
    expect(valueAt(all, 0)).toEqual({ estimate: 0, se: 0, lower: null, upper: null })
    expect(valueAt(all, 2)).toMatchObject({ estimate: 1, lower: null, upper: null })
  })
  test('counts who came late only from then on', () => {
    const late = { exit: [2, 5, 6], entry: [0, 3, 0], cause: [1, 1, 0] }
    expect(riskTable(late).atRisk).toEqual(Float64Array.of(0, 2, 1, 2, 1))
    expect(valueAt(of(late, 1), 6).estimate).toBe(0.75)
  })
  test('leaves out who was seen for no time', () =>
    expect(riskTable({ exit: [3, 3], entry: [3, 0], cause: [1, 1] })).toMatchObject({ neverAtRisk: 1 }))
  test.each<[string, Durations]>([
    ['a negative time', { exit: [-1], cause: [0] }],
    ['an exit before entry', { exit: [1], entry: [2], cause: [0] }],
    ['half a cause', { exit: [1], cause: [0.5] }],
    ['no number', { exit: [Number.NaN], cause: [0] }],
  ])('refuses %s', (_, durations) => expect(() => riskTable(durations)).toThrow(RangeError))

  const person = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3 }))
  const people = fc.array(person, { minLength: 1, maxLength: 60 }).map((rows) => ({
    exit: rows.map(([from, length]) => from + length),
    entry: rows.map(([from]) => from),
    cause: rows.map(([, , cause]) => cause),
  }))
  test('shares of all states add up to one, rise, and hold their variance from below', () =>
    fc.assert(
      fc.property(people, (durations) => {
        const { causes, eventFree, table } = curves(durations)
        for (let at = 0; at < table.times.length; at++) {
          expect(causes.reduce((sum, { curve }) => sum + curve.value[at]!, eventFree.value[at]!)).toBeCloseTo(1, 12)
          for (const { curve } of causes) {
            expect(curve.value[at]!).toBeGreaterThanOrEqual(at === 0 ? 0 : curve.value[at - 1]!)
            expect(curve.variance[at]!).toBeGreaterThanOrEqual(0)
          }
        }
      }),
    ))
  test('has in one pass the variance of the double sum, also with late entry', () =>
    fc.assert(
      fc.property(people, (durations) => {
        const { causes, eventFree, table } = curves(durations)
        causes.forEach(({ curve }, k) => {
          for (let t = 0; t < table.times.length; t++) {
            let expected = 0
            for (let s = 0; s <= t; s++) {
              const [y, dk] = [table.atRisk[s]!, table.events[k]![s]!]
              const d = table.events.reduce((sum, column) => sum + column[s]!, 0)
              if (d === 0) continue
              const [rest, before] = [curve.value[t]! - curve.value[s]!, s === 0 ? 1 : eventFree.value[s - 1]!]
              expected += d < y ? (rest ** 2 * d) / (y * (y - d)) : 0
              expected += (before ** 2 * dk * (y - dk)) / y ** 3 - (2 * rest * before * dk) / y ** 2
            }
            expect(curve.variance[t]).toBeCloseTo(Math.max(0, expected), 11)
          }
        })
      }),
    ))
  test('is the same in days that are counted and in times that are sorted', () =>
    fc.assert(
      fc.property(people, (durations) => {
        const halves = { ...durations, exit: durations.exit.map((t) => t / 7), entry: durations.entry.map((t) => t / 7) }
        expect(curves(halves).eventFree.value).toEqual(curves(durations).eventFree.value)
      }),
    ))
  test('with one cause is one minus Kaplan–Meier, with the same variance', () =>
    fc.assert(
      fc.property(people, ({ exit, entry, cause }) => {
        const { causes, eventFree } = curves({ exit, entry, cause: cause.map((one) => Math.min(1, one)) })
        for (const { curve } of causes) {
          for (let at = 0; at < curve.value.length; at++) {
            expect(curve.value[at]).toBeCloseTo(1 - eventFree.value[at]!, 12)
            expect(curve.variance[at]).toBeCloseTo(eventFree.variance[at]!, 10)
          }
        }
      }),
    ))
})

describe('two groups', () => {
  const durations = { exit: [1, 2, 3, 4, 1, 2, 3, 4], cause: [1, 0, 1, 0, 0, 2, 1, 0] }
  const [first, second] = [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ].map((only, at) => groupReport(durations, { group: 'ab'[at]!, only }, { at: [1, 3], causes: [1, 2] }))
  test('differ by the first less the second, with the errors of both', () => {
    const [early, late] = groupDifferences(first!, second!)
    expect(early).toMatchObject({ cause: 1, time: 1, estimate: 0.25, se: first!.causes[0]!.at[0]!.se })
    expect(late!.estimate).toBeCloseTo(0.625 - 1 / 3, 12)
    expect(late!.se).toBeCloseTo(Math.hypot(first!.causes[0]!.at[1]!.se, second!.causes[0]!.at[1]!.se), 14)
  })
})

describe('mean times', () => {
  const many = { exit: Array.from({ length: 60 }, (_, at) => (at * 7) % 50), cause: Array.from({ length: 60 }, (_, at) => at % 3) }
  const asked = { tau: 40, resamples: 500, seed: 3, causes: [1, 2] }
  test('have the same resampled error for the same seed, near the closed one', () => {
    const [one, again] = [bootstrapMeanTimes(many, asked), bootstrapMeanTimes(many, asked)]
    expect(again).toEqual(one)
    expect(one.eventFree / restrictedMeanSe(curves(many), 40)).toBeGreaterThan(0.85)
    expect(one.eventFree / restrictedMeanSe(curves(many), 40)).toBeLessThan(1.15)
  })
  test('refuse too few resamples', () => expect(() => bootstrapMeanTimes(many, { ...asked, resamples: 499 })).toThrow(RangeError))
})

interface Competing {
  time: string
  cause: string
  at: number[]
  causes: { cause: number; greenwood_est: number[]; greenwood_se: number[]; ci_loglogF: ([number, number] | [])[] }[]
  event_free: { est: number[]; se: number[] }
  rmean: { tau: number; mean_time: number[] }
}
interface Kaplan {
  at: number[]
  surv: number[]
  greenwood_se: number[]
  ci_loglog: { lower: number[]; upper: number[] }
  n_risk: number[]
  median: number
  quartiles: number[]
  rmst: { tau: number; est: number; se: number }
  raw?: { time: number[]; status: number[] }
}
interface Difference {
  group: string
  levels: string[]
  cause: number
  at: number[]
  diff: number[]
  se_diff: number[]
}
interface Survival {
  survival: { unempdur: Competing; mgus2: Competing; km: Record<string, Kaplan>; cif_difference: Record<string, Difference> }
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'as R’s survival and etm have it'), () => {
  const truth = hasReference('effects') ? readReference<Survival>('effects', 'reference.json').survival : undefined
  const near = (found: number, expected: number): void => expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9)
  const column = (file: string, name: string): number[] => referenceRows('effects', file).map((row) => Number(row[name]))

  test.each(['unempdur', 'mgus2'] as const)('%s: incidence, errors, intervals, mean times', (name) => {
    const of = truth![name]
    const durations = { exit: column(`${name}.csv`, of.time), cause: column(`${name}.csv`, of.cause) }
    const { causes, eventFree, table } = curves(durations)
    of.at.forEach((time, at) => {
      of.causes.forEach((one, k) => {
        const found = valueAt(causes[k]!.curve, time)
        near(found.estimate, one.greenwood_est[at]!)
        near(found.se, one.greenwood_se[at]!)
        near(found.lower!, one.ci_loglogF[at]![0]!)
        near(found.upper!, one.ci_loglogF[at]![1]!)
      })
      near(valueAt(eventFree, time).estimate, of.event_free.est[at]!)
      near(valueAt(eventFree, time).se, of.event_free.se[at]!)
    })
    const means = [eventFree, ...causes.map(({ curve }) => curve)].map((curve) => areaUnder(curve, of.rmean.tau))
    means.forEach((mean, k) => near(mean, of.rmean.mean_time[k]!))
    expect(lastTime(table)).toBeGreaterThanOrEqual(of.rmean.tau)
  })

  test.each(['lung', 'mgus2_death', 'aml'])('%s: Kaplan–Meier, at risk, quartiles, restricted mean', (name) => {
    const of = truth!.km[name]!
    const exit = of.raw?.time ?? column('mgus2.csv', 'futime')
    const cause = of.raw?.status ?? column('mgus2.csv', 'death')
    const incidence = curves({ exit, cause })
    of.at.forEach((time, at) => {
      const found = valueAt(incidence.eventFree, time)
      near(found.estimate, of.surv[at]!)
      near(found.se, of.greenwood_se[at]!)
      near(found.lower!, of.ci_loglog.lower[at]!)
      near(found.upper!, of.ci_loglog.upper[at]!)
      expect(atRiskAt(incidence.table, time)).toBe(of.n_risk[at])
    })
    expect([0.75, 0.5, 0.25].map((share) => timeWhenBelow(incidence.eventFree, share))).toEqual(of.quartiles)
    near(areaUnder(incidence.eventFree, of.rmst.tau), of.rmst.est)
    near(restrictedMeanSe(incidence, of.rmst.tau), of.rmst.se)
  })

  test.each([
    ['unempdur_ui', 'unempdur.csv', 'spell', 'cause'],
    ['mgus2_sex', 'mgus2.csv', 'etime', 'event'],
  ])('%s: two groups and their difference', (name, file, time, cause) => {
    const { group, levels, at, diff, se_diff, ...one } = truth!.cif_difference[name]!
    const groups = referenceRows('effects', file).map((row) => row[group]!)
    const [first, second] = levels.map((level) => {
      const only = groups.flatMap((own, person) => (own === level ? [person] : []))
      const { causes } = aalenJohansen(riskTable({ exit: column(file, time), cause: column(file, cause) }, only))
      return causes.find((own) => own.cause === one.cause)!.curve
    })
    at.forEach((when, k) => {
      const [a, b] = [valueAt(first!, when), valueAt(second!, when)]
      near(a.estimate - b.estimate, diff[k]!)
      near(Math.hypot(a.se, b.se), se_diff[k]!)
    })
  })
})
