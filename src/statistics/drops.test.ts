import { expect, test } from 'vitest'
import { factColumns, type FactRow } from '../participations/factColumns.ts'
import { silence } from '../../test/noise.ts'
import { monthNumber } from '../values/month.ts'
import { dropsOf } from './drops.ts'
import { FactsBuilder } from './facts.ts'

const empty = Object.fromEntries(factColumns.map(({ name }) => [name, null])) as unknown as FactRow
const span = { first: monthNumber('2020-01'), last: monthNumber('2026-10') }
const names = ['Åsbo', 'Alvar', 'Borg']

/** How many began in an association in a month. */
function drops(...given: [association: number, month: string, n: number][]): string[] {
  const builder = new FactsBuilder()
  for (const [association, month, n] of given) {
    for (let i = 0; i < n; i++)
      builder.append({ ...empty, controller: 0, association, intervention: 0, sex: 0, personIndex: i, entryMonth: monthNumber(month) })
  }
  const associations = names.map((name, at) => ({ id: `a${at}`, name }))
  const facts = builder.finish({
    controllers: ['c'],
    associations,
    interventions: [{ id: 'x', name: 'X', orientation: 'individual', methods: [] }],
    methods: [],
    municipalities: [],
    regions: [],
  })
  return dropsOf(facts, span, silence).associations.map(({ name }) => name)
}

test('fewer than half as many is a drop; half as many is none', () => {
  expect(drops([0, '2025-03', 20], [0, '2026-03', 9])).toEqual(['Åsbo'])
  expect(drops([0, '2025-03', 20], [0, '2026-03', 10])).toEqual([])
})
test('where few began before, nothing is said', () => expect(drops([0, '2025-03', 19])).toEqual([]))
test('the two last months are left out, and the months before the two windows', () => {
  expect(drops([0, '2025-03', 20], [0, '2026-09', 40])).toEqual(['Åsbo'])
  expect(drops([0, '2025-08', 20], [0, '2026-08', 40])).toEqual([])
  expect(drops([0, '2024-08', 20])).toEqual([])
  expect(drops([0, '2024-09', 20])).toEqual(['Åsbo'])
})
test('associations come in the order of Swedish names', () =>
  expect(drops([0, '2025-03', 20], [1, '2025-03', 20], [2, '2025-03', 20])).toEqual(['Alvar', 'Borg', 'Åsbo']))
test('with less than two windows of data there is nothing to compare', () => {
  const facts = new FactsBuilder().finish({
    controllers: [],
    associations: [],
    interventions: [],
    methods: [],
    municipalities: [],
    regions: [],
  })
  expect(dropsOf(facts, { first: monthNumber('2025-01'), last: monthNumber('2026-10') }, silence)).toEqual({
    until: null,
    associations: [],
  })
  expect(dropsOf(facts, undefined, silence)).toEqual({ until: null, associations: [] })
})
