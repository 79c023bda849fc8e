import { notFound } from '../../platform/errors.ts'
import { serve, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { addAccountLink } from '../local/store.ts'
import type { Vault } from '../local/vault.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** Mounts what a system administrator does: who holds the roles of offices, members and the nation. */
export function officeRoutes(server: Server, vault: Vault | undefined): void {
  serve(server, contract.listOfficeRoles, async ({ queries, now }) => store.listOfficeRoles(queries, stockholmDate(now)))
  serve(server, contract.grantRole, async ({ queries, body, scope, now, says }) => {
    const id = await store.grantRole(queries, body, scope.userId, stockholmDate(now))
    says(`${body.role} ${id}`)
    return store.listOfficeRoles(queries, stockholmDate(now))
  })
  serve(server, contract.endRole, async ({ queries, params, body, scope, now, says }) => {
    await store.endRole(queries, params.id, body.lastDay, scope.userId, stockholmDate(now))
    says(params.id)
    return store.listOfficeRoles(queries, stockholmDate(now))
  })
  serve(server, contract.confirmRole, async ({ queries, params, scope, now, says }) => {
    await store.confirmRole(queries, params.id, scope.userId, stockholmDate(now))
    says(params.id)
    return store.listOfficeRoles(queries, stockholmDate(now))
  })
  serve(server, contract.makeOfficeLink, async ({ queries, params, now, says }) => {
    if (!vault || !(await store.holdsOffice(queries, params.userId, stockholmDate(now)))) throw notFound()
    says(params.userId)
    return { token: await addAccountLink(queries, vault, params.userId, now) }
  })
}
