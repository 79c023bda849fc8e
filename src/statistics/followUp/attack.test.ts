import { describe, expect, test } from 'vitest'
import { attack } from '../../../test/attack.ts'
import { noise } from '../../../test/noise.ts'
import { facts, periods, places, writing } from '../../../test/smallPlaces.ts'
import { noPublishedCells } from '../publishedCells.ts'
import { followUpOf } from './followUp.ts'

describe('a hostile reader of one answer', () => {
  test.each(periods)(
    'is certain of no small count in $from–$to at any place',
    (period) => {
      const snapshot = { facts, fictive: true, dataDate: null, readAt: new Date(0), stamp: '' }
      const outside = { counts: [], associations: [] }
      const cost = { ore: 100_000_000, interventions: new Set(facts.dictionaries.interventions.map(({ id }) => id)), isAll: true }
      const found = places.flatMap((place) => {
        const answer = followUpOf({ snapshot, place, period, noise, published: noPublishedCells, writing }, outside, cost)
        return attack(answer, noise).map((what) => `${place.address}: ${what}`)
      })
      expect(found).toEqual([])
    },
    60_000,
  )
})
