import type { Database, Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Locale } from '../../values/codeList.ts'
import { findByCodes } from '../../disclosure/tables/cells.ts'
import { addressText } from '../cellAddress.ts'
import { isShown } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { FactStore } from '../factStore.ts'
import type { Facts } from '../facts.ts'
import { addressesOf } from '../publication/union/address.ts'
import { planOf } from '../publication/union/plan.ts'
import type { Plan } from '../publication/union/plan.ts'
import { nodeCode } from '../publication/union/timeNodes.ts'
import { wholeOf } from '../publication/union/unionInstance.ts'
import type { ReleaseDocument, ReleaseTable } from '../publication/release/document.ts'
import { listWithRuns } from '../publication/store.ts'
import type { Explanation } from './contract.ts'
import { findFigure, readFigureAddress } from './figureAddress.ts'
import { factsAsOf } from './recordsAsOf.ts'

/** What counting figures again needs: the records' place, and today's facts for the words that they go by. */
export interface Explaining {
  database: Database
  store: FactStore
  /** Whether invented data are answered of. */
  mayShowDemo: boolean
}

/**
 * Counts a published figure again from the versions that were registered when the release was made. A hidden figure is not counted: what is hidden is told to
 * nobody. Throws a refusal when the address cannot be read, and 404 when no release has the figure. Must not be asked within a transaction.
 */
export async function explain({ database, store, mayShowDemo }: Explaining, address: string, locale: Locale): Promise<Explanation> {
  const named = readFigureAddress(address)
  return database.as('samlad_recount', undefined, async (queries) => {
    const releases = await listWithRuns(queries)
    for (const { id, number, title, sha256, released_at, facts_read_at: asOf, document: bytes, software } of releases) {
      const document = JSON.parse(Buffer.from(bytes).toString('utf8')) as ReleaseDocument
      const figure = (mayShowDemo || !document.demo) && findFigure(document, named)
      if (!figure) continue
      const { table, places } = figure
      const cell = table.cells[figure.cell]!
      const again = asOf !== null && isShown(cell) ? await recount(queries, store, { document, table, places, asOf }) : undefined
      return {
        address: again?.address ?? addressOf(document, table, places),
        cell,
        release: {
          id,
          number,
          title: (title as { sv: string; en: string })[locale],
          releasedAt: new Date(released_at).toISOString(),
          sha256,
          software,
        },
        table: { title: table.title[locale], definition: table.definition[locale] },
        codes: table.axes.map(({ label, codes }, at) => ({ axis: label[locale], label: codes[places[at]!]!.label[locale] })),
        ...{ period: document.period, demo: document.demo, asOf: asOf && new Date(asOf).toISOString() },
        recount: told(cell, again?.isSame),
      }
    }
    throw notFound()
  })
}

function told(cell: Cell, isSame: boolean | undefined): Explanation['recount'] {
  if (!isShown(cell)) return 'hidden'
  if (isSame === undefined) return 'unknownMoment'
  return isSame ? 'same' : 'differs'
}

interface Asked {
  document: ReleaseDocument
  table: ReleaseTable
  places: readonly number[]
  asOf: string
}

/**
 * Whether all shown figures of the release come out the same. Told of each figure by itself, those that differ would together tell which sex, age and outcome
 * somebody has whose record has been disposed of.
 */
async function recount(
  queries: Queries,
  store: FactStore,
  { document, table, places, asOf }: Asked,
): Promise<{ isSame: boolean; address: string }> {
  const { facts: today } = await store.snapshot(queries)
  const facts = await factsAsOf(queries, asOf, document.period, today)
  const plans = new Map(document.tables.map((one) => [one, planOfTable(facts, document, one)]))
  const plan = plans.get(table)!
  const cell = cellIn(plan, document, table, places)
  return {
    isSame: [...plans].every(([one, of]) => isSameTable(of, document, one)),
    // A place that no record is left of has no cell.
    address: cell === undefined ? addressOf(document, table, places) : addressesOf(plan.cells).of(cell)[0]!,
  }
}

function isSameTable(plan: Plan, document: ReleaseDocument, table: ReleaseTable): boolean {
  return table.cells.every((cell, at) => {
    if (!isShown(cell)) return true
    const found = cellIn(plan, document, table, placesOf(table, at))
    return (found === undefined ? 0 : plan.cells.count[found]) === cell.value
  })
}

/** The places in the axes of a cell by its number, the last axis running fastest. */
function placesOf({ axes }: ReleaseTable, cell: number): number[] {
  const places: number[] = []
  for (let axis = axes.length - 1, rest = cell; axis >= 0; axis--) {
    const { length } = axes[axis]!.codes
    places.unshift(rest % length)
    rest = Math.floor(rest / length)
  }
  return places
}

/** The table by itself, counted of these facts: the way to its cells is the one they were published by. */
function planOfTable(facts: Facts, { title, period, policy }: ReleaseDocument, { spec }: ReleaseTable): Plan {
  const [year, month] = period.to.split('-').map(Number) as [number, number]
  return planOf(facts, { title, year, month, policy, tables: [spec] }, { earlier: [], ledger: new Map() })
}

function cellIn({ cells }: Plan, { period }: ReleaseDocument, { spec, axes }: ReleaseTable, places: readonly number[]): number | undefined {
  const [year, month] = period.to.split('-').map(Number) as [number, number]
  const time = nodeCode({ population: spec.population, year, month })
  const codes = cells.instance.dims.slice(1).map(({ name }) => {
    const at = axes.findIndex((axis) => axis.name === name)
    return at < 0 ? wholeOf(name) : axes[at]!.codes[places[at]!]!.code
  })
  return findByCodes(cells, [time, ...codes])
}

function addressOf({ period }: ReleaseDocument, { spec, axes }: ReleaseTable, places: readonly number[]): string {
  const codes: Record<string, string> = {}
  axes.forEach(({ name, codes: own }, at) => {
    const { code } = own[places[at]!]!
    if (places[at] === 0) return
    const [association, intervention] = code.split('/')
    Object.assign(codes, name === 'place' ? { association, ...(intervention && { intervention }) } : { [name]: code })
  })
  return addressText({ population: spec.population, period, codes })
}
