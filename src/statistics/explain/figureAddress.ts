import { breaksRule } from '../../platform/errors.ts'
import type { Population } from '../cellAddress.ts'
import { tableId, timeAxisCode } from '../opendata/tableId.ts'
import type { ReleaseDocument, ReleaseTable } from '../publication/release/document.ts'

/** A figure as somebody names it. */
export interface NamedFigure {
  /** The id of a table of open data, or who is counted and until when. */
  of: { table: string; year: string | undefined } | { population: Population; from: string; to: string }
  /** Codes by axis; `place` is an association or `association/intervention`. */
  codes: Readonly<Record<string, string>>
}

const ledgerText = /^(exits|entries|inPeriod) (\d{4}-\d\d)\.\.(\d{4}-\d\d)((?: \w+=\S+)*)$/

/**
 * Reads the address of a figure: as the ledger writes it (`exits 2024-01..2024-12 association=… sex=woman`), or that of a table of open data with one
 * code of each variable (`…/api/v2/tables/exits-association-sex/data?valuecodes[sex]=woman&valuecodes[Tid]=2024`). Throws a refusal when it is neither.
 */
export function readFigureAddress(text: string): NamedFigure {
  const [, population, from, to, rest] = ledgerText.exec(text) ?? []
  if (population) {
    const codes = Object.fromEntries(rest!.trim().split(' ').filter(Boolean).map((one) => one.split('=') as [string, string])) // prettier-ignore
    const { association, intervention, ...others } = codes
    const place = association && (intervention ? `${association}/${intervention}` : association)
    return { of: { population: population as Population, from: from!, to: to! }, codes: { ...others, ...(place && { place }) } }
  }
  const url = URL.parse(text, 'http://localhost')
  const table = /\/api\/v2\/tables\/([a-z0-9-]+)\/data$/.exec(url?.pathname ?? '')?.[1]
  if (!table) throw breaksRule('explain.noAddress')
  const codes: Record<string, string> = {}
  for (const [name, value] of url!.searchParams) {
    const axis = /^valuecodes\[(\w+)\]$/i.exec(name)?.[1]
    if (axis) codes[axis] = value
  }
  const { [timeAxisCode]: year, ContentsCode: _, ...others } = codes
  return { of: { table, year }, codes: others }
}

/** The figure in a release's document: its table, its places in the axes, and the number of its cell; undefined when it is not in it. */
export function findFigure(
  document: ReleaseDocument,
  { of, codes }: NamedFigure,
): { table: ReleaseTable; places: number[]; cell: number } | undefined {
  for (const table of document.tables) {
    if (!isTable(document, table, of) || !Object.keys(codes).every((name) => table.axes.some((axis) => axis.name === name))) continue
    // The first code of an axis is the whole.
    const places = table.axes.map(({ name, codes: own }) => (name in codes ? own.findIndex(({ code }) => code === codes[name]) : 0))
    if (!places.includes(-1))
      return { table, places, cell: places.reduce((at, place, axis) => at * table.axes[axis]!.codes.length + place, 0) }
  }
  return undefined
}

function isTable({ period }: ReleaseDocument, { spec }: ReleaseTable, of: NamedFigure['of']): boolean {
  if ('table' in of) return tableId(spec, period) === of.table && (of.year === undefined || period.from.startsWith(of.year))
  return spec.population === of.population && period.from === of.from && period.to === of.to
}
