import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { RegisterComparison } from './domain.ts'

export const compareOwnInterventions = endpoint({
  name: 'compareOwnInterventions',
  method: 'GET',
  path: '/api/controllers/:controllerId/own-comparison',
  summary:
    'Two interventions of a controller compared of its own records, for its steward: in work or studies 12 months after the start, with background taken into account; nobody’s row leaves',
  permission: { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' },
  audit: 'personRead',
  callsPerMinute: 20,
  params: z.object({ controllerId: z.uuid() }),
  query: z.object({ one: z.uuid(), other: z.uuid(), years: z.coerce.number().int().min(1).max(10).default(3) }),
  answer: { kind: 'json', schema: RegisterComparison },
})
