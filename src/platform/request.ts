import type { FastifyRequest } from 'fastify'
import type { Locale } from '../values/codeList.ts'
import type { Endpoint } from './endpoint.ts'
import { Refusal, type Fault } from './errors.ts'

/** The id of the tenant that a call is about, for permissions that hold in one place only. */
export function tenantOf(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  if (endpoint.permission.kind !== 'roleAt') return undefined
  const [part, name] = endpoint.permission.at.split('.') as ['params' | 'query' | 'body', string]
  const container = request[part]
  if (typeof container !== 'object' || container === null || !Object.hasOwn(container, name)) return undefined
  const value = (container as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}

/** The id of the participation that a call asks for, by the address of its endpoint. */
export function recordOf(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  if (!endpoint.path.includes('/participations/:id')) return undefined
  return (request.params as { id?: string }).id
}

/** Where a text holds U+0000, which no text has and PostgreSQL takes nowhere. */
function nullsIn(part: unknown, name: string): string[] {
  const found: string[] = []
  // Not by calling itself: what is sent may lie a thousand deep.
  const open: [value: unknown, where: string][] = [[part, name]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, where] = next
    if (typeof value === 'string' && value.includes('\u0000')) found.push(where)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) open.push([inner, `${where}.${key}`])
  }
  return found
}

/** Checked input. Throws with every fault at its place. */
export function readInput(endpoint: Endpoint, request: FastifyRequest): { params: unknown; query: unknown; body: unknown } {
  const faults: Fault[] = []
  const read = (part: 'params' | 'query' | 'body'): unknown => {
    const result = endpoint[part]?.safeParse(request[part])
    for (const where of nullsIn(request[part], part)) faults.push({ where, key: 'error.field' })
    if (!result) return undefined
    for (const issue of result.error?.issues ?? []) {
      const known = /^[a-z]+\.[A-Za-z.]+$/.test(issue.message)
      faults.push({ where: [part, ...issue.path.map(String)].join('.'), key: known ? issue.message : 'error.field' })
    }
    return result.data
  }
  const input = { params: read('params'), query: read('query'), body: read('body') }
  if (faults.length > 0) throw new Refusal(400, 'error.badRequest', {}, faults)
  return input
}

/** Cross-site request forgery: a change must carry a header that other sites cannot send without being let in by CORS, and we let nobody in. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method !== 'GET' && request.headers['x-samlad'] === undefined) throw new Refusal(403, 'error.origin')
}

/** The asker's language. */
export function localeOf(request: FastifyRequest): Locale {
  return String(request.headers['accept-language'] ?? '')
    .toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'sv'
}

/** The language of refusals of open data: the one that the address asks for, as programs do; else as of other calls. */
export function askedLocale(request: FastifyRequest): Locale {
  const { lang } = request.query as { lang?: unknown }
  return lang === 'en' || lang === 'sv' ? lang : localeOf(request)
}
