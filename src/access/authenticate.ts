import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../platform/loopback.ts'
import type { Database } from '../platform/database.ts'
import type { Principal } from '../platform/scope.ts'
import { readCookie, setCookie } from './cookies.ts'
import { findBySession, IDLE_MS, openSession } from './sessionStore.ts'
import { findPrincipal } from './store.ts'

/** What it takes to know who is calling. */
interface TerminalSettings {
  /** Secret of the command line: lets a process on this machine that can read the data folder act as a named user. */
  terminalToken: string | undefined
}

/**
 * Finds who is calling: the session cookie, or the terminal's token together with a user's name. With a reply to write to, a secret that
 * has been used for a quarter of an hour is replaced.
 */
export function authenticator(database: Database, settings: TerminalSettings, now: () => Date) {
  const terminal = terminalSessions(database, now)
  return async (request: FastifyRequest, reply?: FastifyReply): Promise<Principal | undefined> => {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      if (!settings.terminalToken || !isLoopback(request.ip)) return undefined
      if (!isSame(authorization, `Bearer ${settings.terminalToken}`)) return undefined
      return terminal(String(request.headers['x-samlad-as'] ?? ''))
    }
    const token = readCookie(request)
    if (!token) return undefined
    const found = await database.as('samlad_service', undefined, (queries) => findBySession(queries, token, now(), reply !== undefined))
    if (reply && found?.renewed) setCookie(reply, found.renewed)
    return found?.principal
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The terminal acts as a named user; the second wall goes by sessions, so each gets one, and a new one when it is over. */
function terminalSessions(database: Database, now: () => Date) {
  const open = new Map<string, { token: string; opened: number }>()
  return async (userId: string): Promise<Principal | undefined> =>
    database.as('samlad_service', undefined, async (queries) => {
      const known = open.get(userId)
      if (known && now().getTime() - known.opened < IDLE_MS) {
        const found = await findBySession(queries, known.token, now(), false)
        if (found) return found.principal
      }
      if (!(await findPrincipal(queries, userId, now()))) return undefined
      const token = await openSession(queries, userId, { means: 'terminal' }, now())
      open.set(userId, { token, opened: now().getTime() })
      return (await findBySession(queries, token, now(), false))?.principal
    })
}
