// On the embedded database alone: no database is asked.
import { describe, expect, test } from 'vitest'
import { gapsOf, type Known } from './gaps.ts'

const nothing: Known = {
  groups: [],
  associations: 9,
  reach: { here: null, nation: null },
  outcome: { here: null, nation: null },
  figures: [],
}
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

describe('the association’s own figures', () => {
  const waiting = (total: number) => ({ kind: 'waiting' as const, key: 'i', total, perThousand: null })
  const sick = (key: string, total: number, people: number) => ({
    kind: 'sickLeave' as const,
    key,
    total,
    perThousand: (total * 1000) / people,
  })
  test('five who wait for an intervention are a gap, four are none', () => {
    expect(gapsOf({ ...nothing, figures: [waiting(5)] })).toEqual([{ kind: 'waiting', key: 'i' }])
    expect(gapsOf({ ...nothing, figures: [waiting(4)] })).toEqual([])
  })
  test('a municipality with one and a half times as many of its inhabitants as all together is one', () => {
    const gaps = gapsOf({ ...nothing, figures: [sick('a', 100, 1000), sick('b', 100, 9000)] })
    expect(gaps).toMatchObject([{ kind: 'municipality', of: 'sickLeave', key: 'a' }])
    expect((gaps[0] as { mean: number }).mean).toBeCloseTo(20, 9)
  })
  test('not of fewer than twenty, nor where all have alike or nobody', () => {
    expect(gapsOf({ ...nothing, figures: [sick('a', 19, 100), sick('b', 1, 9000)] })).toEqual([])
    expect(gapsOf({ ...nothing, figures: [sick('a', 50, 1000), sick('b', 50, 1000)] })).toEqual([])
    expect(gapsOf({ ...nothing, figures: [sick('a', 0, 1000)] })).toEqual([])
  })
})
