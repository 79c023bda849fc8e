import type { CountTable, StatedTotals } from '../disclosure/countTable.ts'
import { protect } from '../disclosure/protect.ts'
import type { ProtectedTable, ProtectionPolicy, ProtectionReport, Standing } from '../disclosure/protect.ts'
import type { Dimension } from './dimension.ts'
import type { Facts } from './facts.ts'
import type { Filter } from './filter.ts'
import type { Measure } from './measure.ts'
import { outcomeDimension } from './outcome.ts'
import { tabulate, tabulatePersons } from './tabulate.ts'

/** A protected table and its headings: codes of the dimensions that span it. */
export interface ProtectedCounts {
  table: ProtectedTable
  report: ProtectionReport
}

/** Which facts to count, how, and what spans the table. */
export interface CountsQuery {
  rows: Dimension
  columns: Dimension
  filter: readonly Filter[]
  /** What is counted; distinct persons may be in several cells, so their margins are sums only nearly. */
  count: 'participations' | 'persons'
  /** How the counts stand elsewhere in the answer. */
  standing?: Standing
}

/** Counts facts by two dimensions and protects the table, with the sums that hold for what is counted. */
export function protectedCounts(facts: Facts, query: CountsQuery, policy: ProtectionPolicy): ProtectedCounts {
  const { rows, columns, filter, count, standing } = query
  const counted = (...dimensions: Dimension[]) => {
    const engine = count === 'persons' ? tabulatePersons : tabulate
    return engine(facts, { dimensions, filter })
  }
  const table: CountTable = {
    rows: rows.codes.map(({ code }) => code),
    columns: columns.codes.map(({ code }) => code),
    counts: inLines(counted(rows, columns).counts, columns.codes.length),
  }
  const additive = additiveOf(query)
  const { cells, report } =
    additive === 'both'
      ? protect(table, policy, standing)
      : protect(
          {
            ...table,
            totals: {
              rows: [...counted(rows).counts],
              columns: [...counted(columns).counts],
              grand: counted().counts[0]!,
              additive,
              isNearly: count === 'persons',
            },
          },
          policy,
          standing,
        )
  return { table: cells, report }
}

/**
 * Outcomes of a share by dimensions, a line for each combination of their codes: columns yes, no, unknown (and apart, where the outcome has it), the subtotal being
 * all who did not succeed, so that `shareOf(yes, subtotal, row total)` may be shown. Throws for a measure that is no share.
 */
export function protectedOutcomes(
  facts: Facts,
  measure: Measure,
  by: readonly Dimension[],
  filter: readonly Filter[],
  policy: ProtectionPolicy,
  standing?: Standing,
): ProtectedCounts {
  if (measure.kind !== 'share') throw new RangeError(`${measure.name} is not a share`)
  const multi = by.find(({ kind }) => kind === 'multi')
  if (multi) throw new RangeError(`Outcomes by ${multi.name} have no sums: a fact is in several rows`)
  const outcome = outcomeDimension(measure.numerator)
  const { counts } = tabulate(facts, { dimensions: [...by, outcome], filter })
  const lines = inLines(counts, outcome.codes.length).map(([no, yes, unknown, apart]) => [yes!, no!, unknown!, apart!])
  const hasApart = measure.numerator === 'selfSupportingAfter'
  const columns = ['yes', 'no', 'unknown', ...(hasApart ? ['apart'] : [])]
  const { cells, report } = protect(
    {
      rows: by.reduce((names, { codes }) => names.flatMap((name) => codes.map(({ code }) => `${name} ${code}`)), ['']),
      columns,
      counts: lines.map((line) => line.slice(0, columns.length)),
      subtotal: columns.slice(1).map((_, at) => at + 1),
    },
    policy,
    standing,
  )
  return { table: cells, report }
}

/** Sums of persons hold nearly: sex is the same for a person, and few are at two places, so the difference may well be known. */
function additiveOf({ rows, columns, count }: CountsQuery): 'both' | StatedTotals['additive'] {
  if (rows.kind === 'multi') return columns.kind === 'multi' ? 'none' : 'rows'
  if (columns.kind === 'multi') return 'columns'
  return count === 'persons' ? 'nearly' : 'both'
}

function inLines(counts: Uint32Array, width: number): number[][] {
  return Array.from({ length: counts.length / width }, (_, row) => [...counts.subarray(row * width, (row + 1) * width)])
}
