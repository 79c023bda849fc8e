import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Endpoint } from './endpoint.ts'
import { Refusal } from './errors.ts'
import type { Principal } from './scope.ts'

/** Throws `Refusal` 429 when somebody calls too often. */
export type CountCall = (request: FastifyRequest, principal: Principal | undefined) => Promise<void>

/** Counts calls by person, and by address those of whoever has not signed in; in a minute unless said. */
export function callLimit(app: FastifyInstance, max: number, seconds = 60): CountCall {
  const callers = new WeakMap<FastifyRequest, string>()
  const keyGenerator = (request: FastifyRequest): string => callers.get(request) ?? request.ip
  const check = app.createRateLimit({ max, timeWindow: seconds * 1000, keyGenerator })
  return async (request, principal) => {
    callers.set(request, principal?.userId ?? request.ip)
    const result = await check(request)
    if (!result.isAllowed && result.isExceeded) throw new Refusal(429, 'error.tooMany', { seconds: result.ttlInSeconds })
  }
}

/** Counts a person's calls of an endpoint that has a limit of its own. */
export function endpointLimit(app: FastifyInstance, { callsPerMinute, limits }: Endpoint) {
  const count = callsPerMinute === undefined ? undefined : callLimit(app, callsPerMinute)
  return async (request: FastifyRequest, principal: Principal | undefined, body: unknown): Promise<void> => {
    if (count && (!limits || limits(body))) await count(request, principal)
  }
}
