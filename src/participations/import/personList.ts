import type { CivilDate } from '../../values/civilDate.ts'
import { cellText, type Cell, type RawSheet, type ReadingWarning } from '../../spreadsheet/cell.ts'
import { refuseBySize, importLimits, RefusedFile, type Refusal } from '../../spreadsheet/limits.ts'
import { readSheets } from '../../spreadsheet/readSheets.ts'
import type { TextShape } from '../../spreadsheet/readCsv.ts'
import type { Work } from '../../spreadsheet/work.ts'
import { checkTable, type CheckedTable } from './checkTable.ts'
import { headingsAreData, shownHeadings } from './header.ts'
import { findIdentity, identityOfCell, knownNames, type IdentityColumn } from './identity.ts'
import type { AnonymousRow, ImportRow } from './importRow.ts'
import { matchColumns, type ColumnMatch, type RememberedMapping } from './match.ts'
import type { NamedMunicipality } from './parseValue.ts'
import { holdsPersons } from './personRows.ts'
import { planCheck, type CheckContext } from './plan.ts'
import type { MarkedRows } from './problemsXlsx.ts'
import { shownValue, type Problem } from './problem.ts'
import { readTable, type ReadFile, type Sheet } from './readTable.ts'
import type { Decision } from './targets.ts'

/** What reading a file depends on beside the file. */
export interface ListSetting {
  /** Civil date in Sweden. */
  today: CivilDate
  municipalities: readonly NamedMunicipality[]
  interventions: readonly { id: string; name: string }[]
  remembered: RememberedMapping
}

/** A file as read, without its rows: enough to show what was understood. */
export interface Reading {
  kind: 'read'
  format: ReadFile['format']
  shape?: TextShape
  sheets: { name: string; rows: number }[]
  /** Position in `sheets` of the one looked at. */
  chosen: number
  headerRow: number
  /** One per column. `samples` are a few values as written; none for columns that look like identity. */
  columns: (ColumnMatch & { samples: string[]; identity?: IdentityColumn })[]
  /** Single cells that look like identity in other columns; their rows are blocked. */
  identityCells: number
  warnings: ReadingWarning[]
  /** Whether the rows are about persons. */
  holdsPersons: boolean
}

/** What the user has decided before the check. */
export type CheckChoices = Pick<CheckContext, 'intervention' | 'declaredGround' | 'withoutGround' | 'defaults'> & {
  /** One per column. */
  decisions: (Decision | undefined)[]
}

/** The dry run without the rows that passed. Problems are the first `SHOWN_PROBLEMS`, errors before warnings; all are in `problemCounts` and in the problem list. */
export type DryRun = Pick<CheckedTable, 'problems' | 'problemCounts' | 'duplicates' | 'counts'>

/** A part of the checked rows, as it is sent. */
export interface ListPart {
  number: number
  rows: ImportRow[]
  anonymous: AnonymousRow[]
}

export const SHOWN_PROBLEMS = 500
const ROWS_PER_PART = 1000
const SAMPLES = 3

/**
 * A list of participations on its way in: read, understood, checked, cut into parts. Holds the rows, so that page and terminal need not;
 * the page keeps it in a worker. Knows no network: whoever holds it decides what is sent.
 */
export class PersonList {
  readonly #setting: ListSetting
  #file: ReadFile | undefined
  #chosen = 0
  #checked: CheckedTable | undefined
  #decisions: (Decision | undefined)[] = []

  constructor(setting: ListSetting) {
    this.#setting = setting
  }

  /** Reads a file; a refusal tells why it cannot be read. */
  async read(bytes: Uint8Array, work: Work = {}): Promise<Reading | { kind: 'refused'; refusal: Refusal }> {
    this.#checked = undefined
    const refusal = refuseBySize(bytes.length)
    if (refusal) return { kind: 'refused', refusal }
    const file = await readTable(bytes, importLimits, work)
    if (file.kind === 'refused') return file
    this.#file = file
    return this.choose(file.best)
  }

  /** Looks at one of the file's sheets. Throws when nothing has been read. */
  choose(at: number): Reading {
    const file = this.#read()
    this.#chosen = at
    this.#checked = undefined
    const sheet = this.#sheet()
    const { today, municipalities, interventions, remembered } = this.#setting
    const known = knownNames([...municipalities, ...municipalities.flatMap(({ standsFor }) => standsFor ?? []), ...interventions])
    const raw = this.#read().sheets[at]!.headings
    const identity = findIdentity(raw, sheet.rows, today, known)
    const context = { today, municipalities, interventions, identity: identity.columns, remembered }
    const matches = matchColumns(sheet.headings, sheet.rows, context)
    return {
      kind: 'read',
      format: file.format,
      ...(file.shape ? { shape: file.shape } : {}),
      sheets: file.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
      chosen: at,
      headerRow: sheet.headerRow,
      columns: matches.map((match) => described(match, sheet, identity.columns, today)),
      identityCells: identity.cells.length,
      warnings: [...listWarnings(raw, sheet, today), ...file.warnings],
      holdsPersons: holdsPersons(matches, identity.columns),
    }
  }

