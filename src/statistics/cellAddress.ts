import type { Period } from '../values/month.ts'

/** Who is counted: exits in a period, entries in it, or all participations in it. */
export type Population = 'exits' | 'entries' | 'inPeriod'

/** What one count is of: every question for the same facts has the same address, whatever page, table or file it stands in. */
export interface CellAddress {
  population: Population
  period: Period
  /** Codes by name of dimension; a dimension that is not named is counted whole. An outcome is a dimension of its own name (`toWorkOrStudy=yes`). */
  codes: Readonly<Record<string, string>>
}

/**
 * The address of a count as text, for instance `exits 2024-01..2024-12 association=… sex=kvinna`: dimensions in the order of their names, so that
 * equal questions have equal texts. Counts of distinct persons and quartiles have no address: they are not published as cells.
 */
export function addressText({ population, period, codes }: CellAddress): string {
  const named = Object.keys(codes)
    .sort()
    .map((name) => `${name}=${codes[name]!}`)
  return [population, `${period.from}..${period.to}`, ...named].join(' ')
}

/** Writes the addresses of a whole table: the codes of its axes vary, the rest is the same. Equals `addressText` of each cell, without sorting each. */
export function addressWriter(same: CellAddress, axes: readonly string[]): (codes: readonly string[]) => string {
  const names = [...Object.keys(same.codes), ...axes].sort()
  const parts = names.map((name) => ({ name, axis: axes.indexOf(name) }))
  const begun = `${same.population} ${same.period.from}..${same.period.to}`
  return (codes) => parts.reduce((text, { name, axis }) => `${text} ${name}=${axis < 0 ? same.codes[name]! : codes[axis]!}`, begun)
}
