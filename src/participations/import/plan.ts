import type { CivilDate } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import { cellText, columnLetter, placeKey } from '../../spreadsheet/cell.ts'
import type { TableRow } from '../../spreadsheet/cell.ts'
import type { Index } from './codeIndex.ts'
import { makeIndex } from './codeIndex.ts'
import { knownNames } from './identity.ts'
import type { Parsed } from './parsed.ts'
import { columnScale } from './parseNumber.ts'
import { municipalityIndex } from './parseValue.ts'
import type { NamedMunicipality, ValueContext } from './parseValue.ts'
import { shownValue } from './problem.ts'
import type { Finding, Place, Problem } from './problem.ts'
import type { Sheet } from './readTable.ts'
import { fieldOf, isCombinable } from './targets.ts'
import type { Decision, Target } from './targets.ts'

/** What the check of a file depends on beside the file. */
export interface CheckContext {
  /** Civil date in Sweden. */
  today: CivilDate
  municipalities: readonly NamedMunicipality[]
  /** The interventions the user may import to; a name column is looked up among them. */
  interventions: readonly { id: string; name: string }[]
  /** The intervention of every row that does not name one itself. */
  intervention?: string
  /** The ground of every row when the file has no column for it, as declared for the controller. */
  declaredGround?: { ground: 'consent' | 'publicInterest'; date: CivilDate | null }
  /** What becomes of rows without a ground: +1 in the anonymous count, or blocked. */
  withoutGround: 'anonymous' | 'block'
  /** Values that hold for the whole file, used where the file has nothing. */
  defaults?: Partial<Pick<Participation, 'municipality' | 'referredBy' | 'targetGroups'>>
}

/** A mapped column made ready for many rows. */
export interface PlannedColumn {
  target: Target
  place: Place
  context: ValueContext
  /** Known values of this column, so that a text is read once. */
  parsed: Map<string | number, Parsed<unknown>>
  /** Values of this column already found to hold no identity. */
  harmless: Set<string | number>
}

/** A file, its mapping and its context made ready for checking rows. */
export interface Plan {
  columns: PlannedColumn[]
  /** Fields that the file says something about; a column that is empty from top to bottom counts as absent. */
  mapped: ReadonlySet<ReturnType<typeof fieldOf>>
  context: CheckContext
  /** Normalised names of municipalities and interventions, which are no persons. */
  knownNames: ReadonlySet<string>
  /** Cells whose formula has no result, as `placeKey`. */
  errorCells: ReadonlySet<string>
}

/**
 * Makes a plan of a sheet, the decision per column and the context.
 * @param decisions one per column of the sheet; `ignore` and missing decisions leave the column unread
 * @throws RangeError when a target that is not combinable is given to two columns
 */
export function planCheck(sheet: Sheet, decisions: readonly (Decision | undefined)[], context: CheckContext): Plan {
  const indexes = {
    municipalities: municipalityIndex(context.municipalities),
    interventions: interventionIndex(context),
  }
  const columns: PlannedColumn[] = []
  decisions.forEach((target, index) => {
    if (target === undefined || target === 'ignore') return
    if (!isCombinable(target) && columns.some((column) => column.target === target)) {
      throw new RangeError(`Two columns are mapped to ${target}`)
    }
    const place = { index, letter: columnLetter(index), heading: sheet.headings[index] ?? '' }
    columns.push({
      target,
      place,
      context: valueContext(sheet, index, context.today, indexes),
      parsed: new Map(),
      harmless: new Set<string | number>(),
    })
  })
  const real = context.municipalities.flatMap(({ standsFor }) => standsFor ?? [])
  const names = knownNames([...context.municipalities, ...real, ...context.interventions])
  const filled = columns.filter(({ place }) => sheet.rows.some((row) => (row.cells[place.index] ?? null) !== null))
  return {
    columns,
    mapped: new Set(filled.map((column) => fieldOf(column.target))),
    context,
    knownNames: names,
    errorCells: sheet.errorCells ?? new Set(),
  }
}

function interventionIndex(context: CheckContext): Index {
  return makeIndex(context.interventions.map(({ id, name }) => ({ code: id, label: name, spellings: [] })))
}

function valueContext(
  sheet: Sheet,
  column: number,
  today: CivilDate,
  indexes: { municipalities: Index; interventions: Index },
): ValueContext {
  const scale = columnScale(sheet.rows.map((row) => row.cells[column] ?? null))
  return { today, date1904: sheet.date1904, scale, ...indexes }
}

/** Gives a finding its place in the file. */
export function placed(plan: Plan, row: TableRow, finding: Finding): Problem {
  const { field, severity, key, args = {} } = finding
  const own = plan.columns.find((column) => column.target === field)
  const column = own ?? plan.columns.find((candidate) => fieldOf(candidate.target) === fieldOf(field))
  if (key === 'required' && column && plan.errorCells.has(placeKey(row.row, column.place.index))) {
    return problemAt(row, column, severity, 'formulaError', args, field)
  }
  return column ? problemAt(row, column, severity, key, args, field) : { row: row.row, field, severity, key, args, found: '' }
}

/** A problem at a column of a row. */
export function problemAt(
  row: TableRow,
  column: PlannedColumn,
  severity: Problem['severity'],
  key: Problem['key'],
  args: Problem['args'] = {},
  field: Target = column.target,
): Problem {
  const mask = key === 'identity' || key === 'referencePersonnummer' || column.target === 'personnummer'
  const found = shownValue(cellText(row.cells[column.place.index]), mask)
  return { row: row.row, column: column.place, field, severity, key, args, found }
}
