import { missingJoints } from '../../../disclosure/tables/completion.ts'
import { isMulti } from '../domain.ts'
import type { Publishable, PublishedTable } from '../domain.ts'
import { fittedJoint } from './fittedJoint.ts'
import { covers, overlap, summed } from './source.ts'
import type { Source } from './source.ts'
import { axesOf } from './tableCounts.ts'
import { nodeCode } from './timeNodes.ts'
import type { TimeNode } from './timeNodes.ts'

type Shown = Omit<PublishedTable, 'population'>

const isSeveral = (axis: string): boolean => isMulti(axis as Publishable)

/** What is known of tables that nobody publishes. */
export interface Unpublished {
  /** Counts as they are today. */
  countToday(node: TimeNode, shown: Shown): ReadonlyMap<string, number>
  /** Joint tables that releases were protected with, as they were counted then. */
  kept: readonly Source[]
}

/**
 * Tables that nobody publishes and that join those which share breakdowns only two by two (sex by place, outcome by place, sex by outcome): figures that
 * agree two by two need not come from one joint table, so without it more would seem possible to an attacker than is.
 * @param sources of periods that hang together
 * @returns a source for each period that shows two of the breakdowns or more: as it was kept, else as it is today, else one that has the sums that came out
 */
export function jointsOf(sources: readonly Source[], unpublished: Unpublished): Source[] {
  const axes = [...new Set(sources.flatMap(({ table }) => variablesOf(table)))]
  const shapes = missingJoints(sources.map(({ table }) => variablesOf(table).map((name) => axes.indexOf(name))))
    .map((clique) => shapeOf(clique.map((at) => axes[at]!)))
    // Of two breakdowns with several codes each no table is counted.
    .filter(({ by }) => by.filter(isMulti).length < 2)
  const nodes = new Map(sources.map(({ node }) => [nodeCode(node), node]))
  return shapes.flatMap((shown) =>
    [...nodes].flatMap(([code, node]): Source[] => {
      const own = sources.filter((one) => nodeCode(one.node) === code)
      const isAsked = own.some(({ table }) => variablesOf(table).filter((name) => variablesOf(shown).includes(name)).length > 1)
      if (!isAsked || own.some(({ table }) => covers(table, shown))) return []
      return jointOf(shown, node, own, unpublished)
    }),
  )
}

/** The joint table of a period; none when no counts by it have the sums that came out. */
function jointOf(shown: Shown, node: TimeNode, own: readonly Source[], { countToday, kept }: Unpublished): Source[] {
  const agreeing = (counts: ReadonlyMap<string, number> | undefined): Source[] => {
    if (!counts) return []
    const coded = [...counts].map(([key, count]) => ({ codes: key.split('\u0000'), count }))
    const joint = { table: { ...shown, population: node.population }, node, counts: coded, release: own[0]!.release }
    return own.every((one) => agree(joint, one)) ? [joint] : []
  }
  for (const one of kept) {
    const found = nodeCode(one.node) === nodeCode(node) && covers(one.table, shown) ? agreeing(summed(one, shown, isSeveral)) : []
    if (found.length > 0) return found
  }
  const today = countToday(node, shown)
  const current = agreeing(today)
  return current.length > 0 ? current : agreeing(fittedJoint(shown, own, today))
}

/** What a table is laid out by; an intervention lies within its association. */
const variablesOf = (table: Shown): string[] => [...axesOf(table), ...(table.place === 'intervention' ? ['intervention'] : [])]

function shapeOf(variables: readonly string[]): Shown {
  const below = variables.includes('intervention') ? 'intervention' : 'association'
  return {
    place: variables.includes('place') ? below : 'nation',
    region: variables.includes('region'),
    by: variables.filter((name): name is Publishable => !['place', 'intervention', 'region'].includes(name)),
  }
}

function agree(one: Source, other: Source): boolean {
  const shown = overlap(one.table, other.table)
  const [a, b] = [summed(one, shown, isSeveral), summed(other, shown, isSeveral)]
  return a.size === b.size && [...a].every(([key, count]) => b.get(key) === count)
}
