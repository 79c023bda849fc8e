import type { FastifyReply, FastifyRequest } from 'fastify'

/** The cookies of sign-in: the session, and a sign-in that is under way at a sign-in service. */
export type CookieKind = 'session' | 'pending'

const plainNames: Record<CookieKind, string> = { session: 'samlad_session', pending: 'samlad_pending' }
const secureNames: Record<CookieKind, string> = { session: '__Host-samlad', pending: '__Host-samlad-pending' }

/** Behind TLS a name that no other host and no unencrypted page can set; plain http has no such names. */
export function cookieName(request: FastifyRequest, kind: CookieKind = 'session'): string {
  return (request.protocol === 'https' ? secureNames : plainNames)[kind]
}

/** The secret in the caller's cookie. */
export function readCookie(request: FastifyRequest, kind: CookieKind = 'session'): string | undefined {
  return request.cookies[cookieName(request, kind)]
}

/** Gives the caller a secret that no script can read and no other site can send. */
export function setCookie(reply: FastifyReply, token: string, kind: CookieKind = 'session'): void {
  void reply.setCookie(cookieName(reply.request, kind), token, attributes(reply))
}

/** Takes the secret away. */
export function clearCookie(reply: FastifyReply, kind: CookieKind = 'session'): void {
  void reply.clearCookie(cookieName(reply.request, kind), attributes(reply))
}

const attributes = (reply: FastifyReply) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: reply.request.protocol === 'https' }) as const
