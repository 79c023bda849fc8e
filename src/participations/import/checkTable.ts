import type { TableRow } from '../../spreadsheet/cell.ts'
import { checkRow } from './checkRow.ts'
import type { AnonymousRow, ImportRow } from './importRow.ts'
import { RefusedFile } from '../../spreadsheet/limits.ts'
import { placed } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Problem, ProblemKey } from './problem.ts'
import { breather } from '../../spreadsheet/work.ts'
import type { Work } from '../../spreadsheet/work.ts'
import type { Target } from './targets.ts'

/** Rows that seem to be the same participation. */
export interface Duplicates {
  /** `sameReference`: same reference, intervention and entry; all but the first are blocked. `likely`: same sex, birth year and entry. */
  kind: 'sameReference' | 'likely'
  /** Row numbers in the file, in order, at least two. */
  rows: number[]
}

/** The dry run of a whole file. */
export interface CheckedTable {
  /** Rows to send, in file order. */
  accepted: ImportRow[]
  /** Rows that become +1 in the anonymous count. */
  anonymous: AnonymousRow[]
  /** In file order; at most `MOST_PROBLEMS` of them, all counted in `problemCounts`. */
  problems: Problem[]
  problemCounts: { key: ProblemKey; severity: Problem['severity']; count: number }[]
  duplicates: Duplicates[]
  counts: { rows: number; accepted: number; anonymous: number; blocked: number; examples: number; withWarnings: number }
}

export const MOST_PROBLEMS = 50_000

/**
 * Checks all rows of a sheet, telling its progress.
 * @returns the dry run, or `undefined` when it was cancelled
 */
export async function checkTable(plan: Plan, rows: readonly TableRow[], work: Work = {}): Promise<CheckedTable | undefined> {
  const breathe = breather(work)
  const collected = new Collected(plan)
  try {
    for (let at = 0; at < rows.length; at++) {
      if (at % 128 === 0) await breathe(at / rows.length)
      collected.add(rows[at]!)
    }
    await breathe(1)
  } catch (error) {
    if (error instanceof RefusedFile && error.refusal.reason === 'cancelled') return undefined
    throw error
  }
  work.onProgress?.(1)
  return collected.result()
}

class Collected {
  readonly #plan: Plan
  readonly #accepted: ImportRow[] = []
  readonly #anonymous: AnonymousRow[] = []
  readonly #problems: Problem[] = []
  readonly #problemCounts = new Map<string, { key: ProblemKey; severity: Problem['severity']; count: number }>()
  readonly #seen = new Map<string, Duplicates>()
  readonly #withoutColumn = new Set<Target>()
  #rows = 0
  #blocked = 0
  #examples = 0
  #withWarnings = 0

  constructor(plan: Plan) {
    this.#plan = plan
  }

  add(row: TableRow): void {
    const { outcome, importRow, anonymous, problems } = checkRow(this.#plan, row)
    if (outcome === 'example') {
      this.#examples++
      return
    }
    this.#rows++
    const repeated = outcome === 'participation' && importRow ? this.#duplicate(row, importRow) : undefined
    const all = repeated ? [...problems, repeated] : problems
    for (const problem of all) this.#noteOnce(problem)
    if (outcome === 'blocked' || repeated?.severity === 'error') this.#blocked++
    else if (anonymous) this.#anonymous.push(anonymous)
    else if (importRow) this.#accepted.push(importRow)
    if (outcome !== 'blocked' && all.some((problem) => problem.severity === 'warning')) this.#withWarnings++
  }

  result(): CheckedTable {
    return {
      accepted: this.#accepted,
      anonymous: this.#anonymous,
      problems: this.#problems,
      problemCounts: [...this.#problemCounts.values()].sort((a, b) => a.severity.localeCompare(b.severity) || b.count - a.count),
      duplicates: [...this.#seen.values()].filter(({ rows }) => rows.length > 1),
      counts: {
        rows: this.#rows,
        accepted: this.#accepted.length,
        anonymous: this.#anonymous.length,
        blocked: this.#blocked,
        examples: this.#examples,
        withWarnings: this.#withWarnings,
      },
    }
  }

  /** A field without a column is missing in every row; that is said once. */
  #noteOnce(problem: Problem): void {
    const { column, field, key } = problem
    if (key !== 'required' || column || !field) return this.#note(problem)
    if (this.#withoutColumn.has(field)) return
    this.#withoutColumn.add(field)
    this.#note({ ...problem, key: 'noColumn' })
  }

  #note(problem: Problem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem)
    const id = `${problem.severity} ${problem.key}`
    const counted = this.#problemCounts.get(id)
    if (counted) counted.count++
    else this.#problemCounts.set(id, { key: problem.key, severity: problem.severity, count: 1 })
  }

  /** With a reference the import key decides and a repeat is an error; without one a likeness is only pointed out. */
  #duplicate(row: TableRow, { intervention = '', reference, sex, birthYear, entryDate }: ImportRow): Problem | undefined {
    const kind = reference === undefined ? 'likely' : 'sameReference'
    const key = JSON.stringify([kind, intervention, entryDate, reference ?? [sex, birthYear]])
    const before = this.#seen.get(key)
    if (!before) {
      this.#seen.set(key, { kind, rows: [row.row] })
      return undefined
    }
    before.rows.push(row.row)
    const args = { first: before.rows[0]! }
    return kind === 'sameReference'
      ? placed(this.#plan, row, { field: 'reference', severity: 'error', key: 'sameReference', args })
      : placed(this.#plan, row, { field: 'entryDate', severity: 'warning', key: 'likelyDuplicate', args })
  }
}
