// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { gate, neededFor, type GateInput } from './gate.ts'

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
