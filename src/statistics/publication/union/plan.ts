import { codesOf, makeCells } from '../../../disclosure/tables/cells.ts'
import type { Cells } from '../../../disclosure/tables/cells.ts'
import type { Instance, Tuple } from '../../../disclosure/tables/instance.ts'
import { makeSums } from '../../../disclosure/tables/rows.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { Facts } from '../../facts.ts'
import { addressesOf } from './address.ts'
import type { Addresses } from './address.ts'
import { kin } from '../domain.ts'
import type { Definition, PublishedTable } from '../domain.ts'
import { overlap, summed } from './source.ts'
import type { Source } from './source.ts'
import { tableCounts } from './tableCounts.ts'
import { nodeCode, nodePeriod } from './timeNodes.ts'
import type { TimeNode } from './timeNodes.ts'
import { unionInstance } from './unionInstance.ts'
import { isSeveral, unionOf } from './unionTables.ts'

/** What came out earlier, with its counts as they were then. */
export interface EarlierRelease {
  id: string
  title: string
  sources: readonly Source[]
  /** The tables that it was protected with and nobody publishes, counted then; older releases kept none. */
  joints?: readonly Source[] | undefined
  /** Addresses of cells that were hidden together with the rest of a small group: nobody learned which of them were small. */
  withheld: ReadonlySet<string>
  /** Whether a correction of it is out. It binds nothing then, but its figures are known for good. */
  isCorrected?: boolean
}

/** Published values by address; `null` is published as hidden. */
export type Ledger = ReadonlyMap<string, number | null>

/** What is to be protected: the tables to come out together with all that is out and hangs together with them. */
export interface Plan {
  instance: Instance
  cells: Cells
  addresses: Addresses
  /** The tables to come out, with their counts. */
  sources: readonly Source[]
  /** Joint tables of their periods, which nobody publishes. */
  joints: readonly Source[]
  /** Cells that are not out yet. */
  fresh: readonly number[]
  /** Those of them, and of what a correction keeps hidden, that divide a group too small to be divided. */
  withheld: readonly number[]
}

/** What is out already, and the release among it that is to be corrected. */
export interface Out {
  earlier: readonly EarlierRelease[]
  ledger: Ledger
  replaces?: string | null | undefined
}

/** More cells than this are not protected in a reasonable time. */
const mostCells = 60_000

/**
 * The union of a set of tables with what is out. Throws a refusal when figures that are out would come out again with other values, naming the
 * release, when a correction would give few persons away, and when the tables are too large.
 */
export function planOf(facts: Facts, definition: Definition, { earlier, ledger, replaces }: Out): Plan {
  const sources = sourcesOf(facts, definition)
  const standing = earlier.filter(({ isCorrected }) => !isCorrected)
  const corrected = standing.find(({ id }) => id === replaces)
  if (replaces && !corrected) throw new Refusal(409, 'publication.correctedAlready')
  const years = linkedYears(standing, sources)
  const linked = standing.filter((release) => {
    if (release.id === replaces || !release.sources.some(({ node }) => years.has(node.year))) return false
    if (isSame(release, sources)) return true
    // What is corrected may stand in several releases: the others wait for a correction of their own.
    if (replaces) return false
    throw new Refusal(409, 'publication.changedSince', { title: release.title })
  })
  for (const release of linked) {
    if (release.sources.some((one) => sources.some((other) => areKin(one, other)))) {
      throw new Refusal(409, 'publication.kinOut', { title: release.title })
    }
  }
  const all = [...linked.flatMap((release) => release.sources), ...sources]
  const kept = linked.flatMap(({ joints = [] }) => joints)
  const union = unionOf(all, { countToday: (node, shown) => countsByLeaf(facts, node, shown), kept })
  const { threshold, groups } = definition.policy
  const instance = unionInstance(facts, union, threshold, groups)
  const draft = makeCells(instance)
  if (draft.size > mostCells) throw new Refusal(400, 'publication.tooLarge', { cells: draft.size, most: mostCells })
  const addresses = addressesOf(draft)
  const nodes = new Set(sources.map(({ node }) => nodeCode(node)))
  const known = earlier.filter((release) => release.sources.some(({ node }) => nodes.has(nodeCode(node))))
  if (corrected) demandCorrectable(facts, corrected, threshold, { draft, addresses, ledger, known })
  const out: Record<'shown' | 'hidden' | 'together', Tuple[]> = { shown: [], hidden: [], together: [] }
  const isTogether = (address: string): boolean => linked.some(({ withheld }) => withheld.has(address))
  const fresh: number[] = []
  const again: number[] = []
  for (let cell = 0; cell < draft.size; cell++) {
    const [address] = addresses.of(cell)
    if (address === undefined || draft.status[cell] !== 0) continue
    const value = ledger.get(address)
    // What a correction would show of what was hidden, others could take from the old sums, since few changes are never published.
    if (value === undefined || (value !== null && value !== draft.count[cell])) fresh.push(cell)
    else if (value !== null) out.shown.push(codesOf(draft, cell))
    else if (corrected?.withheld.has(address)) again.push(cell)
    else (isTogether(address) ? out.together : out.hidden).push(codesOf(draft, cell))
  }
  const withheld = smallGroups(draft, new Set([...fresh, ...again]))
  // A group that has grown is divided by now: its parts are protected as others that stay hidden.
  const undivided = new Set(withheld)
  const grown = again.filter((cell) => !undivided.has(cell))
  const keptHidden = [...out.hidden, ...grown.map((cell) => codesOf(draft, cell))]
  const together = [...out.together, ...withheld.map((cell) => codesOf(draft, cell))]
  const whole = { ...instance, forcedPublished: out.shown, keptHidden, withheld: together }
  const joints = union.joints.filter(({ node }) => sources.some((one) => nodeCode(one.node) === nodeCode(node)))
  return { instance: whole, cells: makeCells(whole), addresses, sources, joints, fresh, withheld }
}

