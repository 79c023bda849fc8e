import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fallOn, fallRules, type PlannedIntervention } from './falls.ts'

const one = (interventionId: string, plannedOre: number, startDate: string): PlannedIntervention => ({
  ...{ interventionId, name: interventionId, plannedOre, startDate },
})
const planned = [one('a', 600, '2020-01-01'), one('b', 300, '2024-01-01'), one('c', 100, '2022-01-01')]
const left = (changeOre: number, rule: (typeof fallRules)[number]) => fallOn(planned, changeOre, rule).lines.map(({ leftOre }) => leftOre)

describe('a lower level falls on the planned interventions', () => {
  test('by the same part of each', () => expect(left(-500, 'alike')).toEqual([300, 150, 50]))
  test('or on those that started last, until it is covered', () => expect(left(-350, 'newestFirst')).toEqual([600, 0, 50]))
  test('and what the plans do not hold is told', () => {
    expect(left(-1500, 'alike')).toEqual([0, 0, 0])
    expect(fallOn(planned, -1500, 'newestFirst').uncoveredOre).toBe(500)
  })
  test('a higher level leaves the plans and is free', () => {
    expect(fallOn(planned, 200, 'alike')).toMatchObject({ freeOre: 200, uncoveredOre: 0 })
    expect(left(200, 'alike')).toEqual([600, 300, 100])
  })
})

const plan = fc.uniqueArray(
  fc.record({
    ...{ interventionId: fc.uuid(), name: fc.constant(''), plannedOre: fc.nat(1_000_000_000) },
    startDate: fc.constantFrom('2020-01-01', '2021-01-01', '2022-01-01'),
  }),
  { maxLength: 12, selector: ({ interventionId }) => interventionId },
)
test('whatever the plans: every öre of the lower level is taken once, from none more than it has, and the order is nothing', () =>
  fc.assert(
    fc.property(plan, fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), fc.constantFrom(...fallRules), (all, change, rule) => {
      const { lines, uncoveredOre, freeOre } = fallOn(all, change, rule)
      const taken = lines.reduce((sum, { plannedOre, leftOre }) => sum + plannedOre - leftOre, 0)
      expect(freeOre - taken - uncoveredOre).toBe(change)
      expect(lines.every(({ leftOre, plannedOre }) => leftOre >= 0 && leftOre <= plannedOre)).toBe(true)
      const byId = (of: typeof lines) => [...of].sort((a, b) => (a.interventionId < b.interventionId ? -1 : 1))
      expect(byId(fallOn([...all].reverse(), change, rule).lines)).toEqual(byId(lines))
    }),
  ))
