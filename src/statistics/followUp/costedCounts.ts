import { isShown } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { CountNames } from '../../disclosure/linkedTables.ts'
import { protect } from '../../disclosure/protect.ts'
import type { ProtectedTable, Standing } from '../../disclosure/protect.ts'
import type { InterventionCost } from '../coverageStore.ts'
import { endingDimension, interventionSplit } from '../madeDimension.ts'
import { outcomeDimension } from '../outcome.ts'
import { protectedCounts } from '../protectedCounts.ts'
import type { Asked } from '../question.ts'
import { tabulate } from '../tabulate.ts'
import type { Totals } from './followUpCounts.ts'

/** Numbers that a cost is divided by. */
export interface CostedCounts {
  participation: Cell
  exit: Cell
  success: Cell
}

/**
 * Participations, exits and exits to work or study of the interventions with a cost. They are linked with the counts of the page:
 * where all participations have a cost they are the same cells; else also those without a cost, and each sum, are protected, and what
 * the page hides is hidden for those with a cost too.
 */
export function costedCounts(ask: Asked, costs: readonly InterventionCost[], totals: Totals, toWorkOrStudy: ProtectedTable): CostedCounts {
  const withCost = new Set(costs.map(({ interventionId }) => interventionId))
  const { interventions } = ask.snapshot.facts.dictionaries
  const split = interventionSplit(new Set(interventions.flatMap(({ id }, at) => (withCost.has(id) ? [at] : []))))
  const [, without] = tabulate(ask.snapshot.facts, { dimensions: [split], filter: ask.inPeriod }).counts
  if (without === 0) return { participation: totals.grandTotal, exit: totals.exits, success: toWorkOrStudy.columnTotals[0]! }
  const ends = endsByCost(ask, split, totals)
  const successes = successesByCost(ask, split, totals, toWorkOrStudy)
  return { participation: ends.columnTotals[0]!, exit: ends.cells[0]![0]!, success: successes.cells[0]![0]! }
}

type Split = ReturnType<typeof interventionSplit>

/** Names of a table whose columns are with and without a cost. */
function namesBy(split: Split, rows: readonly string[], all: string): CountNames {
  return {
    nameOf: (row, column) => {
      const what = row === 'all' ? all : rows[row]!
      return column === 'all' ? `${what}|all` : `${split.codes[column as number]!.code}.${what}`
    },
  }
}

/** The standing of a table where a count with a cost is hidden with the page's count of the same row. */
function hiddenWith(standing: Standing, ofPage: Partial<Record<number | 'all', Cell>>): Standing {
  return (row, column) => {
    const same = column === 0 ? ofPage[row] : undefined
    return same && !isShown(same) ? 'hidden' : standing(row, column)
  }
}

function endsByCost(ask: Asked, split: Split, totals: Totals): ProtectedTable {
  const { linked, snapshot, policy } = ask
  const names = namesBy(split, ['exits', 'ongoing'], 'participations')
  const standing = hiddenWith(linked.standing(names), { 0: totals.exits, all: totals.grandTotal })
  const query = { rows: endingDimension(ask.period), columns: split, filter: ask.inPeriod, count: 'participations', standing } as const
  const known = { rowTotals: [totals.exits, totals.ongoing], grandTotal: totals.grandTotal }
  return linked.add(protectedCounts(snapshot.facts, query, policy).table, names, known)
}

function successesByCost(ask: Asked, split: Split, totals: Totals, toWorkOrStudy: ProtectedTable): ProtectedTable {
  const { linked, snapshot, policy } = ask
  const names = namesBy(split, ['to-work-or-study.yes', 'to-work-or-study.rest'], 'exits')
  const raw = tabulate(snapshot.facts, { dimensions: [outcomeDimension('toWorkOrStudy'), split], filter: ask.exits }).counts
  const line = (...positions: number[]) => [0, 1].map((column) => positions.reduce((sum, at) => sum + raw[at * 2 + column]!, 0))
  const table = { rows: ['yes', 'rest'], columns: ['known', 'notKnown'], counts: [line(1), line(0, 2, 3)] }
  const known = { rowTotals: [toWorkOrStudy.columnTotals[0]!, toWorkOrStudy.grandSubtotal!], grandTotal: totals.exits }
  const standing = hiddenWith(linked.standing(names), { 0: toWorkOrStudy.columnTotals[0]! })
  return linked.add(protect(table, policy, standing).cells, names, known)
}
