import { Participation } from '../domain.ts'
import type { Support } from '../domain.ts'
import type { TableRow } from '../../spreadsheet/cell.ts'
import type { ImportRow } from './importRow.ts'
import type { Parsed } from './parsed.ts'
import { parseValue } from './parseValue.ts'
import { putTogether, supportItems } from './parseSupport.ts'
import type { PersonnummerParts } from '../../values/personnummer.ts'
import { placed, problemAt } from './plan.ts'
import type { Plan, PlannedColumn } from './plan.ts'
import type { Problem } from './problem.ts'
import { fieldOf, supportTarget } from './targets.ts'
import type { Target } from './targets.ts'

/** The values read from a row so far; fields without a value are absent. */
export type Values = Partial<ImportRow>

/** A row read cell by cell, before the rules across fields. */
export interface Gathered {
  values: Values
  /** Problems of single cells and of what is missing. */
  problems: Problem[]
  /** Targets with a cell that could not be read. */
  failed: ReadonlySet<Target>
  /** Present when all required values could be read. */
  participation?: Participation
  importRow?: ImportRow
  /** Whether the row is one of the template's examples. */
  example: boolean
}

/** References that begin so mark the template's example rows, which are passed over. */
export const exampleMark = /^(exempel|example)\b/i

const CACHED = 20_000

interface Draft {
  values: Values
  problems: Problem[]
  failed: Set<Target>
  supports: Record<'supportBefore' | 'supportAfter', ReturnType<typeof supportItems>>
  age?: number
  derived?: PersonnummerParts
}

/** Reads the mapped cells of a row into values. */
export function gatherRow(plan: Plan, row: TableRow): Gathered {
  const draft: Draft = {
    values: {},
    problems: [],
    failed: new Set(),
    supports: { supportBefore: [], supportAfter: [] },
  }
  for (const column of plan.columns) readCell(column, row, draft)
  const { values, problems, failed } = draft
  if (exampleMark.test(values.reference ?? '')) return { values, problems, failed, example: true }
  mergeSupports(plan, row, draft)
  reckonBirth(plan, row, draft)
  decideGround(plan, draft)
  useDefaults(plan, draft)
  reportMissing(plan, row, draft)
  const participation = Participation.safeParse({ ...empty, ...withoutKeys(values) })
  if (!participation.success) return { values, problems, failed, example: false }
  const importRow = toImportRow(row.row, participation.data, values)
  return { values, problems, failed, participation: participation.data, importRow, example: false }
}

const empty: Partial<Participation> = {
  municipality: null,
  ageReason: null,
  bornAbroad: null,
  timeSinceWork: null,
  education: null,
  timeOnSupport: null,
  workExtentBefore: null,
  studyExtentBefore: null,
  supportBefore: {},
  targetGroups: [],
  referredBy: null,
  groundDate: null,
  exitDate: null,
  exitReason: null,
  occupationAfter: null,
  workExtentAfter: null,
  studyExtentAfter: null,
  workType: null,
  supportAfter: null,
}

function withoutKeys({ row: _row, reference: _reference, participantCode: _code, intervention: _intervention, ...fields }: Values): Values {
  return fields
}

function toImportRow(row: number, participation: Participation, values: Values): ImportRow {
  const { reference, participantCode, intervention } = values
  return {
    row,
    ...participation,
    ...(reference === undefined ? {} : { reference }),
    ...(participantCode === undefined ? {} : { participantCode }),
    ...(intervention === undefined ? {} : { intervention }),
  }
}

function readCell(column: PlannedColumn, row: TableRow, draft: Draft): void {
  const cell = row.cells[column.place.index] ?? null
  if (cell === null) return
  const key = typeof cell === 'object' ? `\t${cell.date}` : cell
  let parsed = column.parsed.get(key)
  if (!parsed) {
    parsed = parseValue(column.target, cell, column.context)
    if (column.parsed.size < CACHED) column.parsed.set(key, parsed)
  }
  if ('error' in parsed) {
    draft.failed.add(column.target)
    draft.problems.push(problemAt(row, column, 'error', parsed.error.key, parsed.error.args))
    return
  }
  if (parsed.warning) draft.problems.push(problemAt(row, column, 'warning', parsed.warning.key, parsed.warning.args))
  keep(column.target, parsed, draft)
}

