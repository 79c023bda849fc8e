import { z } from 'zod'
import { monthSchema } from '../../values/month.ts'
import { Comparison } from '../domain.ts'

const table = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  strong: z.int().exactOptional(),
})

/** Two interventions of one controller beside each other, reckoned of its own records. It is a difference whatever comes out: both groups were helped. */
export const RegisterComparison = Comparison.pick({ claim: true, title: true, sentences: true, notes: true, notKnown: true }).extend({
  /** Months of starts; all of them have been followed for a year. */
  from: monthSchema,
  to: monthSchema,
  demo: z.boolean(),
  /** Estimates, who, balance, follow-up and checks; none when too few are known to compare, or no model can be fitted. */
  tables: z.array(table),
})
export type RegisterComparison = z.infer<typeof RegisterComparison>
