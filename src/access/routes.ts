import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../platform/config.ts'
import { Refusal, notFound } from '../platform/errors.ts'
import type { Queries } from '../platform/database.ts'
import { serve, type Server } from '../platform/serve.ts'
import { listDemoPersons, listSessions, setUp, signInAsDemoPerson, signOut, signOutEverywhere, whoAmI, type WhoAmI } from './contract.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'
import { closeSession, closeSessionsOf, listOwnSessions, openSession, type SignedInBy } from './sessionStore.ts'
import { hasDemoData, listPersons, useSetUpLink } from './store.ts'

/** What sign-in needs to know of the deployment. */
export interface SignInSettings {
  loopback: boolean
}

/** Mounts sign-in. Demo persons exist only with demo data on a loopback address; elsewhere those endpoints answer 404. */
export function accessRoutes(server: Server, settings: SignInSettings): void {
  const describeMe = async (queries: Queries, userId: string | undefined, now: Date): Promise<WhoAmI> => {
    const demo = await hasDemoData(queries)
    const user = userId ? (await listPersons(queries, now, userId))[0] : undefined
    return { user: user ?? null, demo, demoSignIn: demo && settings.loopback }
  }
  const demand = async (queries: Queries): Promise<void> => {
    if (!settings.loopback || !(await hasDemoData(queries))) throw notFound()
  }
  serve(server, whoAmI, async ({ queries, now, scope }) => describeMe(queries, scope.userId || undefined, now))
  serve(server, listDemoPersons, async ({ queries, now }) => {
    await demand(queries)
    return listPersons(queries, now)
  })
  serve(server, signInAsDemoPerson, async ({ queries, body, now, reply }) => {
    await demand(queries)
    if (!(await listPersons(queries, now)).some((person) => person.id === body.userId)) throw notFound()
    await beginSession(queries, reply, body.userId, { means: 'demo' }, now)
    return describeMe(queries, body.userId, now)
  })
  serve(server, setUp, async ({ queries, body, now, reply }) => {
    const userId = await useSetUpLink(queries, body.token, body.name, body.associationId, now)
    if (!userId) throw new Refusal(404, 'access.linkUsed')
    await beginSession(queries, reply, userId, { means: 'link' }, now)
    return describeMe(queries, userId, now)
  })
  serve(server, listSessions, async ({ queries, now, scope, request }) => listOwnSessions(queries, scope.userId, readCookie(request), now))
  serve(server, signOut, async ({ queries, now, request, reply }) => {
    const token = readCookie(request)
    if (token) await closeSession(queries, token)
    clearCookie(reply)
    return describeMe(queries, undefined, now)
  })
  serve(server, signOutEverywhere, async ({ queries, now, scope, reply }) => {
    await closeSessionsOf(queries, scope.userId)
    clearCookie(reply)
    return describeMe(queries, undefined, now)
  })
}

/** Opens a session for the caller. One that the browser brought along is ended: whoever planted it is left with nothing. */
export async function beginSession(queries: Queries, reply: FastifyReply, userId: string, by: SignedInBy, now: Date): Promise<void> {
  if (!isPrivate(reply.request)) throw new Refusal(403, 'access.needsTls')
  const brought = readCookie(reply.request)
  if (brought) await closeSession(queries, brought)
  setCookie(reply, await openSession(queries, userId, by, now))
}

/** Encrypted, or from this very machine; a proxy that nobody has said is to be trusted may be carrying the call in the clear. */
function isPrivate({ protocol, ip, headers }: FastifyRequest): boolean {
  const isCarried = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded'].some((name) => headers[name] !== undefined)
  return protocol === 'https' || (isLoopback(ip) && !isCarried)
}
