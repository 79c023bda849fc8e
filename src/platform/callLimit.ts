import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Endpoint } from './endpoint.ts'
import { Refusal } from './errors.ts'
import type { Principal } from './scope.ts'

/** Counts a person's calls of an endpoint that has a limit of its own. What it gives throws `Refusal` 429 when there are too many. */
export function callLimit(app: FastifyInstance, { callsPerMinute, limits }: Endpoint) {
  if (callsPerMinute === undefined) return async (): Promise<void> => undefined
  const callers = new WeakMap<FastifyRequest, string>()
  const keyGenerator = (request: FastifyRequest): string => callers.get(request) ?? request.ip
  const check = app.createRateLimit({ max: callsPerMinute, timeWindow: '1 minute', keyGenerator })
  return async (request: FastifyRequest, principal: Principal | undefined, body: unknown): Promise<void> => {
    if (limits && !limits(body)) return
    callers.set(request, principal?.userId ?? request.ip)
    const result = await check(request)
    if (!result.isAllowed && result.isExceeded) throw new Refusal(429, 'error.tooMany')
  }
}
