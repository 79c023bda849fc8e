import type { TableRow } from '../../spreadsheet/cell.ts'
import { gatherRow } from './gatherRow.ts'
import type { Gathered } from './gatherRow.ts'
import { identityOfCell, identityOfReference } from './identity.ts'
import type { AnonymousRow, ImportRow } from './importRow.ts'
import { normaliseHeading } from './normalise.ts'
import { placed, problemAt } from './plan.ts'
import type { Plan, PlannedColumn } from './plan.ts'
import type { Finding, Problem } from './problem.ts'
import { checkParticipation } from './rules.ts'
import { fieldOf, isCombinable } from './targets.ts'

/** What became of a row. Exactly one of the outcomes; blocked rows have at least one error. */
export interface CheckedRow {
  outcome: 'participation' | 'anonymous' | 'blocked' | 'example'
  importRow?: ImportRow
  anonymous?: AnonymousRow
  problems: Problem[]
}

/** Checks one row: reads its mapped cells, refuses identity in them, then the rules across fields. */
export function checkRow(plan: Plan, row: TableRow): CheckedRow {
  if (isHeadingAgain(plan, row)) {
    return { outcome: 'blocked', problems: [{ row: row.row, severity: 'error', key: 'headingAgain', args: {}, found: '' }] }
  }
  const gathered = gatherRow(plan, row)
  if (gathered.example) return { outcome: 'example', problems: [] }
  const identity = findIdentity(plan, row)
  if (gathered.values.ground === 'none' && plan.context.withoutGround === 'anonymous') return anonymousRow(plan, row, gathered, identity)
  const { participation, importRow } = gathered
  const findings = participation ? checkParticipation(participation, plan.context.today).filter(isNews(gathered)) : []
  const problems = identityFirst(identity, [...gathered.problems, ...findings.map((finding) => placed(plan, row, finding))])
  const blocked = !importRow || problems.some((problem) => problem.severity === 'error')
  return blocked ? { outcome: 'blocked', problems } : { outcome: 'participation', importRow, problems }
}

/** Lists put together from several have their headings again in the middle. */
function isHeadingAgain(plan: Plan, row: TableRow): boolean {
  let same = 0
  for (const { place } of plan.columns) if (place.heading !== '' && row.cells[place.index] === place.heading) same++
  return same >= 2 && same >= plan.columns.length / 2
}

/** A cell with identity has that problem only: any other would repeat, unmasked, what stands in it. */
function identityFirst(identity: readonly Problem[], others: readonly Problem[]): Problem[] {
  const hidden = new Set(identity.map(({ column }) => column?.index))
  return [...identity, ...others.filter(({ column }) => !column || !hidden.has(column.index))]
}

// What a rule speaks of when that is not the field it marks.
const causes: Partial<Record<Finding['key'], Finding['field']>> = {
  reasonWithoutExit: 'exitDate',
  afterWithoutExit: 'exitDate',
  longStay: 'exitDate',
}

/** A rule that only repeats that a cell could not be read says nothing new. */
function isNews({ failed }: Gathered): (finding: Finding) => boolean {
  const unread = new Set([...failed].map(fieldOf))
  return (finding) => !unread.has(fieldOf(causes[finding.key] ?? finding.field))
}

/** A row without a ground is only a count: what else it lacks does not matter, but sex and year of entry must be known. */
function anonymousRow(plan: Plan, row: TableRow, { values, problems }: Gathered, identity: Problem[]): CheckedRow {
  const { sex, entryDate, exitDate } = values
  const needed = problems.filter(
    ({ field, severity }) => severity === 'error' && (field === 'sex' || field === 'entryDate' || field === 'intervention'),
  )
  const future = entryDate !== undefined && entryDate > plan.context.today
  if (future)
    needed.push(
      placed(plan, row, {
        field: 'entryDate',
        severity: 'error',
        key: 'entryInFuture',
        args: { today: plan.context.today },
      }),
    )
  if (!sex || !entryDate || needed.length > 0 || identity.length > 0) return { outcome: 'blocked', problems: [...identity, ...needed] }
  const last = exitDate && exitDate >= entryDate && exitDate <= plan.context.today ? exitDate : plan.context.today
  const years = { fromYear: Number(entryDate.slice(0, 4)), toYear: Number(last.slice(0, 4)) }
  const intervention = values.intervention === undefined ? {} : { intervention: values.intervention }
  return { outcome: 'anonymous', anonymous: { row: row.row, sex, ...years, ...intervention }, problems: [] }
}

function findIdentity(plan: Plan, row: TableRow): Problem[] {
  const problems: Problem[] = []
  for (const column of plan.columns) {
    const cell = row.cells[column.place.index] ?? null
    if (cell === null || typeof cell === 'object' || column.target === 'personnummer') continue
    if (column.harmless.has(cell)) continue
    const kind = identityIn(cell, column, plan)
    if (kind === undefined) {
      if (column.harmless.size < 20_000) column.harmless.add(cell)
      continue
    }
    const key = column.target === 'reference' && kind === 'personnummer' ? 'referencePersonnummer' : 'identity'
    problems.push(problemAt(row, column, 'error', key, { name: column.place.heading, kind }))
  }
  return problems
}

function identityIn(cell: string | number, column: PlannedColumn, plan: Plan): string | undefined {
  if (typeof cell === 'string' && plan.knownNames.has(normaliseHeading(cell))) return undefined
  if (column.target === 'reference') return identityOfReference(cell, plan.context.today)
  return identityOfCell(cell, plan.context.today, isCombinable(column.target))
}
