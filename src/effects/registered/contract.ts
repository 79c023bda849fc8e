import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { readers } from '../../statistics/contract.ts'
import { RegistrationFields, Registrations } from './domain.ts'

const ofIntervention = z.object({ interventionId: z.uuid() })

export const getRegisteredOutcome = endpoint({
  name: 'getRegisteredOutcome',
  method: 'GET',
  path: '/api/interventions/:interventionId/registered-outcome',
  summary: 'What an intervention is to be judged by and when, every registration of it, and whether it was made before there could be data',
  permission: readers,
  audit: 'none',
  params: ofIntervention,
  answer: { kind: 'json', schema: Registrations },
})

export const registerOutcome = endpoint({
  name: 'registerOutcome',
  method: 'POST',
  path: '/api/interventions/:interventionId/registered-outcome',
  summary:
    'Fix what an intervention is to be judged by and when; a change stands beside what was, and says whether data could have been seen',
  // Which intervention, the second wall and the store decide: the office of its association, and who leads it.
  permission: { kind: 'role', roles: ['associationAdmin', 'interventionLead'] },
  audit: 'change',
  params: ofIntervention,
  body: RegistrationFields,
  answer: { kind: 'json', schema: Registrations },
})
