import { z } from 'zod'
import { monthSchema } from '../../values/month.ts'

/** At most so many measures stand side by side. */
export const mostMeasures = 4

/** How a table is drawn; `''` is as usual for what it is of. */
export const chartKinds = ['', 'bars', 'line', 'multiples', 'flow', 'map'] as const
export type ChartKind = (typeof chartKinds)[number]

/** A period that goes with time: the last whole calendar year, or the last twelve whole months, when the question is asked. */
export const movingPeriods = ['wholeYear', 'twelveMonths'] as const
export type MovingPeriod = (typeof movingPeriods)[number]

const word = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/, 'builder.notAName')
/** Empty is all together. */
const side = z.string().regex(/^([A-Za-z][A-Za-z0-9-]{0,59})?$/, 'builder.notAName')
const code = z.string().regex(/^[^\p{Cc},]{1,100}$/u, 'builder.notACode')
const sort = z.string().regex(/^(label|total|\d{1,5}|\d\.(total|\d{1,5}))?$/, 'builder.notAnOrder')

/** What a built table asks, as it is saved: never what came of it. */
export const SavedQuestion = z.object({
  measures: z.array(word).min(1, 'builder.noMeasure').max(mostMeasures, 'builder.tooManyMeasures'),
  rows: side,
  columns: side,
  period: z.discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('fixed'), from: monthSchema, to: monthSchema })
      .refine(({ from, to }) => from <= to, { message: 'periodBackwards' }),
    z.object({ kind: z.enum(movingPeriods) }),
  ]),
  filters: z.array(z.object({ dimension: word, codes: z.array(code).max(400) })).max(20),
  sort,
  chart: z.enum(chartKinds),
})
export type SavedQuestion = z.infer<typeof SavedQuestion>

/** A part of a saved question that there is no longer: a measure, a dimension, or a code of a dimension that a filter names. */
export const MissingPart = z.object({
  part: z.enum(['measure', 'rows', 'columns', 'filter', 'code']),
  name: z.string(),
  /** The name of the dimension, where a code is missing. */
  dimension: z.string().nullable(),
})
export type MissingPart = z.infer<typeof MissingPart>
