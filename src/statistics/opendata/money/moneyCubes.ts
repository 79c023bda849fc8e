import type { ApprovedYear } from '../../../financing/approved/approvedStore.ts'
import { payers } from '../../../financing/contributions/level.ts'
import type { Text } from '../../../values/codeList.ts'
import { sumOfKnown } from '../../../values/sumOfKnown.ts'
import type { CubeAxis, CubeValue, MoneyCube } from '../cube.ts'
import { timeAxisCode } from '../tableId.ts'

/** A year of an association's money that it has approved. */
export interface MoneyYearSource extends ApprovedYear {
  /** What its interventions cost it; öre. */
  interventionsOre: number | null
}

/** What tables of money are made of. */
export interface MoneyOut {
  years: readonly MoneyYearSource[]
  demo: boolean
  changed: Date
}

const steps = [
  ['agreedOre', 'AGREED', { sv: 'Överenskommet', en: 'Agreed' }],
  ['decidedOre', 'DECIDED', { sv: 'Beslutat', en: 'Decided' }],
  ['paidOre', 'PAID', { sv: 'Betalt', en: 'Paid' }],
] as const
const items = [
  ['levelOre', 'LEVEL', { sv: 'Nivån som bidragen når (5 §)', en: 'Level that contributions reach (§ 5)' }],
  ['interventionsOre', 'INTERVENTIONS', { sv: 'Insatser, utfall', en: 'Interventions, actual' }],
  ['administrationActualOre', 'ADMINISTRATION', { sv: 'Administration, utfall', en: 'Administration, actual' }],
] as const
const partyNames: Record<(typeof payers)[number], Text> = {
  state: { sv: 'Staten', en: 'The state' },
  regions: { sv: 'Regionerna', en: 'Regions' },
  municipalities: { sv: 'Kommunerna', en: 'Municipalities' },
}
const ofApproved = {
  sv: 'Belopp i öre ur förbundens egna böcker, av år som förbunden har godkänt. Hela riket är summan av dem. Ett år försvinner om förbundet öppnar det igen.',
  en: 'Amounts in öre of the associations’ own books, of years that they have approved. Sweden is their sum. A year goes away when its association opens it again.',
}

/** The money that associations have approved, as tables beside those of releases; none where nothing is approved. */
export function moneyCubes(out: MoneyOut): MoneyCube[] {
  if (out.years.length === 0) return []
  const party = axis('party', { sv: 'Part', en: 'Party' }, [
    { code: 'all', label: { sv: 'Alla parter', en: 'All parties' }, depth: 0 },
    ...payers.map((code) => ({ code, label: partyNames[code], depth: 1 })),
  ])
  const contributions = moneyCube(out, 'money-contributions', { sv: 'Medlemsbidrag', en: 'Contributions of members' }, [
    { ...party, whole: 'all' },
    axis('step', { sv: 'Steg', en: 'Step' }, valuesOf(steps)),
  ])
  const costs = moneyCube(out, 'money-costs', { sv: 'Nivå och kostnader', en: 'Level and costs' }, [
    axis('item', { sv: 'Post', en: 'Item' }, valuesOf(items)),
  ])
  return [
    contributions((one, [who, step]) =>
      sumOfKnown(one.parties.filter(({ payer }) => who === 0 || payer === payers[who! - 1]).map((of) => of[steps[step!]![0]])),
    ),
    costs((one, [item]) => one[items[item!]![0]]),
  ]
}

const valuesOf = (list: readonly (readonly [string, string, Text])[]): CubeValue[] =>
  list.map(([, code, label]) => ({ code, label, depth: 0 }))

const axis = (code: string, label: Text, values: CubeValue[]): CubeAxis => ({ code, label, kind: 'regular', values, whole: undefined })

/** A table by place and year and some axes between; `amountOf` gives an association's amount at places of those. */
function moneyCube({ years, demo, changed }: MoneyOut, id: string, title: Text, between: readonly CubeAxis[]) {
  const order = new Intl.Collator('sv')
  const associations = [...new Map(years.map((one) => [one.associationId, one.associationName]))].sort(([, one], [, other]) =>
    order.compare(one, other),
  )
  const times = [...new Set(years.map(({ year }) => String(year)))].sort()
  const place: CubeAxis = {
    ...{ code: 'place', label: { sv: 'Plats', en: 'Place' }, kind: 'geo', whole: 'nation' },
    values: [
      { code: 'nation', label: { sv: 'Hela riket', en: 'Sweden' }, depth: 0 },
      ...associations.map(([code, name]) => ({ code, label: { sv: name, en: name }, depth: 1 })),
    ],
  }
  const contents: CubeAxis = {
    ...{ code: 'ContentsCode', label: { sv: 'tabellinnehåll', en: 'contents' }, kind: 'contents', whole: undefined },
    values: [{ code: 'ORE', label: { sv: `${title.sv}, öre`, en: `${title.en}, öre` }, depth: 0 }],
  }
  const time: CubeAxis = {
    ...{ code: timeAxisCode, label: { sv: 'år', en: 'year' }, kind: 'time', whole: undefined },
    values: times.map((code) => ({ code, label: { sv: code, en: code }, depth: 0 })),
  }
  const byYear = Map.groupBy(years, ({ year }) => String(year))
  return (amountOf: (one: MoneyYearSource, places: readonly number[]) => number | null): MoneyCube => ({
    ...{ kind: 'money', folder: 'money', id, title, definition: ofApproved, demo, updated: changed },
    axes: [place, ...between, contents, time],
    cellAt: (places) => {
      const [where, ...rest] = places
      const all = byYear.get(times[places.at(-1)!]!)!
      const some = where === 0 ? all : all.filter(({ associationId }) => associationId === associations[where! - 1]![0])
      return some.length === 0 ? undefined : { kind: 'amount', ore: sumOfKnown(some.map((one) => amountOf(one, rest))) }
    },
  })
}
