import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Translate } from '../values/catalogue.ts'
import { breaksRule, Refusal } from './errors.ts'

/** Numeric value out of range, character not in repertoire, untranslatable character (PostgreSQL, appendix A). */
const unfit = new Set(['22003', '22021', '22P05'])

/** What is told of anything that a call has thrown; what nobody foresaw is written to the server's own output, with the number that is told. */
export function asRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  // A number or text that the schema let through and the database has no room for.
  if (unfit.has((error as { code?: string }).code ?? '')) return new Refusal(400, 'error.badRequest')
  const told = toldByDatabase(error)
  if (told) return told
  const id = randomUUID().slice(0, 8)
  request.log.error({ errorId: id, error: error instanceof Error ? { name: error.name, stack: error.stack } : 'unknown' }, 'internal error')
  return new Refusal(500, 'error.internal', { id })
}

/** A rule that the database holds itself says in words what it refuses: state SA422, with the message and its arguments as JSON in the detail. */
function toldByDatabase(error: unknown): Refusal | undefined {
  const { code, detail } = error as { code?: string; detail?: string }
  if (code !== 'SA422' || !detail) return undefined
  const { key, args } = JSON.parse(detail) as { key: string; args: Record<string, string> }
  return breaksRule(key, args)
}

/** The JSON of a refusal: key, message in the asker's language, and each fault with its place. */
export function describe(refusal: Refusal, t: Translate): z.infer<typeof errorBody> {
  const faults = refusal.faults.map((fault) => ({
    where: fault.where,
    key: fault.key,
    message: t(fault.key, fault.args),
  }))
  return { key: refusal.key, message: t(refusal.key, refusal.args), faults }
}

/** Schema of the `error` member in every refusal. */
export const errorBody = z.object({
  key: z.string(),
  message: z.string(),
  faults: z.array(z.object({ where: z.string(), key: z.string(), message: z.string() })),
})
