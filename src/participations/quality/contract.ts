import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import type { Role } from '../../platform/role.ts'
import { RecordSummary } from '../register/contract.ts'
import { qualityRuleCodes } from './rules.ts'

const at = (roles: readonly Role[]): Permission => ({ kind: 'roleAt', roles, place: 'controllerId', at: 'params.controllerId' })
const controller = z.object({ controllerId: z.uuid() })

export const getQuality = endpoint({
  name: 'getQuality',
  method: 'GET',
  path: '/api/controllers/:controllerId/quality',
  summary: 'Findings of the rules of quality in one’s own interventions, as numbers by year of entry; never a participation',
  permission: at(['interventionLead', 'caseworker', 'controllerAdmin']),
  audit: 'personRead',
  params: controller,
  answer: {
    kind: 'json',
    schema: z.object({
      interventions: z.array(z.object({ id: z.uuid(), name: z.string() })),
      numbers: z.array(
        z.object({ interventionId: z.uuid(), year: z.int(), rule: z.enum([...qualityRuleCodes, 'all']), n: z.int().min(0) }),
      ),
    }),
  },
})

export const listFindings = endpoint({
  name: 'listFindings',
  method: 'GET',
  path: '/api/controllers/:controllerId/quality/findings',
  summary: 'The participations that one rule of quality finds in one’s own interventions, latest entry first',
  permission: at(['caseworker', 'controllerAdmin']),
  audit: 'personRead',
  params: controller,
  query: z.object({
    rule: z.enum(qualityRuleCodes),
    intervention: z.uuid().optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  answer: { kind: 'json', schema: z.object({ total: z.int(), rows: z.array(RecordSummary) }) },
})
