import { z } from 'zod'
import { cellSchema } from '../cellSchema.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { Method } from '../../interventions/domain.ts'
import { Figure, PartOf } from '../domain.ts'

const slug = z.string().min(1).max(100)

/** A count or an outcome over the years, each year by itself, and the published table it stands in. */
const Series = z.object({ key: z.string(), label: z.string(), definition: z.string(), table: z.string() })

/** What is published of the nation or of an association, at a glance. Everything in it stands in published tables. */
export const Glance = z.object({
  place: z.object({ name: z.string(), slug: z.string().nullable() }),
  demo: z.boolean(),
  dataDate: z.string().nullable(),
  threshold: z.int().nullable(),
  years: z.array(z.string()),
  counts: z.array(
    Series.extend({ cells: z.array(cellSchema), bySex: z.array(z.object({ label: z.string(), cells: z.array(cellSchema) })) }),
  ),
  outcome: Series.extend({
    figures: z.array(Figure),
    bySex: z.array(z.object({ label: z.string(), figure: Figure })),
    sentence: z.string(),
  }).nullable(),
  /** Associations in the newest year's tables, of all there are. */
  reporting: PartOf.nullable(),
  /** Of the nation: each association by name, with who left in the newest year. */
  associations: z.array(z.object({ slug: z.string(), name: z.string(), exits: Figure.nullable() })),
  /** What associations spent on their interventions, of years that they have approved, in kronor; newest first. */
  money: z.array(z.object({ year: z.int(), budget: z.int().nullable(), actual: z.int(), interventions: z.int(), associations: z.int() })),
  tables: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type Glance = z.infer<typeof Glance>

/** What is published of a method: what it is, and the interventions that work by it with their own published figures. No sums: what is hidden of one could be taken from them. */
export const MethodGlance = z.object({
  method: Method,
  demo: z.boolean(),
  /** The newest year that is published of interventions; null before there is any. */
  year: z.string().nullable(),
  threshold: z.int().nullable(),
  interventions: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      association: z.object({ slug: z.string(), name: z.string() }),
      /** Names of other methods that it works by as well. */
      others: z.array(z.string()),
      isRunning: z.boolean(),
      exits: Figure.nullable(),
      outcome: Figure.nullable(),
    }),
  ),
  tables: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type MethodGlance = z.infer<typeof MethodGlance>

export const getMethodGlance = endpoint({
  name: 'getMethodGlance',
  method: 'GET',
  path: '/api/glance/methods/:code',
  summary: 'What is published of a method: what it is, and the interventions that work by it',
  permission: { kind: 'public' },
  audit: 'none',
  params: z.object({ code: z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,39}$/) }),
  answer: { kind: 'json', schema: MethodGlance },
})

export const getGlance = endpoint({
  name: 'getGlance',
  method: 'GET',
  path: '/api/glance',
  summary: 'What is published of the nation, or of one association, at a glance',
  permission: { kind: 'public' },
  audit: 'none',
  query: z.object({ association: slug.optional() }),
  answer: { kind: 'json', schema: Glance },
})
