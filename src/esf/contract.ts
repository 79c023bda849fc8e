import { z } from 'zod'
import { endpoint, type Permission } from '../platform/endpoint.ts'
import { monthSchema } from '../values/month.ts'
import { readers } from '../statistics/contract.ts'
import { EsfIndicators, EsfIntervention, EsfMonths, EsfProtected } from './domain.ts'

const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })
const intervention = controller.extend({ interventionId: z.uuid() })

export const listEsfInterventions = endpoint({
  name: 'listEsfInterventions',
  method: 'GET',
  path: '/api/controllers/:controllerId/esf-files',
  summary: 'Interventions of the controller that the ESF+ pays a part of',
  permission: steward,
  audit: 'personRead',
  params: controller,
  answer: { kind: 'json', schema: z.array(EsfIntervention) },
})

export const getEsfMonths = endpoint({
  name: 'getEsfMonths',
  method: 'GET',
  path: '/api/controllers/:controllerId/esf-files/:interventionId',
  summary:
    'The participant files by month: which are handed in, which have changed since, by what, and which are therefore to be read in anew',
  permission: steward,
  audit: 'personRead',
  params: intervention,
  answer: { kind: 'json', schema: EsfMonths },
})

export const getEsfMonthFile = endpoint({
  name: 'getEsfMonthFile',
  method: 'GET',
  path: '/api/controllers/:controllerId/esf-files/:interventionId/months/:month',
  summary:
    'The participant file of a month as a workbook, for who answers for the records; with personal numbers when they are asked for and open',
  permission: steward,
  audit: 'personRead',
  runsAs: 'samlad_identity',
  params: intervention.extend({ month: monthSchema }),
  query: z.object({ identities: z.enum(['with', 'without']).default('without') }),
  answer: { kind: 'file' },
})

export const handInEsfMonths = endpoint({
  name: 'handInEsfMonths',
  method: 'POST',
  path: '/api/controllers/:controllerId/esf-files/:interventionId/hand-ins',
  summary: 'Say that the files up to a month have been handed in as they are: all that were not, or have changed since',
  permission: steward,
  audit: 'change',
  params: intervention,
  /** `chain` is what the last of the files was when it was seen. `from` is where the project's files begin: said the first time, `null` from then on. */
  body: z.object({ from: monthSchema.nullable(), until: monthSchema, chain: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: { kind: 'json', schema: EsfMonths },
})

export const getEsfIndicators = endpoint({
  name: 'getEsfIndicators',
  method: 'GET',
  path: '/api/controllers/:controllerId/esf-files/:interventionId/indicators',
  summary: 'The common indicators of Regulation (EU) 2021/1057, annex I, by sex, up to a month: exact, for who answers for the records',
  permission: steward,
  audit: 'personRead',
  params: intervention,
  query: z.object({ until: monthSchema.optional() }),
  answer: { kind: 'json', schema: EsfIndicators },
})

export const getEsfProtected = endpoint({
  name: 'getEsfProtected',
  method: 'GET',
  path: '/api/interventions/:interventionId/esf',
  summary: 'The common indicators of Regulation (EU) 2021/1057, annex I, of an intervention, by sex, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  params: z.object({ interventionId: z.uuid() }),
  answer: { kind: 'json', schema: EsfProtected },
})
