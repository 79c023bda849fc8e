import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'

/** Somebody whom the employer has appointed and the lead has not yet given a place. */
export const Nomination = z.object({
  id: z.uuid(),
  person: z.object({ id: z.string(), name: z.string() }),
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  from: z.string(),
  to: z.string().nullable(),
})
export type Nomination = z.infer<typeof Nomination>

const params = z.object({ controllerId: z.uuid() })
const lead = {
  permission: { kind: 'roleAt', roles: ['interventionLead'], place: 'controllerId', at: 'params.controllerId' },
  audit: 'change',
  // Roles and users are kept out of reach for everybody who works with records.
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: z.array(Nomination) },
} as const

export const listNominations = endpoint({
  ...lead,
  name: 'listNominations',
  method: 'GET',
  path: '/api/controllers/:controllerId/nominations',
  summary: 'Caseworkers whom the employer has appointed to interventions that one leads, waiting for a place',
  audit: 'none',
  params,
})

export const answerNomination = endpoint({
  ...lead,
  name: 'answerNomination',
  method: 'POST',
  path: '/api/controllers/:controllerId/nominations/:id',
  summary: 'Give an appointed caseworker a place in an intervention that one leads, or decline',
  params: params.extend({ id: z.uuid() }),
  body: z.object({ accept: z.boolean() }),
})
