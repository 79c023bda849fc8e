import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { readers } from '../contract.ts'
import { Heading, MeasureInfo, NoiseShown, PeriodShown } from '../domain.ts'
import { monthSchema } from '../../values/month.ts'

/** What a table can be built of: measures, and dimensions with their codes (places by name as they occur in the data). */
export const Choices = z.object({
  measures: z.array(MeasureInfo),
  dimensions: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      /** A person may have several codes at once, so rows do not make the total, and it goes with counts only. */
      isMulti: z.boolean(),
      codes: z.array(Heading),
    }),
  ),
  demo: z.boolean(),
  noise: NoiseShown,
  firstMonth: monthSchema.nullable(),
  lastMonth: monthSchema.nullable(),
  defaultPeriod: PeriodShown.nullable(),
  /** The months that periods which go with time are of now. */
  moving: z.object({ wholeYear: PeriodShown, twelveMonths: PeriodShown }).nullable(),
})
export type Choices = z.infer<typeof Choices>

export const listChoices = endpoint({
  name: 'listChoices',
  method: 'GET',
  path: '/api/tabulate/choices',
  summary: 'What a table can be built of: measures with definitions, dimensions with codes, and the months with data',
  permission: readers,
  audit: 'none',
  runsAs: 'samlad_statistics',
  answer: { kind: 'json', schema: Choices },
})
