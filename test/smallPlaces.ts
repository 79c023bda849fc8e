import { syntheticFacts } from '../bench/syntheticFacts.ts'
import { statisticsMessages } from '../src/statistics/messages.ts'
import { factsFromColumns } from '../src/statistics/facts.ts'
import type { Place } from '../src/statistics/placeStore.ts'
import { translator } from '../src/values/catalogue.ts'

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

/** Facts of many small places, the places, and periods to ask about. */
export const facts = smallPlaces()
const { associations, interventions, regions } = facts.dictionaries
export const writing = { locale: 'sv', t: translator(statisticsMessages, 'sv') } as const
const place = (kind: Place['kind'], code: string): Place => ({ kind, code, name: code, address: `${kind}:${code}`, within: [] })
export const places = [
  ...associations.slice(0, 50).map(({ id }) => place('association', id)),
  ...interventions.slice(0, 80).map(({ id }) => place('intervention', id)),
  ...regions.slice(0, 12).map(({ code }) => place('region', code)),
]
export const periods = [
  ...[2010, 2013, 2016].map((year) => ({ from: `${year}-01`, to: `${year}-12` })),
  { from: '2011-01', to: '2015-12' },
  { from: '2014-02', to: '2014-12' },
]
