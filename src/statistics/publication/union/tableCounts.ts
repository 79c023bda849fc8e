import { codedDimension, dimensionsOf } from '../../dimension.ts'
import type { Dimension, SingleDimension } from '../../dimension.ts'
import type { Facts } from '../../facts.ts'
import { enteredIn, exitedIn, inPeriod } from '../../filter.ts'
import type { Filter } from '../../filter.ts'
import { durationDimension } from '../../madeDimension.ts'
import { tabulate } from '../../tabulate.ts'
import type { Population } from '../../cellAddress.ts'
import type { Period } from '../../../values/month.ts'
import { afterExitDimension } from './afterExit.ts'
import { isMulti } from '../domain.ts'
import type { Publishable, PublishedTable } from '../domain.ts'

/** The count of one combination of codes, one for each of `axes`; never nought. */
export interface CodedCount {
  codes: readonly string[]
  count: number
}

/** Codes of those who do not have one of several codes: `lon` and `-lon`. */
export const withoutCode = (code: string): string => `-${code}`
/** The code of all, in a breakdown of which one may have several codes. */
export const allCode = 'all'

/** What a table is laid out by, in order: place (an association, or `association/intervention`), region, breakdowns. */
export function axesOf({ place, region, by }: Omit<PublishedTable, 'population'>): string[] {
  return [...(place === 'nation' ? [] : ['place']), ...(region ? ['region'] : []), ...by]
}

/** The codes of a breakdown, the same whatever the facts. */
export function codesOfBreakdown(name: Publishable): Dimension['codes'] {
  if (name === 'afterExit') return afterExitDimension.codes
  return name === 'durationClass' ? durationDimension.codes : codedDimension(name)!.codes
}

/** The dimension of facts that a breakdown is. */
export function breakdownOf(facts: Facts, name: Publishable | 'region'): Dimension {
  if (name === 'afterExit') return afterExitDimension
  return name === 'durationClass' ? durationDimension : dimensionsOf(facts).get(name)!
}

const populations: Record<Population, (period: Period) => Filter[]> = { exits: exitedIn, entries: enteredIn, inPeriod }

/** The counts of a table in a period by the leaves of its axes. Of a breakdown with several codes: all, each code, and all without it. */
export function tableCounts(facts: Facts, table: PublishedTable, period: Period): CodedCount[] {
  const multi = table.by.find(isMulti)
  const filter = populations[table.population](period)
  if (multi === undefined) return counted(facts, table, table.by, filter)
  const at = axesOf(table).indexOf(multi)
  const whole = counted(
    facts,
    table,
    table.by.filter((name) => name !== multi),
    filter,
  ).map(({ codes, count }) => ({ codes: [...codes.slice(0, at), allCode, ...codes.slice(at)], count }))
  const parts = counted(facts, table, table.by, filter)
  return [...whole, ...parts, ...complements(whole, parts, at, breakdownOf(facts, multi))]
}

function complements(whole: readonly CodedCount[], parts: readonly CodedCount[], at: number, { codes }: Dimension): CodedCount[] {
  const having = new Map(parts.map(({ codes: own, count }) => [own.join('\u0000'), count]))
  return whole.flatMap((all) =>
    codes.flatMap(({ code }) => {
      const left = all.count - (having.get(all.codes.with(at, code).join('\u0000')) ?? 0)
      return left === 0 ? [] : [{ codes: all.codes.with(at, withoutCode(code)), count: left }]
    }),
  )
}

function counted(facts: Facts, { place, region }: PublishedTable, by: readonly Publishable[], filter: readonly Filter[]): CodedCount[] {
  const dimensions = [
    ...(place === 'nation' ? [] : [place === 'association' ? dimensionsOf(facts).get('association')! : placeDimension(facts)]),
    ...(region ? [breakdownOf(facts, 'region')] : []),
    ...by.map((name) => breakdownOf(facts, name)),
  ]
  const { counts, sizes } = tabulate(facts, { dimensions, filter })
  const found: CodedCount[] = []
  counts.forEach((count, cell) => {
    if (count === 0) return
    const codes: string[] = []
    for (let dim = sizes.length - 1, rest = cell; dim >= 0; dim--) {
      codes.unshift(dimensions[dim]!.codes[rest % sizes[dim]!]!.code)
      rest = Math.floor(rest / sizes[dim]!)
    }
    found.push({ codes, count })
  })
  return found
}

const placeDimensions = new WeakMap<Facts, SingleDimension>()

/** Interventions within associations, as they occur: one under two associations is two places. */
function placeDimension(facts: Facts): SingleDimension {
  const known = placeDimensions.get(facts)
  if (known) return known
  const { association, intervention } = facts.columns
  const { associations, interventions } = facts.dictionaries
  const positions = new Map<string, number>()
  const column = Uint16Array.from({ length: facts.size }, (_, row) => {
    const code = `${associations[association[row]!]!.id}/${interventions[intervention[row]!]!.id}`
    if (!positions.has(code)) positions.set(code, positions.size)
    return positions.get(code)!
  })
  const dimension: SingleDimension = {
    ...{ kind: 'single', name: 'place', label: { sv: 'Plats', en: 'Place' } },
    codes: [...positions.keys()].map((code) => ({ code, label: { sv: code, en: code } })),
    column: { name: 'place', type: 'u16', derive: () => column },
    lookup: Uint16Array.from({ length: 65536 }, (_, at) => at),
  }
  placeDimensions.set(facts, dimension)
  return dimension
}
