import { describe, expect, test } from 'vitest'
import { noise } from '../../../test/noise.ts'
import { facts, writing } from '../../../test/smallPlaces.ts'
import { nation } from '../placeStore.ts'
import { noPublishedCells } from '../publishedCells.ts'
import { followUpOf } from './followUp.ts'

const everywhere = facts.dictionaries.interventions.map(({ id }) => id)
const told = (interventions: string[]) => {
  const snapshot = { facts, fictive: true, dataDate: null, readAt: new Date(0), stamp: '' }
  const question = { snapshot, place: nation, period: { from: '2023-01', to: '2023-12' }, noise, published: noPublishedCells, writing }
  return followUpOf(question, { counts: [], associations: [] }, { ore: 100_000_000, interventions: new Set(interventions), isAll: true })
}

describe('cost per participation', () => {
  test('is told of where the cost is of all interventions that people were in', () => {
    expect(told(everywhere).cost?.per).toHaveLength(3)
  })
  test('is not where people were in one that ended before the period, which no cost is asked of', () => {
    const { cost, costNote } = told(everywhere.slice(1))
    expect(cost?.per).toEqual([])
    expect(costNote).toContain('inte känd för alla')
  })
})
