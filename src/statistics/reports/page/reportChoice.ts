import { SupportSource } from '../../../participations/codes.ts'
import { monthSchema, type Period } from '../../../values/month.ts'
import { comparable } from '../../domain.ts'
import { comparedMeasures, interventionColumns } from '../choices.ts'
import type { Comparable } from '../../domain.ts'
import type { InterventionColumn } from '../choices.ts'
import { reportKinds } from '../domain.ts'
import type { ReportKind } from '../domain.ts'

const sources = SupportSource.codes.map(({ code }) => code)
type SupportCode = (typeof sources)[number]

/** A report as it stands in the address. */
export interface ReportChoice {
  report: ReportKind
  place: string
  from: string | undefined
  to: string | undefined
  source: SupportCode
  compare: Comparable | ''
  measure: (typeof comparedMeasures)[number]
  columns: readonly InterventionColumn[]
  detail: 'summed' | 'detailed'
}

const usual = {
  report: 'participants',
  ...{ place: 'nation', source: 'sjukpenning' },
  compare: '',
  measure: 'to-work-or-study',
  detail: 'summed',
} as const satisfies Partial<ReportChoice>

/** Reads a report out of an address; what cannot be read is as usual. */
export function readReport(query: Record<string, unknown>): ReportChoice {
  const text = (key: string): string => (typeof query[key] === 'string' ? query[key] : '')
  const oneOf = <T extends string>(key: string, all: readonly T[], otherwise: T): T => all.find((one) => one === text(key)) ?? otherwise
  const month = (key: string): string | undefined => (monthSchema.safeParse(text(key)).success ? text(key) : undefined)
  const columns = text('columns').split(',')
  const chosen = interventionColumns.filter((name) => columns.includes(name))
  return {
    report: oneOf('report', reportKinds, usual.report),
    place: text('place') || usual.place,
    from: month('from'),
    to: month('to'),
    source: oneOf('source', sources, usual.source),
    compare: oneOf<Comparable | ''>('compare', comparable, usual.compare),
    measure: oneOf('measure', comparedMeasures, usual.measure),
    columns: chosen.length > 0 ? chosen : interventionColumns,
    detail: oneOf('detail', ['summed', 'detailed'], usual.detail),
  }
}

/** The address of a report; what is as usual is left out, and reading it gives the same report. */
export function writeReport(choice: ReportChoice): Record<string, string> {
  const { columns, ...rest } = choice
  const query: Record<string, string> = {}
  for (const [key, value] of Object.entries(rest)) if (value && value !== usual[key as keyof typeof usual]) query[key] = value
  return columns.length < interventionColumns.length ? { ...query, columns: columns.join(',') } : query
}

/** What is asked of the server for a choice: only what that report has a use for. */
export function questionOf({ report, place, from, to, source, compare, measure, columns, detail }: ReportChoice) {
  const isAboutPeople = report === 'participants' || report === 'standard'
  return {
    place: report === 'nation' ? 'nation' : place,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(report === 'standard' && { source }),
    ...(isAboutPeople && compare !== '' && { compare, measure }),
    ...(report === 'interventions' && { columns: columns.join(',') }),
    ...(report === 'costs' && { detail }),
  }
}

/** The periods that associations report by: the whole year, half of it, one tertial or two. */
export const rhythm = { year: '12', half: '06', tertial: '04', tertials: '08' } as const

/** A period of the rhythm in the year of another. */
export function periodOf(name: keyof typeof rhythm, { from }: Period): Period {
  const year = from.slice(0, 4)
  return { from: `${year}-01`, to: `${year}-${rhythm[name]}` }
}
