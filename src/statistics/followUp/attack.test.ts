import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../../bench/syntheticFacts.ts'
import { attack } from '../../../test/attack.ts'
import { noise } from '../../../test/noise.ts'
import { translator } from '../../values/catalogue.ts'
import { factsFromColumns } from '../facts.ts'
import { statisticsMessages } from '../messages.ts'
import type { Place } from '../placeStore.ts'
import { noPublishedCells } from '../publishedCells.ts'
import { followUpOf } from './followUp.ts'

/** Many small places. The sex is that of the person, as in life, and most take part once. */
function smallPlaces() {
  const { columns, dictionaries } = syntheticFacts(4000, 3)
  for (let row = 0; row < columns.sex.length; row++) {
    if (row % 4 > 0) columns.personIndex[row] = row
    columns.personKey[row] = Math.imul(columns.personIndex[row]! + 1, 0x9e3779b1)
    columns.sex[row] = Math.trunc(columns.personIndex[row]! / 3) % 2
  }
  return factsFromColumns({ ...columns }, dictionaries)
}

const facts = smallPlaces()
const { associations, interventions, regions } = facts.dictionaries
const writing = { locale: 'sv', t: translator(statisticsMessages, 'sv') } as const
const place = (kind: Place['kind'], code: string): Place => ({ kind, code, name: code, address: `${kind}:${code}`, within: [] })
const places = [
  ...associations.slice(0, 50).map(({ id }) => place('association', id)),
  ...interventions.slice(0, 80).map(({ id }) => place('intervention', id)),
  ...regions.slice(0, 12).map(({ code }) => place('region', code)),
]
const periods = [
  ...[2010, 2013, 2016].map((year) => ({ from: `${year}-01`, to: `${year}-12` })),
  { from: '2011-01', to: '2015-12' },
  { from: '2014-02', to: '2014-12' },
]

describe('a hostile reader of one answer', () => {
  test.each(periods)(
    'is certain of no small count in $from–$to at any place',
    (period) => {
      const snapshot = { facts, fictive: true, dataDate: null, stamp: '' }
      const outside = { counts: [], associations: [] }
      const cost = { ore: 100_000_000, interventions: 1, isAll: true }
      const found = places.flatMap((place) => {
        const answer = followUpOf({ snapshot, place, period, noise, published: noPublishedCells, writing }, outside, cost)
        return attack(answer, noise).map((what) => `${place.address}: ${what}`)
      })
      expect(found).toEqual([])
    },
    60_000,
  )
})
