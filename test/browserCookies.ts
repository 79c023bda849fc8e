import type { FastifyInstance } from 'fastify'

/** What comes back. */
export interface Answer {
  status: number
  body: { user?: { id: string } | null; error?: { key: string } } & Record<string, unknown>
  headers: Record<string, unknown>
}

/** A browser in a few lines: keeps the cookies it is given and brings them along. */
export interface CookieJar {
  cookies: Map<string, string>
  send(method: 'GET' | 'POST' | 'PUT', url: string, body?: object): Promise<Answer>
}

/** Makes one, with headers of its own (those of a proxy, say) and the address that the server sees. */
export function cookieJar(app: FastifyInstance, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1'): CookieJar {
  const cookies = new Map<string, string>()
  const brought = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    async send(method, url, body) {
      const all = { 'x-samlad': '1', ...headers, ...(cookies.size > 0 && { cookie: brought() }) }
      const response = await app.inject({ method, url, headers: all, remoteAddress, ...(body && { payload: body }) })
      for (const { name, value } of response.cookies) {
        if (value) cookies.set(name, value)
        else cookies.delete(name)
      }
      return { status: response.statusCode, body: response.json(), headers: response.headers }
    },
  }
}
