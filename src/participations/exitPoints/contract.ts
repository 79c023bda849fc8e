import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { OptionalPoint } from '../register/optionalPoints.ts'

const lead: Permission = {
  kind: 'roleAt',
  roles: ['interventionLead', 'controllerAdmin'],
  place: 'controllerId',
  at: 'params.controllerId',
}
const controller = z.object({ controllerId: z.uuid() })

/** Which of the follow-ups after exit that can be done without are switched off in an intervention. */
export const ExitPoints = z.object({
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  off: z.array(OptionalPoint),
})
export type ExitPoints = z.infer<typeof ExitPoints>
const answer = { kind: 'json', schema: z.array(ExitPoints) } as const

export const listExitPoints = endpoint({
  name: 'listExitPoints',
  method: 'GET',
  path: '/api/controllers/:controllerId/exit-points',
  summary: 'Which follow-ups after exit are switched off, in the interventions that one leads or answers for',
  permission: lead,
  audit: 'none',
  params: controller,
  answer,
})

export const setExitPoint = endpoint({
  name: 'setExitPoint',
  method: 'PUT',
  path: '/api/controllers/:controllerId/exit-points/:interventionId',
  summary: 'Switch the follow-up 3 or 24 months after exit off or on in an intervention',
  permission: lead,
  audit: 'change',
  params: controller.extend({ interventionId: z.uuid() }),
  /** One at a time, so that two who change one each do not undo the other’s. */
  body: z.object({ months: OptionalPoint, on: z.boolean() }),
  answer,
})
