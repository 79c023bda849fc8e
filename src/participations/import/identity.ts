import type { CivilDate } from '../../values/civilDate.ts'
import { plainText } from '../../values/plainText.ts'
import { cellText } from '../../spreadsheet/cell.ts'
import type { Cell, TableRow } from '../../spreadsheet/cell.ts'
import { normaliseHeading } from './normalise.ts'
import { codeLabels } from './codeIndex.ts'
import { knownHeadings } from './headings.ts'
import { isCombinable } from './targets.ts'
import { identityKinds, identityOfHeading } from './identityHeadings.ts'
import type { IdentityKind } from './identityHeadings.ts'
import { MASK } from './problem.ts'
import { couldBeName, holdsKnownName, isFullName, isNameInNumber } from './personNames.ts'
import { looksLikePersonnummer } from '../../values/personnummer.ts'

/** A column that looks like identity. */
export interface IdentityColumn {
  column: number
  heading: string
  kind: IdentityKind
  /** What gave it away. */
  by: 'heading' | 'content'
  /** Filled cells, and those of them that look like the kind. */
  filled: number
  matching: number
}

/** A single cell that looks like identity in a column that otherwise does not. */
export interface IdentityCell {
  row: number
  column: number
  kind: IdentityKind
}

const email = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-zåäö]{2,}/i
const phone = /(?<![\d-])(?:(?:\+|00)46[ -]?(?:\(0\) ?)?\d|0\d)(?:[ -]?\d){6,9}(?!\d)/
const phoneShape = /(?:\+46|^0046|[- ]|^07\d{8}$)/
const address = /\p{L}(?:gatan|vägen|gränden?|stigen|backen|torget|allén?|plan|väg|gata|stråket|leden)\s+\d{1,4}\s?[A-Za-z]?(?![\d-])/u
const LONG_TEXT = 80

/** The kind of identity a single cell holds, told by its content alone. `allowText` is for columns where long texts are expected. */
export function identityOfCell(cell: Cell | undefined, today: CivilDate, allowText = false): IdentityKind | undefined {
  if (cell === null || cell === undefined || typeof cell === 'object') return undefined
  if (looksLikePersonnummer(cell, today)) return 'personnummer'
  if (typeof cell === 'number') return undefined
  const text = plainText(cell)
  if (text.length < 5) return undefined
  if (email.test(text)) return 'email'
  if (phone.test(text) && phoneShape.test(text) && !/^\d{2,4}[-/]\d{1,2}[-/]\d{1,4}/.test(text)) return 'phone'
  if (address.test(text)) return 'address'
  if (isFullName(text) && !codeLabels().has(normaliseHeading(text))) return 'name'
  return !allowText && text.length > LONG_TEXT ? 'freeText' : undefined
}

/** As `identityOfCell`, for a running number of the list's own: a digit after a name makes it no number. */
export function identityOfReference(cell: Cell | undefined, today: CivilDate): IdentityKind | undefined {
  const kind = identityOfCell(cell, today)
  if (kind !== undefined || typeof cell !== 'string') return kind
  return isNameInNumber(plainText(cell)) ? 'name' : undefined
}

/** Whether a heading may leave the browser, to be known again in the next file: it speaks of no identity and holds none. */
export function isHarmlessHeading(heading: string, today: CivilDate): boolean {
  if (heading.includes(MASK)) return false
  if (knownHeadings.has(normaliseHeading(heading))) return identityOfHeading(heading) === undefined
  return identityOfHeading(heading) === undefined && identityOfCell(heading, today) === undefined && !holdsKnownName(plainText(heading))
}

/**
 * Finds the columns that look like identity, by heading and by what their cells hold, and single such cells elsewhere.
 * @param known texts that are no names though they may look like it, see `knownNames`
 */
