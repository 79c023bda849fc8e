import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import type { AllocationSubject } from './domain.ts'
import { inventedTable } from './ownTable.ts'
import { allocateBy, knownRules, type Rules } from './rules.ts'

const rules: Rules = { ...knownRules, frame: 20_000_000 }
const reckon = (with_: Partial<Rules>, subjects: readonly AllocationSubject[] = inventedTable) => ({
  answer: allocateBy({ ...rules, ...with_ }, subjects),
  subjects,
})

test('a larger frame changes the steps that share it and no base', () => {
  const [first] = changesBetween(reckon({ capOn: false }), reckon({ capOn: false, frame: 22_000_000 }))
  expect(first).toMatchObject({
    id: 'Exempelförbundet Norr',
    steps: [{ name: 'base', change: 0 }, { name: 'supportMeasure' }, { name: 'population' }],
  })
  expect(first!.steps[1]!.change).toBe(Math.round(2_000_000 * 0.75 * (410 / 1490)))
})

test('an association that comes or goes has an amount on one side alone', () => {
  const changes = changesBetween(reckon({}), reckon({}, [...inventedTable.slice(1), { id: 'Nytt', supportMeasure: 1000, population: 500 }]))
  expect(changes.find(({ id }) => id === 'Nytt')).toMatchObject({ before: null, change: null, steps: [], support: { before: null } })
  expect(changes.at(-1)).toMatchObject({ id: 'Exempelförbundet Norr', after: null, population: { after: null } })
})

const subject = fc.record({
  ...{ supportMeasure: fc.integer({ min: 1, max: 900_000 }), population: fc.integer({ min: 1, max: 90_000 }) },
  ...{ previous: fc.option(fc.nat(9_000_000)), equity: fc.option(fc.nat(9_000_000)), cap: fc.option(fc.nat(9_000_000)) },
})
const table = fc
  .array(subject, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one, at): AllocationSubject => ({ id: `F${at}`, ...one })))
const ruleset = fc.record({
  ...{ frame: fc.integer({ min: 5_000_000, max: 90_000_000 }), supportPercent: fc.nat(100), brakeOn: fc.boolean(), capOn: fc.boolean() },
})
test('whatever the rules and tables: the steps of a change add up to it, and from a reckoning to itself nothing changes', () =>
  fc.assert(
    fc.property(table, table, ruleset, ruleset, (one, two, a, b) => {
      const [before, after] = [reckon(a, one), reckon(b, two)]
      for (const { change, steps } of changesBetween(before, after))
        if (change !== null) expect(steps.reduce((sum, step) => sum + step.change, 0)).toBe(change)
      expect(changesBetween(before, before).every(({ change, steps }) => change === 0 && steps.every((step) => step.change === 0))).toBe(
        true,
      )
    }),
  ))
