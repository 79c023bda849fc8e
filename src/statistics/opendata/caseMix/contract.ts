import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { CaseMixShown } from '../../domain.ts'

/** Who the participants of some places of a published table are. */
export const PublishedCaseMix = z.object({
  demo: z.boolean(),
  population: z.enum(['inPeriod', 'entries', 'exits']),
  year: z.string(),
  /** Null where it is not published. */
  caseMix: CaseMixShown.nullable(),
})
export type PublishedCaseMix = z.infer<typeof PublishedCaseMix>

export const getPublishedCaseMix = endpoint({
  name: 'getPublishedCaseMix',
  method: 'GET',
  path: '/api/published/:id/case-mix',
  summary:
    'Age, education and time on support of the participants of some associations, of published cells: what must stand beside a comparison',
  permission: { kind: 'public' },
  audit: 'none',
  params: z.object({ id: z.string().min(1).max(200) }),
  query: z.object({ year: z.string().regex(/^\d{4}$/), places: z.string().max(8000) }),
  answer: { kind: 'json', schema: PublishedCaseMix },
})
