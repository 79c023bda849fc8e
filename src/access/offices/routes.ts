import { notFound } from '../../platform/errors.ts'
import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { hasSignIn, orderAccountLink, standingRoles } from '../local/linkStore.ts'
import { controllersAmong, covers } from '../local/order.ts'
import { addRequests, confirmRequest } from '../local/requestStore.ts'
import type { Vault } from '../local/vault.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what a system administrator does: who holds the roles of offices, members and the nation. */
export function officeRoutes(server: Server, vault: Vault | undefined): void {
  serve(server, contract.listOfficeRoles, async ({ queries, now }) => store.listOfficeRoles(queries, stockholmDate(now)))
  serve(server, contract.grantRole, async ({ queries, body, scope, now, says, alsoAt }) => {
    const { id, controllerId } = await store.grantRole(queries, body, scope.userId, stockholmDate(now))
    says(`${body.role} ${id}`)
    if (controllerId) alsoAt(controllerId)
    return store.listOfficeRoles(queries, stockholmDate(now))
  })
  serve(server, contract.endRole, async ({ queries, params, body, scope, now, says, alsoAt }) => {
    const { controllerId } = await store.endRole(queries, params.id, body.lastDay, scope.userId, stockholmDate(now))
    says(params.id)
    if (controllerId) alsoAt(controllerId)
    return store.listOfficeRoles(queries, stockholmDate(now))
  })
  serve(server, contract.confirmRole, async ({ queries, params, scope, now, says, alsoAt }) => {
    const { controllerId } = await store.confirmRole(queries, params.id, scope.userId, stockholmDate(now))
    says(params.id)
    if (controllerId) alsoAt(controllerId)
    return store.listOfficeRoles(queries, stockholmDate(now))
  })
  linkRoutes(server, vault)
}

function linkRoutes(server: Server, vault: Vault | undefined): void {
  serve(server, contract.makeOfficeLink, async ({ queries, params: { userId }, scope, now, says, alsoAt }) => {
    if (!vault || !(await store.holdsOffice(queries, userId, stockholmDate(now)))) throw notFound()
    says(userId)
    const held = await standingRoles(queries, userId, now)
    alsoAt(...controllersAmong(held))
    const order = { basis: 'office', placeId: null } as const
    const isOneEnough = held.every((role) => covers(order, role)) && !(await hasSignIn(queries, userId))
    if (isOneEnough) return { token: await orderAccountLink(queries, vault, { userId, order, by: [scope.userId] }, now) }
    // Whoever makes a link could use it: nobody alone comes by another's account, nor by a role at a controller.
    await addRequests(queries, userId, scope.userId, now)
    return { token: null }
  })
  serve(server, contract.confirmOfficeLink, async ({ queries, params, scope, now, says, alsoAt }) => {
    if (!vault) throw notFound()
    const asked = { id: params.id, who: scope.userId, at: undefined }
    const { userId, controllers, token } = await confirmRequest(queries, vault, asked, now)
    says(userId)
    alsoAt(...controllers)
    return { token }
  })
}
