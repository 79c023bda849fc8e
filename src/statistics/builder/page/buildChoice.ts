import type { LocationQuery } from 'vue-router'
import type { Period } from '../../../values/month.ts'
import type { Choices } from '../contract.ts'
import { chartKinds, movingPeriods, mostMeasures } from '../domain.ts'
import type { ChartKind, MovingPeriod, SavedQuestion } from '../domain.ts'

/** A table to build as it stands in the address: what is counted, by what, among whom, when. */
export interface BuildChoice {
  measures: readonly string[]
  rows: string
  columns: string
  /** A period that goes with time; `''` is the months from and to. */
  moving: MovingPeriod | ''
  from: string
  to: string
  /** Codes by dimension; a dimension without codes keeps nobody out. */
  filters: Readonly<Record<string, readonly string[]>>
  /** Which column rows are sorted by: `''` as they are, `label`, `total`, or the place of a column; of a further measure `1.total`, `1.0` … */
  sort: string
  chart: ChartKind
}

const prefix = 'f.'

/** Reads a choice from an address; what is missing is as in `usual`. */
export function readBuild(query: LocationQuery, usual: BuildChoice): BuildChoice {
  const text = (key: string): string | undefined => (typeof query[key] === 'string' ? query[key] : undefined)
  const listed = (key: string): string[] => (text(key) ?? '').split(',').filter(Boolean)
  const filters = Object.keys(query)
    .filter((key) => key.startsWith(prefix))
    .map((key): [string, string[]] => [key.slice(prefix.length), listed(key)])
  const oneOf = <T extends string>(key: string, all: readonly T[]): T | undefined => all.find((one) => one === text(key))
  return {
    measures: listed('matt').length > 0 ? listed('matt').slice(0, mostMeasures) : usual.measures,
    rows: text('rader') ?? usual.rows,
    columns: text('kolumner') ?? usual.columns,
    moving: oneOf('tid', ['', ...movingPeriods]) ?? (text('fran') ? '' : usual.moving),
    from: text('fran') ?? usual.from,
    to: text('till') ?? usual.to,
    // An address that says what is counted says among whom as well.
    filters: 'matt' in query || filters.length > 0 ? Object.fromEntries(filters) : usual.filters,
    sort: text('ordning') ?? usual.sort,
    chart: oneOf('bild', chartKinds) ?? usual.chart,
  }
}

/** The address of a choice; reading it gives the same choice. */
export function writeBuild({ measures, rows, columns, moving, from, to, filters, sort, chart }: BuildChoice): Record<string, string> {
  const own = Object.entries(filters).map(([name, codes]): [string, string] => [prefix + name, codes.join(',')])
  const layout = { matt: measures.join(','), rader: rows, kolumner: columns }
  return { ...layout, tid: moving, fran: from, till: to, ordning: sort, bild: chart, ...Object.fromEntries(own) }
}

/** The months that a choice is of, now. */
export function periodOf({ moving, from, to }: BuildChoice, choices: Pick<Choices, 'moving'>): Period {
  return (moving && choices.moving?.[moving]) || { from, to }
}

/** The question that a choice is, for the endpoint of tables. */
export function questionOf(choice: BuildChoice, choices: Pick<Choices, 'moving'>) {
  const { measures, rows, columns, filters } = choice
  const { from, to } = periodOf(choice, choices)
  const where = [
    `from=${from}`,
    `to=${to}`,
    ...Object.entries(filters).flatMap(([name, codes]) => (codes.length > 0 ? [`${name}=${codes.join(',')}`] : [])),
  ]
  return { measure: [...measures], where, ...(rows ? { rows } : {}), ...(columns ? { columns } : {}) }
}

/** What is saved of a choice. */
export function savedOf({ measures, rows, columns, moving, from, to, filters, sort, chart }: BuildChoice): SavedQuestion {
  return {
    ...{ measures: [...measures], rows, columns, sort, chart },
    period: moving ? { kind: moving } : { kind: 'fixed', from, to },
    filters: Object.entries(filters).map(([dimension, codes]) => ({ dimension, codes: [...codes] })),
  }
}

/** The choice that was saved; a period that goes with time is of `now` until the time is chosen by month. */
export function choiceOf({ period, filters, ...saved }: SavedQuestion, now: Period): BuildChoice {
  const months = period.kind === 'fixed' ? { from: period.from, to: period.to } : now
  return {
    ...saved,
    ...months,
    moving: period.kind === 'fixed' ? '' : period.kind,
    filters: Object.fromEntries(filters.map(({ dimension, codes }) => [dimension, codes])),
  }
}