  /** Checks all rows; `undefined` when cancelled. Throws `RangeError` when two columns have the same meaning. */
  async check(choices: CheckChoices, work: Work = {}): Promise<DryRun | undefined> {
    const sheet = this.#sheet()
    const { decisions, ...context } = choices
    const { today, municipalities, interventions } = this.#setting
    const plan = planCheck(sheet, decisions, { today, municipalities, interventions, ...context })
    this.#checked = await checkTable(plan, sheet.rows, work)
    this.#decisions = decisions
    if (!this.#checked) return undefined
    const { problems, problemCounts, duplicates, counts } = this.#checked
    return { problems: errorsFirst(problems).slice(0, SHOWN_PROBLEMS), problemCounts, duplicates, counts }
  }

  /** How many parts the checked rows are sent in; at least one. */
  get parts(): number {
    const { accepted, anonymous } = this.#passed()
    return Math.max(1, Math.ceil(accepted.length / ROWS_PER_PART), Math.ceil(anonymous.length / ROWS_PER_PART))
  }

  /** One part of the rows that passed, numbered from 0. */
  part(number: number): ListPart {
    const { accepted, anonymous } = this.#passed()
    const from = number * ROWS_PER_PART
    return { number, rows: accepted.slice(from, from + ROWS_PER_PART), anonymous: anonymous.slice(from, from + ROWS_PER_PART) }
  }

  /** All problems of the dry run, in file order. */
  get problems(): readonly Problem[] {
    return this.#passed().problems
  }

  /** The rows with their problems, for the list that the user downloads. Columns that are not read are left out. */
  get marked(): MarkedRows {
    const { headings, headerRow, rows } = this.#sheet()
    const columns = this.#decisions.flatMap((decision, at) =>
      decision === undefined || decision === 'ignore' || decision === 'personnummer' ? [] : [at],
    )
    return { columns, headings, headerRow, rows, problems: this.problems }
  }

  #read(): ReadFile {
    if (!this.#file) throw new Error('No file has been read')
    return this.#file
  }

  /** The chosen sheet, with headings that may be shown. */
  #sheet(): Sheet {
    const sheet = this.#read().sheets[this.#chosen]!
    return { ...sheet, headings: shownHeadings(sheet.headings, this.#setting.today) }
  }

  #passed(): CheckedTable {
    if (!this.#checked) throw new Error('The file has not been checked')
    return this.#checked
  }
}

/** Errors stop rows; no number of warnings may hide them. */
const errorsFirst = (problems: readonly Problem[]): Problem[] => [
  ...problems.filter(({ severity }) => severity === 'error'),
  ...problems.filter(({ severity }) => severity !== 'error'),
]

/** What a list as a whole makes one ask: rows that are none, headings that are rows. */
function listWarnings(headings: readonly string[], { headerRow, rows }: Sheet, today: CivilDate): ReadingWarning[] {
  const first = String(headerRow)
  const isData = headingsAreData(headings, today)
  return [
    ...(isData ? [{ kind: 'headingsAreData' as const, count: 1, first }] : []),
    ...(rows.length === 0 ? [{ kind: 'noRows' as const, count: 1, first }] : []),
  ]
}

function described(match: ColumnMatch, sheet: Sheet, identity: readonly IdentityColumn[], today: CivilDate): Reading['columns'][number] {
  const found = identity.find(({ column }) => column === match.column)
  if (found) return { ...match, samples: [], identity: found }
  const samples = new Set<string>()
  for (const { cells } of sheet.rows) {
    const cell: Cell = cells[match.column] ?? null
    if (cell !== null) samples.add(shownValue(cellText(cell), identityOfCell(cell, today) !== undefined))
    if (samples.size === SAMPLES) break
  }
  return { ...match, samples: [...samples] }
}

/** The sheets of a file that is no list of persons, such as the templates of an association; refused when it cannot be read. */
export async function readPlainSheets(
  bytes: Uint8Array,
  work: Work = {},
): Promise<{ kind: 'read'; sheets: RawSheet[] } | { kind: 'refused'; refusal: Refusal }> {
  const refusal = refuseBySize(bytes.length)
  if (refusal) return { kind: 'refused', refusal }
  try {
    const { sheets } = await readSheets(bytes, importLimits, work)
    return { kind: 'read', sheets }
  } catch (error) {
    if (error instanceof RefusedFile) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}
