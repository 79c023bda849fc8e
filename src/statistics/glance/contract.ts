import { z } from 'zod'
import { cellSchema } from '../../disclosure/cell.ts'
import { endpoint } from '../../platform/endpoint.ts'
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
  associations: z.array(z.object({ slug: z.string(), name: z.string(), exits: cellSchema.nullable() })),
  tables: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type Glance = z.infer<typeof Glance>

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