export function findIdentity(
  headings: readonly string[],
  rows: readonly TableRow[],
  today: CivilDate,
  known: ReadonlySet<string> = new Set(),
): { columns: IdentityColumn[]; cells: IdentityCell[] } {
  const columns: IdentityColumn[] = []
  const cells: IdentityCell[] = []
  headings.forEach((heading, column) => {
    const seen = scanColumn(column, rows, today, known)
    const kind = judgeColumn(heading, seen)
    if (kind) columns.push({ column, heading, filled: seen.filled, matching: seen.counts[kind.kind], ...kind })
    else cells.push(...seen.cells.filter((cell) => cell.kind !== 'freeText' || !holdsLists(heading)))
  })
  return { columns, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
}

/** Names of municipalities and interventions in the form cells are compared in; they are never taken for persons. */
export function knownNames(named: readonly { name: string }[]): ReadonlySet<string> {
  return new Set(named.map(({ name }) => normaliseHeading(name)))
}

/** Whether long texts are expected under a heading, as lists of support sources are. */
function holdsLists(heading: string): boolean {
  const target = knownHeadings.get(normaliseHeading(heading))
  return target !== undefined && isCombinable(target)
}

interface ColumnScan {
  filled: number
  counts: Record<IdentityKind, number>
  /** Cells that could stand in a name column. */
  names: number
  distinct: number
  longTexts: number
  cells: IdentityCell[]
}

function scanColumn(column: number, rows: readonly TableRow[], today: CivilDate, known: ReadonlySet<string>): ColumnScan {
  const counts = Object.fromEntries(identityKinds.map((kind) => [kind, 0])) as ColumnScan['counts']
  const scan: ColumnScan = { filled: 0, counts, names: 0, distinct: 0, longTexts: 0, cells: [] }
  const judged = new Map<Cell, { kind: IdentityKind | undefined; name: boolean; long: boolean }>()
  for (const { row, cells } of rows) {
    const cell = cells[column] ?? null
    if (cell === null) continue
    scan.filled++
    let verdict = judged.get(cell)
    if (!verdict) {
      verdict = judgeCell(cell, today, known)
      judged.set(cell, verdict)
    }
    if (verdict.name) scan.names++
    if (verdict.long) scan.longTexts++
    if (!verdict.kind) continue
    counts[verdict.kind]++
    scan.cells.push({ row, column, kind: verdict.kind })
  }
  scan.distinct = judged.size
  return scan
}

function judgeCell(
  cell: Cell,
  today: CivilDate,
  known: ReadonlySet<string>,
): { kind: IdentityKind | undefined; name: boolean; long: boolean } {
  const text = cellText(cell)
  const key = typeof cell === 'string' ? normaliseHeading(text) : ''
  const harmless = key !== '' && (known.has(key) || codeLabels().has(key))
  const kind = harmless ? undefined : identityOfCell(cell, today)
  const long = typeof cell === 'string' && text.length > 25 && text.split(/\s+/).length >= 5 && !/\d\s*%/.test(text)
  return { kind, name: !harmless && typeof cell === 'string' && couldBeName(text), long }
}

function judgeColumn(heading: string, scan: ColumnScan): Pick<IdentityColumn, 'kind' | 'by'> | undefined {
  const byHeading = identityOfHeading(heading)
  if (byHeading && scan.filled > 0) return { kind: byHeading, by: 'heading' }
  if (scan.filled === 0) return undefined
  const enough = Math.max(1, scan.filled * 0.3)
  for (const kind of identityKinds) {
    if (kind !== 'freeText' && scan.filled >= 3 && scan.counts[kind] >= enough) return { kind, by: 'content' }
  }
  // A heading of a field of the schema is trusted with texts that merely look like names or run long.
  if (knownHeadings.has(normaliseHeading(heading)) || scan.filled < 3) return undefined
  if (scan.names >= scan.filled * 0.5) return { kind: 'name', by: 'content' }
  const varied = scan.distinct > scan.filled * 0.5 || scan.distinct > 100
  if (varied && scan.longTexts + scan.counts.freeText >= enough) return { kind: 'freeText', by: 'content' }
  return undefined
}

// An id holds digits by chance; the server also looks it up among the interventions that were chosen.
const isUuid = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

// Deeper nesting is refused by the schema; walking it could exhaust the stack.
const DEEPEST = 10

/**
 * Looks for identity in one row on its way to the server, keys and values alike, as deep as any import row goes. The same check in browser and server.
 * @param row any JSON value, as a rule an import row
 * @returns the path of each find, e.g. `reference`, and its kind
 */
export function findIdentityInRow(row: unknown, today: CivilDate): { path: string; kind: IdentityKind }[] {
  const found: { path: string; kind: IdentityKind }[] = []
  const walk = (value: unknown, path: string, depth: number): void => {
    if (path === 'intervention' && isUuid(value)) return
    if (typeof value === 'string' || typeof value === 'number') {
      const kind = path === 'reference' ? identityOfReference(value, today) : identityOfCell(value, today)
      if (kind) found.push({ path, kind })
    } else if (value !== null && typeof value === 'object' && depth < DEEPEST) {
      for (const [key, inner] of Object.entries(value)) {
        const at = path === '' ? key : `${path}.${key}`
        const kind = identityOfKey(key)
        if (kind && inner !== null && inner !== '') found.push({ path: at, kind })
        else walk(inner, at, depth + 1)
      }
    }
  }
  walk(row, '', 0)
  return found
}

// The same few keys come in every row; an odd sender's many are judged anew each time.
const judgedKeys = new Map<string, IdentityKind | undefined>()
const MOST_JUDGED = 1000

/** Judges a key like a heading: `phoneNumber` as `phone Number`. */
function identityOfKey(key: string): IdentityKind | undefined {
  if (judgedKeys.has(key)) return judgedKeys.get(key)
  const kind = identityOfHeading(key.replace(/([a-zåäö])([A-ZÅÄÖ])/g, '$1 $2'))
  if (judgedKeys.size < MOST_JUDGED) judgedKeys.set(key, kind)
  return kind
}
