import { missingJoints } from '../../../disclosure/tables/completion.ts'
import { isMulti } from '../domain.ts'
import type { Publishable, PublishedTable } from '../domain.ts'
import { covers, overlap, summed } from './source.ts'
import type { Source } from './source.ts'
import { axesOf } from './tableCounts.ts'
import { nodeCode } from './timeNodes.ts'
import type { TimeNode } from './timeNodes.ts'

type Shown = Omit<PublishedTable, 'population'>

const isSeveral = (axis: string): boolean => isMulti(axis as Publishable)

/**
 * Tables that nobody publishes and that join those which share breakdowns only two by two (sex by place, outcome by place, sex by outcome): figures that
 * agree two by two need not come from one joint table, so without it more would seem possible to an attacker than is.
 * @param sources of periods that hang together
 * @returns a source for each period that shows two of the breakdowns or more; none where its counts of today are not those that came out
 */
export function jointsOf(sources: readonly Source[], countToday: (node: TimeNode, shown: Shown) => ReadonlyMap<string, number>): Source[] {
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
      const counts = [...countToday(node, shown)].map(([key, count]) => ({ codes: key.split('\u0000'), count }))
      const joint = { table: { ...shown, population: node.population }, node, counts, release: own[0]!.release }
      return own.every((one) => agree(joint, one)) ? [joint] : []
    }),
  )
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
