import { channel, type ChannelListener } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

/** Builds an application and tells every address that is mounted in it, as `GET /api/me`. */
export async function withMountedRoutes(build: () => Promise<FastifyInstance>): Promise<{ app: FastifyInstance; mounted: string[] }> {
  const mounted: string[] = []
  const watch: ChannelListener = (message) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => void mounted.push(...[method].flat().map((one) => `${one} ${url}`)))
  }
  channel('fastify.initialization').subscribe(watch)
  const app = await build()
  channel('fastify.initialization').unsubscribe(watch)
  return { app, mounted: mounted.filter((route) => route.includes('/api/') && !route.startsWith('HEAD ')) }
}