function keep(target: Target, { value }: Extract<Parsed<unknown>, { value: unknown }>, draft: Draft): void {
  const { values } = draft
  const parts = supportTarget(target)
  if (parts) {
    const held = value as { extent: number | null } | undefined
    if (held) draft.supports[parts.field].push({ source: parts.source, extent: held.extent })
  } else if (target === 'supportBefore' || target === 'supportAfter') draft.supports[target].push(...supportItems(value as Support))
  else if (target === 'targetGroups') {
    values.targetGroups = [...new Set([...(values.targetGroups ?? []), ...(value as Participation['targetGroups'])])]
  } else if (target === 'age') draft.age = value as number
  else if (target === 'personnummer') draft.derived = value as PersonnummerParts
  else if (target === 'ground') {
    const { ground, date } = value as { ground: Participation['ground']; date: string | null }
    values.ground = ground
    if (date !== null) values.groundDate ??= date
  } else Object.assign(values, { [target]: value })
}

function mergeSupports(plan: Plan, row: TableRow, draft: Draft): void {
  for (const field of ['supportBefore', 'supportAfter'] as const) {
    if (draft.supports[field].length === 0) continue
    const { support, twice } = putTogether(draft.supports[field])
    draft.values[field] = support
    if (twice) draft.problems.push(placed(plan, row, { field, severity: 'warning', ...twice }))
  }
}

/** Birth year and sex as written win; a personnummer fills in or is held against them; age is the last resort. */
function reckonBirth(plan: Plan, row: TableRow, draft: Draft): void {
  const { values, derived, age, problems } = draft
  if (derived) {
    const differs = (values.birthYear ?? derived.birthYear) !== derived.birthYear || (values.sex ?? derived.sex) !== derived.sex
    if (differs) problems.push(placed(plan, row, { field: 'personnummer', severity: 'error', key: 'columnsDisagree' }))
    values.birthYear ??= derived.birthYear
    values.sex ??= derived.sex
  }
  if (age === undefined || values.birthYear !== undefined || values.entryDate === undefined) return
  values.birthYear = Number(values.entryDate.slice(0, 4)) - age
}

/** No column: the declared ground, or a date of consent. A column left empty means that there is none. */
function decideGround(plan: Plan, { values, failed }: Draft): void {
  if (values.ground !== undefined || failed.has('ground')) return
  const declared = plan.context.declaredGround
  if (!plan.mapped.has('ground') && declared) {
    values.ground = declared.ground
    values.groundDate ??= declared.date
  } else values.ground = values.groundDate && !plan.mapped.has('ground') ? 'consent' : 'none'
}

function useDefaults(plan: Plan, { values, failed }: Draft): void {
  const { defaults = {}, intervention } = plan.context
  if (intervention !== undefined && !failed.has('intervention')) values.intervention ??= intervention
  if (defaults.municipality) values.municipality ??= defaults.municipality
  if (defaults.referredBy) values.referredBy ??= defaults.referredBy
  if (defaults.targetGroups) values.targetGroups ??= defaults.targetGroups
}

const requiredFields = ['entryDate', 'sex', 'birthYear', 'occupationBefore'] as const

function reportMissing(plan: Plan, row: TableRow, draft: Draft): void {
  const { values } = draft
  const unread = new Set([...draft.failed].map(fieldOf))
  if (draft.failed.has('personnummer')) unread.add('sex')
  if (draft.age !== undefined) unread.add('birthYear')
  const report = (field: (typeof requiredFields)[number] | 'intervention' | 'municipality' | 'supportBefore'): void => {
    if (values[field] !== undefined || unread.has(field)) return
    draft.problems.push(placed(plan, row, { field, severity: 'error', key: 'required' }))
  }
  for (const field of requiredFields) report(field)
  if (plan.mapped.has('intervention')) report('intervention')
  // The rules report these two for a whole row; a row that cannot be made whole tells everything at once here.
  if (requiredFields.every((field) => values[field] !== undefined) && values.ground !== undefined) return
  report('municipality')
  report('supportBefore')
}
