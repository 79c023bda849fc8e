import { breaksRule } from '../../platform/errors.ts'
import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { appoint, changeAssignment, endEmployment, listStaff } from './contract.ts'
import { addAppointment, confirmAssignment, endAssignment, findStaff, setEmployedUntil } from './store.ts'

/** Mounts what the administrator of a controller does with its staff. */
export function staffRoutes(server: Server): void {
  serve(server, listStaff, async ({ queries, params, now }) => findStaff(queries, params.controllerId, stockholmDate(now)))
  serve(server, appoint, async ({ queries, params, body, scope, now, says }) => {
    const by = { userId: scope.userId, now, today: stockholmDate(now) }
    const ids = await addAppointment(queries, params.controllerId, body, by)
    says(`${body.role} ${ids.join(' ')}`)
    return findStaff(queries, params.controllerId, stockholmDate(now))
  })
  serve(server, changeAssignment, async ({ queries, params, body, now, says }) => {
    const today = stockholmDate(now)
    if (body.change === 'confirm') await confirmAssignment(queries, params.controllerId, params.id, today)
    else await endAssignment(queries, params.controllerId, params.id, body.lastDay, today)
    says(`${body.change} ${params.id}`)
    return findStaff(queries, params.controllerId, today)
  })
  serve(server, endEmployment, async ({ queries, params, body, now, scope }) => {
    // Nobody can shut the last door from the inside.
    if (params.userId === scope.userId) throw breaksRule('staff.notOneself')
    const today = stockholmDate(now)
    await setEmployedUntil(queries, params.controllerId, params.userId, body.employedUntil, today)
    return findStaff(queries, params.controllerId, today)
  })
}
