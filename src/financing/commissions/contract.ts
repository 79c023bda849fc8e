import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { CommissionBook, CommissionFields, DeliveredReport } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const one = place.extend({ commissionId: z.uuid() })
const book = { kind: 'json', schema: CommissionBook } as const

export const getCommissions = endpoint({
  name: 'getCommissions',
  method: 'GET',
  path: '/api/associations/:associationId/commissions',
  summary:
    'Tasks that somebody outside has given the association: giver, purpose, group, money that follows, reports due, and what their interventions have been granted',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: book,
})

export const recordCommission = endpoint({
  name: 'recordCommission',
  method: 'POST',
  path: '/api/associations/:associationId/commissions',
  summary: 'Enter a commission; an intervention belongs to one at most',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: CommissionFields.safeExtend({ id: z.uuid() }),
  answer: book,
})

export const changeCommission = endpoint({
  name: 'changeCommission',
  method: 'PUT',
  path: '/api/associations/:associationId/commissions/:commissionId',
  summary:
    'Change a commission, or take away one that was entered in error, as a new version; refused when somebody else changed it meanwhile',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: one,
  body: CommissionFields.safeExtend({ version: z.int().min(1), withdrawn: z.boolean() }),
  answer: book,
})

export const deliverCommissionReport = endpoint({
  name: 'deliverCommissionReport',
  method: 'POST',
  path: '/api/associations/:associationId/commissions/:commissionId/reports',
  summary:
    'Enter that a report of a commission was delivered, for one of the days it was due; correct that, or take it away, with a reason',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: one,
  body: DeliveredReport,
  answer: book,
})
