import type { FastifyInstance, InjectOptions } from 'fastify'
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** Asks an endpoint for somebody, through every wall that a request of theirs meets. */
export type AskAs = <R extends z.ZodType>(
  userId: string,
  endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, R>,
  given: { params?: Record<string, string>; body?: unknown },
) => Promise<z.output<R>>

/**
 * Makes what asks in the names of others, within the process.
 * @param token the secret of the command line
 * @throws when the answer is not 200, with the name of the endpoint, the status and what kind of refusal it is
 */
export function asker(app: FastifyInstance, token: string): AskAs {
  return async (userId, { name, method, path }, { params = {}, body }) => {
    const url = path.replace(/:(\w+)/g, (_, part: string) => params[part]!)
    const headers = { authorization: `Bearer ${token}`, 'x-samlad-as': userId, 'x-samlad': '1' }
    const response = await app.inject({ method, url, headers, payload: body } as InjectOptions)
    if (response.statusCode !== 200)
      throw new Error(`${name}: ${response.statusCode} ${response.json<{ error?: { key: string } }>().error?.key}`)
    return response.json()
  }
}
