import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { civilDateSchema } from '../../values/civilDate.ts'

const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })
const intervention = z.object({ id: z.uuid(), name: z.string(), endDate: civilDateSchema.nullable() })

/** An intervention with follow-ups that nobody has to make: no caseworker is appointed to it today. */
export const Unstaffed = z.object({
  intervention,
  /** Follow-ups that count right now, and participations with one still to come. */
  open: z.int(),
  coming: z.int(),
  /** The earliest day of all of them. */
  nextDue: civilDateSchema,
})
export type Unstaffed = z.infer<typeof Unstaffed>

/** The codes of an intervention with a follow-up to make, the next first: to hand over to whoever takes the work on. */
export const CodeList = z.object({
  intervention,
  controllerName: z.string(),
  rows: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      due: civilDateSchema,
      /** The last day on which a contact counts. */
      until: civilDateSchema,
      /** Whether a contact counts right now. */
      open: z.boolean(),
    }),
  ),
})
export type CodeList = z.infer<typeof CodeList>

export const listUnstaffed = endpoint({
  name: 'listUnstaffed',
  method: 'GET',
  path: '/api/controllers/:controllerId/handover',
  summary: 'Interventions with follow-ups to make and no caseworker today: how many, and when the first is due',
  permission: steward,
  audit: 'personRead',
  params: controller,
  answer: { kind: 'json', schema: z.array(Unstaffed) },
})

export const getCodeList = endpoint({
  name: 'getCodeList',
  method: 'GET',
  path: '/api/controllers/:controllerId/handover/:interventionId',
  summary: 'The codes of an intervention with a follow-up to make, to hand over',
  permission: steward,
  audit: 'personRead',
  params: controller.extend({ interventionId: z.uuid() }),
  answer: { kind: 'json', schema: CodeList },
})
