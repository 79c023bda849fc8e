// On the embedded database alone: no database is asked.
import { describe, expect, test } from 'vitest'
import { gapsOf, type Known } from './gaps.ts'

const nothing: Known = { groups: [], associations: 9, reach: { here: null, nation: null }, outcome: { here: null, nation: null } }
const kinds = (given: Partial<Known>): string[] => gapsOf({ ...nothing, ...given }).map(({ kind }) => kind)

describe('a gap is', () => {
  test('a group that a third of the associations have something for, and this one has not', () => {
    const group = (here: number, associations: number) => kinds({ groups: [{ code: 'youth', here, associations }] })
    expect([group(0, 3), group(0, 2), group(1, 9)]).toEqual([['group'], [], []])
    expect(kinds({ groups: [{ code: 'other', here: 0, associations: 9 }] })).toEqual([])
  })
  test('half as many participations by inhabitant as in the country, where both are published', () => {
    expect(kinds({ reach: { here: 0.9, nation: 2 } })).toEqual(['reach'])
    expect(kinds({ reach: { here: 1, nation: 2 } })).toEqual([])
    expect(kinds({ reach: { here: null, nation: 2 } })).toEqual([])
  })
  test('an outcome whose whole interval lies below the country’s share', () => {
    expect(kinds({ outcome: { here: { lower: 0.1, upper: 0.29 }, nation: 0.3 } })).toEqual(['outcome'])
    expect(kinds({ outcome: { here: { lower: 0.1, upper: 0.31 }, nation: 0.3 } })).toEqual([])
  })
  test('nothing where nothing is published', () => expect(gapsOf(nothing)).toEqual([]))
})
