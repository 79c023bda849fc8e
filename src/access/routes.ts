import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, notFound } from '../platform/errors.ts'
import { isLoopback } from '../platform/config.ts'
import type { Database, Queries } from '../platform/database.ts'
import { serve, type Server } from '../platform/serve.ts'
import type { Principal } from '../platform/scope.ts'
import { listDemoPersons, setUp, signInAsDemoPerson, signOut, whoAmI, type WhoAmI } from './contract.ts'
import { closeSession, findBySession, findPrincipal, hasDemoData, IDLE_MS, listPersons, openSession, useSetUpLink } from './store.ts'

/** The name of the session cookie. */
export const SESSION_COOKIE = 'samlad_session'

/** What sign-in needs to know of the deployment. */
export interface SignInSettings {
  loopback: boolean
  /** Secret of the command line: lets a process on this machine that can read the data folder act as a named user. */
  terminalToken: string | undefined
}

/** Finds who is calling: the session cookie, or the terminal's token together with a user's name. */
export function authenticator(database: Database, settings: SignInSettings, now: () => Date) {
  const terminal = terminalSessions(database, now)
  return async (request: FastifyRequest): Promise<Principal | undefined> => {
    const { authorization } = request.headers
    let token = request.cookies[SESSION_COOKIE]
    if (authorization !== undefined) {
      if (!settings.terminalToken || !isLoopback(request.ip)) return undefined
      if (authorization !== `Bearer ${settings.terminalToken}`) return undefined
      token = await terminal(String(request.headers['x-samlad-as'] ?? ''))
    }
    return token ? database.as('samlad_service', undefined, (queries) => findBySession(queries, token, now())) : undefined
  }
}

/** The terminal acts as a named user; the second wall goes by sessions, so each gets one, and a new one when it has grown old. */
function terminalSessions(database: Database, now: () => Date) {
  const open = new Map<string, { token: string; opened: number }>()
  return async (userId: string): Promise<string | undefined> => {
    const known = open.get(userId)
    if (known && now().getTime() - known.opened < IDLE_MS) return known.token
    return database.as('samlad_service', undefined, async (queries) => {
      if (!(await findPrincipal(queries, userId, now(), ''))) return undefined
      const token = await openSession(queries, userId, now())
      open.set(userId, { token, opened: now().getTime() })
      return token
    })
  }
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
    setCookie(reply, await openSession(queries, body.userId, now))
    return describeMe(queries, body.userId, now)
  })
  serve(server, setUp, async ({ queries, body, now, reply }) => {
    const userId = await useSetUpLink(queries, body.token, body.name, body.associationId, now)
    if (!userId) throw new Refusal(404, 'access.linkUsed')
    setCookie(reply, await openSession(queries, userId, now))
    return describeMe(queries, userId, now)
  })
  serve(server, signOut, async ({ queries, now, request, reply }) => {
    const token = request.cookies[SESSION_COOKIE]
    if (token) await closeSession(queries, token)
    void reply.clearCookie(SESSION_COOKIE, { path: '/' })
    return describeMe(queries, undefined, now)
  })
}

function setCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
  })
}
