import { z } from 'zod'
import { cellSchema } from '../cellSchema.ts'
import { Figure, Heading, NoiseShown, PeriodShown, PlaceShown } from '../domain.ts'

/** The reports that can be asked for, by the names people know them under. */
export const reportKinds = ['participants', 'standard', 'interventions', 'costs', 'nation'] as const
export type ReportKind = (typeof reportKinds)[number]

/** Files a report can be taken home as. */
export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What the places of a column hold. Counts of persons are cells; shares and lengths are figures made of cells. */
export const columnUnits = ['count', 'share', 'days', 'change', 'money', 'number', 'text'] as const
export type ColumnUnit = (typeof columnUnits)[number]

/** One place of a report's table, with how it is written. Numbers that are not about persons (money, plans, own head-counts) are exact. */
export const ReportValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), cell: cellSchema }),
  z.object({ kind: z.literal('figure'), figure: Figure }),
  /** After less before, of what is shown of both; `null` where one of them has no number. */
  z.object({ kind: z.literal('change'), value: z.int().nullable(), text: z.string() }),
  z.object({ kind: z.literal('money'), ore: z.int() }),
  z.object({ kind: z.literal('number'), value: z.int() }),
  /** Words, or why there is nothing. */
  z.object({ kind: z.literal('text'), text: z.string() }),
])
export type ReportValue = z.infer<typeof ReportValue>

export const ReportColumn = Heading.extend({ unit: z.enum(columnUnits) })
export type ReportColumn = z.infer<typeof ReportColumn>

export const ReportRow = z.object({ label: z.string(), isTotal: z.boolean(), values: z.array(ReportValue) })
export type ReportRow = z.infer<typeof ReportRow>

/** A part of a report: a sentence, a table and what may be drawn of it. */
export const ReportPart = z.object({
  key: z.string(),
  title: z.string(),
  sentence: z.string(),
  /** Who or what is counted. */
  definition: z.string(),
  rowTitle: z.string(),
  columns: z.array(ReportColumn),
  rows: z.array(ReportRow),
  /** The columns that a picture is made of, as bars or as intervals; `null` where the table says it better. */
  picture: z.object({ as: z.enum(['bars', 'intervals']), columns: z.array(z.string()) }).nullable(),
  /** Before and after stand side by side: a change, not an effect. */
  isChange: z.boolean(),
})
export type ReportPart = z.infer<typeof ReportPart>

/** A report as data: pages and files only draw it. */
export const Report = z.object({
  kind: z.enum([...reportKinds, 'finsam', 'outcomes', 'scenarios', 'agreement', 'evidence']),
  title: z.string(),
  place: PlaceShown,
  period: PeriodShown,
  demo: z.boolean(),
  dataDate: z.string().nullable(),
  noise: NoiseShown,
  parts: z.array(ReportPart),
  /** How much the figures cover. */
  coverage: z.array(z.string()),
  /** What approximate and hidden numbers are, and what else must be known to read the report. */
  notes: z.array(z.string()),
})
export type Report = z.infer<typeof Report>
