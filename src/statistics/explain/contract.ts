import { z } from 'zod'
import { cellSchema } from '../cellSchema.ts'
import { endpoint } from '../../platform/endpoint.ts'

/**
 * What came of counting again all shown figures of the release: the same as were published; not the same, because records have been disposed of or changed
 * outside their history since; not told, since the figure is hidden; or not possible, since the release does not say when its records were read.
 */
export const recounts = ['same', 'differs', 'hidden', 'unknownMoment'] as const

/** A published figure, where it stands, what it is, and what came of counting it again from the records. */
export const Explanation = z.object({
  /** As the ledger has it. */
  address: z.string(),
  cell: cellSchema,
  release: z.object({ id: z.uuid(), number: z.int(), title: z.string(), releasedAt: z.string(), sha256: z.string(), software: z.string() }),
  table: z.object({ title: z.string(), definition: z.string() }),
  /** Names of the codes, each with the axis it lies in. */
  codes: z.array(z.object({ axis: z.string(), label: z.string() })),
  period: z.object({ from: z.string(), to: z.string() }),
  demo: z.boolean(),
  /** The moment whose records were counted (UTC). */
  asOf: z.string().nullable(),
  recount: z.enum(recounts),
})
export type Explanation = z.infer<typeof Explanation>

export const explainFigure = endpoint({
  name: 'explainFigure',
  method: 'POST',
  path: '/api/explain',
  summary: 'Count a published figure again from the records as they were when it was made, and tell what it is',
  permission: { kind: 'role', roles: ['nationalAnalyst', 'publisher', 'approver'] },
  audit: 'personRead',
  runsAs: 'samlad_publication',
  callsPerMinute: 30,
  body: z.object({ address: z.string().trim().min(1).max(2000) }),
  answer: { kind: 'json', schema: Explanation },
})
