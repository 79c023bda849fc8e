import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseFacts } from '../../test/denseFacts.ts'
import { monthOfNumber, monthNumber } from '../values/month.ts'
import { countedCells } from './countedCells.ts'
import { dimensionsOf } from './dimension.ts'
import { factsByPart, narrowedFacts } from './narrowedFacts.ts'
import { outcomeDimension } from './outcome.ts'
import { partsOf } from './timeAxis.ts'

const facts = denseFacts(3000, 7)
const first = monthNumber('2022-06')
const period = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([a, b]) => ({ from: monthOfNumber(first + Math.min(a, b)), to: monthOfNumber(first + Math.max(a, b)) }))
const population = fc.constantFrom('exits' as const, 'entries' as const, 'inPeriod' as const)
const count = fc.constantFrom('participations' as const, 'persons' as const)
const axes = fc.subarray(['sex', 'association', 'supportBefore', 'exitYear', 'toWorkOrStudy'], { maxLength: 3 })

const dimension = (name: string) => (name === 'toWorkOrStudy' ? outcomeDimension(name) : dimensionsOf(facts).get(name)!)

test('what is counted of the facts of a population and period is what is counted of all', () => {
  fc.assert(
    fc.property(period, population, count, axes, (period, population, count, names) => {
      const query = { axes: names.map(dimension), conditions: [], population, period, count }
      const [some, all] = [narrowedFacts(facts, population, period), facts].map((one) => countedCells(one, query))
      expect([some!.counts, some!.keys]).toEqual([all!.counts, all!.keys])
    }),
    { numRuns: 60 },
  )
})

test('the facts of each part of a period are those of that period, also of facts that are a part themselves', () => {
  fc.assert(
    fc.property(period, population, count, fc.constantFrom('year' as const, 'month' as const), (period, population, count, unit) => {
      const parts = partsOf(period, unit)
      const inParts = factsByPart(narrowedFacts(facts, population, period), population, parts)
      for (const [at, period] of parts.entries()) {
        const query = { axes: [dimension('sex'), dimension('toWorkOrStudy')], conditions: [], population, period, count }
        const [some, all] = [inParts[at]!, facts].map((one) => countedCells(one, query))
        expect([some!.counts, some!.keys]).toEqual([all!.counts, all!.keys])
        if (count === 'participations') expect(inParts[at]!.size).toBe(all!.total)
      }
    }),
    { numRuns: 60 },
  )
})

test('dimensions are those of the whole: a code that no fact of the part has is there', () => {
  const part = narrowedFacts(facts, 'exits', { from: '1990-01', to: '1990-12' })
  expect([part.size, dimensionsOf(part).get('exitYear')]).toEqual([0, dimensionsOf(facts).get('exitYear')])
})