/**
 * Cells that divide a group smaller than the threshold. They are hidden together by this rule, whatever they are, so that nobody learns which of them are
 * small: four groups of one each would be known by their sum.
 */
function smallGroups(cells: Cells, fresh: ReadonlySet<number>): number[] {
  const { rows } = makeSums(cells)
  const { threshold } = cells.instance
  const isSmall = Uint8Array.from(cells.count, (count) => (count > 0 && count < threshold ? 1 : 0))
  const withheld = new Set<number>()
  for (let grown = true; grown;) {
    grown = false
    for (let row = 0; row + 1 < rows.start.length; row++) {
      const [whole, ...parts] = rows.index.subarray(rows.start[row]!, rows.start[row + 1]!)
      if (!isSmall[whole!] && !withheld.has(whole!)) continue
      for (const part of parts) {
        if (withheld.has(part) || !fresh.has(part)) continue
        withheld.add(part)
        grown = true
      }
    }
  }
  return [...withheld]
}

/**
 * Everybody can take an old figure from the new: a change of few persons is not published until it is 0 or at least the threshold, measured from what is
 * corrected and from all else that has told the same, corrected or not; nor is a figure hidden that this rule would tell: 6 that fell by at least 5 and is
 * small is 1. Throws a refusal that says how many cells have changed by too few, or that some are gone.
 */
function demandCorrectable(
  facts: Facts,
  corrected: EarlierRelease,
  threshold: number,
  { draft, addresses, ledger, known }: { draft: Cells; addresses: Addresses; ledger: Ledger; known: readonly EarlierRelease[] },
): void {
  const cellAt = new Map([...draft.count.keys()].flatMap((cell) => addresses.of(cell).map((address): [string, number] => [address, cell])))
  const before = countsOf(facts, corrected, threshold)
  // A place that is gone has become part of another, and everybody can take what it had from that.
  if ([...before.keys()].some((address) => !cellAt.has(address))) throw new Refusal(409, 'publication.cellsGone')
  const few = new Set<number>()
  for (const release of known) {
    for (const [address, was] of release === corrected ? before : countsOf(facts, release, threshold)) {
      const cell = cellAt.get(address)
      const count = cell === undefined ? was : draft.count[cell]!
      if (count === was) continue
      // What was hidden in others is not looked for: it is taken for shown.
      const shown = release === corrected ? ledger.get(address) : was
      const isTold = typeof shown === 'number' && count > 0 && count < threshold && shown >= threshold && shown - threshold < 2
      if (isTold || Math.abs(count - was) < threshold) few.add(cell!)
    }
  }
  if (few.size > 0) throw new Refusal(409, 'publication.smallRevision', { cells: few.size, threshold })
}

/** The counts of a release's tables as they were, by address. */
function countsOf(facts: Facts, { sources }: EarlierRelease, threshold: number): Map<string, number> {
  const cells = makeCells(unionInstance(facts, unionOf(sources, { countToday: () => new Map(), kept: [] }), threshold, false))
  const addresses = addressesOf(cells)
  return new Map([...cells.count].flatMap((count, cell) => addresses.of(cell).map((address): [string, number] => [address, count])))
}

/** The tables of a definition with the counts of today. */
export function sourcesOf(facts: Facts, { year, month, tables }: Definition): Source[] {
  return tables.map((table) => {
    const node = { population: table.population, year, month }
    return { table, node, counts: tableCounts(facts, table, nodePeriod(node)) }
  })
}

/** Counts of a period by what a table shows, as they are today. */
export function countsByLeaf(facts: Facts, node: TimeNode, shown: Omit<PublishedTable, 'population'>): Map<string, number> {
  const counts = tableCounts(facts, { ...shown, population: node.population }, nodePeriod(node))
  return new Map(counts.map(({ codes, count }) => [codes.join('\u0000'), count]))
}

/**
 * The years whose figures hang together with those to come out: their own, and those tied to them by who stayed on from one year that tells who took part to
 * the next.
 */
function linkedYears(earlier: readonly EarlierRelease[], ours: readonly Source[]): Set<number> {
  const all = [...earlier.flatMap(({ sources }) => sources), ...ours]
  const tied = new Set(all.filter(({ table }) => table.population === 'inPeriod').map(({ node }) => node.year))
  const years = new Set(ours.map(({ node }) => node.year))
  for (const year of years) {
    if (!tied.has(year)) continue
    for (const next of [year - 1, year + 1]) if (tied.has(next)) years.add(next)
  }
  return years
}

/** Whether what is out and would come out again is the same: a change is published as a correction of its own. */
function isSame({ sources: theirs }: EarlierRelease, ours: readonly Source[]): boolean {
  return theirs.every((one) =>
    ours.every((other) => {
      if (nodeCode(one.node) !== nodeCode(other.node)) return true
      const shown = overlap(one.table, other.table)
      return isEqual(summed(one, shown, isSeveral), summed(other, shown, isSeveral))
    }),
  )
}

/** Whether two tables of one year break the same persons down by two readings of one answer: no sum ties them, but one bounds the other. */
function areKin(one: Source, other: Source): boolean {
  if (one.table.population !== other.table.population || one.node.year !== other.node.year) return false
  return kin.some((group) =>
    group.some((name) => one.table.by.includes(name) && other.table.by.some((also) => also !== name && group.includes(also))),
  )
}

function isEqual(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].every((key) => (one.get(key) ?? 0) === (other.get(key) ?? 0))
}
