import { codesOf } from '../../../disclosure/tables/cells.ts'
import type { Cells } from '../../../disclosure/tables/cells.ts'
import { addressText } from '../../cellAddress.ts'
import { sameAsOutcome } from './afterExit.ts'
import { nodePeriod } from './timeNodes.ts'
import type { TimeNode } from './timeNodes.ts'
import { wholeOf } from './unionInstance.ts'

/** The addresses of cells of a union: what they are looked for by, first the one that the ledger goes by. */
export interface Addresses {
  /** Of a cell; empty for differences, complements and combinations that are no table's. */
  of(cell: number): string[]
}

const timePattern = /^(exits|entries|inPeriod):(\d{4})-(\d\d)$/

/** Addresses by the codes of each cell. An intervention that is under one association only is found without naming that as well. */
export function addressesOf(cells: Cells): Addresses {
  const { dims } = cells.instance
  const axes = dims.slice(1).map(({ name }) => name)
  const places = dims.find(({ name }) => name === 'place')?.codes ?? []
  const under = Map.groupBy(
    places.filter((code) => code.includes('/')),
    (code) => code.split('/')[1]!,
  )
  return {
    of: (cell) => {
      const [time, ...codes] = codesOf(cells, cell)
      const [, population, year, month] = timePattern.exec(time!) ?? []
      if (population === undefined || codes.some((code) => code.startsWith('-'))) return []
      const node = { population: population as TimeNode['population'], year: Number(year), month: Number(month) }
      const named: Record<string, string> = {}
      axes.forEach((axis, at) => {
        if (codes[at] !== wholeOf(axis)) Object.assign(named, axis === 'place' ? placeCodes(codes[at]!) : { [axis]: codes[at]! })
      })
      const address = { population: node.population, period: nodePeriod(node) }
      const names = [named, ...synonyms(named)]
      const isAlone = named.intervention !== undefined && under.get(named.intervention)!.length === 1
      return [...names, ...(isAlone ? names.map(({ association: _, ...rest }) => rest) : [])].map((one) =>
        addressText({ ...address, codes: one }),
      )
    },
  }
}

function placeCodes(code: string): Record<string, string> {
  const [association, intervention] = code.split('/') as [string, string?]
  return intervention === undefined ? { association } : { association, intervention }
}

/** The same count by the names that measures have for it. */
function synonyms(named: Readonly<Record<string, string>>): Record<string, string>[] {
  const { afterExit, exitReason, ...rest } = named
  const own = exitReason === undefined ? rest : { ...rest, exitReason }
  const found: Record<string, string>[] = []
  if (afterExit !== undefined) {
    for (const [outcome, code] of Object.entries(sameAsOutcome[afterExit] ?? {})) found.push({ ...own, [outcome]: code })
  }
  if (exitReason === 'rightSupport') found.push({ ...rest, ...(afterExit === undefined ? {} : { afterExit }), rightSupport: 'yes' })
  return found
}
