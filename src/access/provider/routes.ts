import { Refusal, notFound } from '../../platform/errors.ts'
import { serveAfter, type Server } from '../../platform/serve.ts'
import { beginSession, demandPrivacy } from '../beginSession.ts'
import { clearCookie, readCookie, setCookie } from '../cookies.ts'
import { describeMe, type Deployment } from '../me.ts'
import { findByClaim } from '../store.ts'
import { arriveFromProvider, departToProvider } from './contract.ts'
import { rememberJourney, takeJourney } from './pendingStore.ts'
import type { Provider } from './provider.ts'

/** Mounts sign-in by a sign-in service. Without one, both endpoints answer 404. */
export function providerRoutes(server: Server, deployment: Deployment, provider: Provider | undefined): void {
  const demand = (): Provider => {
    if (!provider) throw notFound()
    return provider
  }
  // The service is asked before the transaction: the embedded database has one connection, which must not wait for other machines.
  serveAfter(
    server,
    departToProvider,
    async ({ request }) => {
      demandPrivacy(request)
      return demand().depart()
    },
    async ({ prepared, queries, body, now, reply }) => {
      setCookie(reply, await rememberJourney(queries, prepared.journey, body?.returnTo ?? null, now), 'pending')
      return { location: prepared.location }
    },
  )
  serveAfter(
    server,
    arriveFromProvider,
    async ({ request, body, now }) => {
      const service = demand()
      const token = readCookie(request, 'pending')
      const take = (secret: string) => server.database.as('samlad_service', undefined, (queries) => takeJourney(queries, secret, now))
      const pending = token ? await take(token) : undefined
      if (!pending) throw new Refusal(403, 'access.signInExpired')
      return { ...(await service.arrive(body.answer, pending.journey)), returnTo: pending.returnTo }
    },
    async ({ prepared, queries, now, reply, doneBy }) => {
      clearCookie(reply, 'pending')
      const found = await findByClaim(queries, prepared.claimValue, now)
      const refusal = new Refusal(403, 'access.notLetIn')
      if (!found) throw refusal
      const { userId, isLetIn } = found
      if (!isLetIn) throw refusal.about(userId)
      doneBy(userId)
      await beginSession(queries, reply, userId, { means: 'provider', acr: prepared.acr }, now)
      return { ...(await describeMe(queries, deployment, userId, now)), returnTo: prepared.returnTo }
    },
  )
}
