import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../platform/loopback.ts'
import type { Queries } from '../platform/database.ts'
import { Refusal } from '../platform/errors.ts'
import { readCookie, setCookie } from './cookies.ts'
import { tellOfAccounts } from './local/noticeStore.ts'
import { closeSession, openSession, type SignedInBy } from './sessionStore.ts'

/** Opens a session for the caller. One that the browser brought along is ended: whoever planted it is left with nothing. */
export async function beginSession(queries: Queries, reply: FastifyReply, userId: string, by: SignedInBy, now: Date): Promise<void> {
  demandPrivacy(reply.request)
  const brought = readCookie(reply.request)
  if (brought) await closeSession(queries, brought)
  setCookie(reply, await openSession(queries, userId, by, now))
  await tellOfAccounts(queries, userId, now)
}

/** Encrypted, or from this very machine; a proxy that nobody has said is to be trusted may be carrying the call in the clear. */
export function demandPrivacy({ protocol, ip, headers }: FastifyRequest): void {
  const isCarried = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded'].some((name) => headers[name] !== undefined)
  if (protocol !== 'https' && (!isLoopback(ip) || isCarried)) throw new Refusal(403, 'access.needsTls')
}
