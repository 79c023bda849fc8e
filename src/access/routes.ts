import { Refusal, notFound } from '../platform/errors.ts'
import type { Queries } from '../platform/database.ts'
import { serve, type Server } from '../platform/serve.ts'
import { listDemoPersons, listSessions, setUp, signInAsDemoPerson, signOut, signOutEverywhere, whoAmI } from './contract.ts'
import { beginSession } from './beginSession.ts'
import { clearCookie, readCookie } from './cookies.ts'
import { addAccountLink } from './local/linkStore.ts'
import type { Vault } from './local/vault.ts'
import { describeMe, type Deployment } from './me.ts'
import { closeSession, closeSessionsOf, listOwnSessions } from './sessionStore.ts'
import { hasDemoData, listPersons, useSetUpLink } from './store.ts'

/** Mounts sign-in. Demo persons exist only with demo data on a loopback address; elsewhere those endpoints answer 404. */
export function accessRoutes(server: Server, deployment: Deployment, vault?: Vault): void {
  const demand = async (queries: Queries): Promise<void> => {
    if (!deployment.loopback || !(await hasDemoData(queries))) throw notFound()
  }
  serve(server, whoAmI, async ({ queries, now, scope }) => describeMe(queries, deployment, scope.userId || undefined, now))
  serve(server, listDemoPersons, async ({ queries, now }) => {
    await demand(queries)
    return listPersons(queries, now)
  })
  serve(server, signInAsDemoPerson, async ({ queries, body, now, reply, doneBy }) => {
    await demand(queries)
    if (!(await listPersons(queries, now)).some((person) => person.id === body.userId)) throw notFound()
    doneBy(body.userId)
    await beginSession(queries, reply, body.userId, { means: 'demo' }, now)
    return describeMe(queries, deployment, body.userId, now)
  })
  serve(server, setUp, async ({ queries, body, now, reply, doneBy }) => {
    const userId = await useSetUpLink(queries, body.token, body.name, body.associationId, now)
    if (!userId) throw new Refusal(404, 'access.linkUsed')
    doneBy(userId)
    await beginSession(queries, reply, userId, { means: 'link' }, now)
    const accountToken = vault ? await addAccountLink(queries, vault, userId, { basis: 'office', placeId: null }, now) : null
    return { ...(await describeMe(queries, deployment, userId, now)), accountToken }
  })
  serve(server, listSessions, async ({ queries, now, scope, request }) => listOwnSessions(queries, scope.userId, readCookie(request), now))
  serve(server, signOut, async ({ queries, now, request, reply }) => {
    const token = readCookie(request)
    if (token) await closeSession(queries, token)
    clearCookie(reply)
    return describeMe(queries, deployment, undefined, now)
  })
  serve(server, signOutEverywhere, async ({ queries, now, scope, reply }) => {
    await closeSessionsOf(queries, scope.userId)
    clearCookie(reply)
    return describeMe(queries, deployment, undefined, now)
  })
}
