import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { ProviderConfig } from '../src/platform/signInConfig.ts'

/** A sign-in service on this machine: a certified implementation, with a person who answers its questions at once. */
export interface IdentityProvider {
  config: ProviderConfig
  /** Who will have signed in when a browser next comes, and how surely. */
  next: { account: string; acr?: string; refuses?: boolean }
  /** Goes to the service as a browser and comes back with the query that it sends to our page. */
  visit(location: string): Promise<string>
  stop(): Promise<void>
}

/** Starts one. Its accounts are whatever name `next` says; the claim `employeeHsaId` is that name with `HSA-` before it. */
export async function startIdentityProvider(settings: Partial<ProviderConfig> = {}): Promise<IdentityProvider> {
  const web = createServer()
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  const redirect = settings.redirect ?? 'http://localhost:7210/logga-in/svar'
  const next: IdentityProvider['next'] = { account: 'nobody' }
  const service = makeService(issuer, redirect)
  const callback = service.callback()
  web.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void answerForPerson(service, next, request, response)
    else void callback(request, response)
  })
  const config: ProviderConfig = {
    ...{ issuer: new URL(issuer), clientId: 'samlad', clientSecret: 'a secret of the test', claim: 'employeeHsaId', scope: 'openid hsa' },
    ...{ acr: [], name: 'Provlegitimation', redirect },
    ...settings,
  }
  return { config, next, visit: (location) => visit(location, redirect), stop: () => stop(web) }
}

function makeService(issuer: string, redirect: string): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: 'samlad', client_secret: 'a secret of the test', redirect_uris: [redirect] }],
    claims: { openid: ['sub'], hsa: ['employeeHsaId'], acr: null },
    scopes: ['openid', 'hsa'],
    acrValues: ['loa2', 'loa3'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, employeeHsaId: `HSA-${id}` }) }),
  })
}

async function answerForPerson(
  service: Provider,
  next: IdentityProvider['next'],
  ...[request, response]: Parameters<Provider['interactionDetails']>
): Promise<void> {
  const { params, prompt } = await service.interactionDetails(request, response)
  const { account, acr, refuses } = next
  const grant = new service.Grant({ accountId: account, clientId: String(params.client_id) })
  grant.addOIDCScope('openid hsa')
  const consent = prompt.name === 'consent' ? { consent: { grantId: await grant.save() } } : {}
  const result = refuses
    ? { error: 'access_denied', error_description: 'the person said no' }
    : { login: { accountId: account, ...(acr && { acr }), remember: false }, ...consent }
  await service.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
}

/** Follows redirects, with cookies, until the service sends the browser to us. */
async function visit(location: string, redirect: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = location
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const to = response.headers.get('location')
    if (!to) throw new Error(`The service went nowhere: ${response.status} ${await response.text()}`)
    url = new URL(to, url).href
    if (url.startsWith(redirect)) return new URL(url).search.slice(1)
  }
  throw new Error('The service sends the browser in circles')
}

function stop(web: Server): Promise<void> {
  web.closeAllConnections()
  return new Promise((resolve) => web.close(() => resolve()))
}
