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

/** Counts a person's calls of an endpoint that has a limit of its own, or one together with others; `more` counts tries that a body holds. */
export function endpointLimit(app: FastifyInstance, { callsPerMinute, countsWith, limits }: Endpoint) {
  const count = limitOf(app, callsPerMinute, countsWith)
  return {
    begin: async (request: FastifyRequest, principal: Principal | undefined, body: unknown): Promise<void> => {
      if (count && (!limits || limits(body))) await count(request, principal)
    },
    more: async (request: FastifyRequest, principal: Principal | undefined, times: number, key: string): Promise<void> => {
      if (!count) throw new Error('Counts tries without a limit')
      try {
        // One more than the limit says all there is to say.
        for (let at = 0; at < Math.min(times, callsPerMinute! + 1); at++) await count(request, principal)
      } catch (error) {
        throw error instanceof Refusal && error.status === 429 ? new Refusal(429, key, error.args) : error
      }
    },
  }
}

function limitOf(app: FastifyInstance, max: number | undefined, name: string | undefined): CountCall | undefined {
  if (max === undefined) return undefined
  return name === undefined ? callLimit(app, max) : sharedLimit(app, name, max)
}

const shared = new WeakMap<FastifyInstance, Map<string, CountCall>>()

/** One count for all endpoints of an application that count together. */
function sharedLimit(app: FastifyInstance, name: string, max: number): CountCall {
  const limits = shared.get(app) ?? new Map<string, CountCall>()
  shared.set(app, limits)
  const limit = limits.get(name) ?? callLimit(app, max)
  limits.set(name, limit)
  return limit
}
