import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'

const count = z.int().min(0)

/** How the work in one intervention goes today, in exact numbers without attributes: for its lead, never beyond the controller. */
export const Operations = z.object({
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  /** Planned participants of the year, `null` when no association has entered a plan. */
  planned: count.nullable(),
  active: count,
  startedThisYear: count,
  endedThisYear: count,
  drafts: count,
  missingExits: count,
  incomplete: count,
  /** Of those that began the last twelve months: how many, and how many were registered more than 30 days after. */
  registered: count,
  late: count,
  /** Follow-ups whose window closed in the last twelve months, and how many were answered. */
  points: count,
  answered: count,
  /** Counted anonymously this year, without a ground. */
  anonymous: count,
  /** Of all that took part this year, those that can be followed: by a record, not counted anonymously. `percent` is `null` of none. */
  coverage: z.object({ followable: count, all: count, percent: z.int().min(0).max(100).nullable() }),
})
export type Operations = z.infer<typeof Operations>

export const getOperations = endpoint({
  name: 'getOperations',
  method: 'GET',
  path: '/api/controllers/:controllerId/operations',
  summary: 'How the work in one’s own interventions goes, in numbers; never a participation',
  permission: {
    kind: 'roleAt',
    roles: ['interventionLead', 'caseworker', 'controllerAdmin'],
    place: 'controllerId',
    at: 'params.controllerId',
  },
  audit: 'personRead',
  params: z.object({ controllerId: z.uuid() }),
  answer: { kind: 'json', schema: z.array(Operations) },
})
