import * as oidc from 'openid-client'
import { Refusal } from '../../platform/errors.ts'
import type { ProviderConfig } from '../../platform/signInConfig.ts'

/** What must be remembered between the way out and the way back. */
export interface Journey {
  state: string
  nonce: string
  codeVerifier: string
}

/** What the service says of the person. */
export interface Identified {
  claimValue: string
  acr: string | undefined
}

/** A sign-in service: the way out to it, and what it says on the way back. */
export interface Provider {
  config: ProviderConfig
  depart(): Promise<{ location: string; journey: Journey }>
  /** @param answer the query that the browser came back with */
  arrive(answer: string, journey: Journey): Promise<Identified>
}

/** A service by its configuration. What it says of itself is fetched at the first sign-in, so that Samlad starts without it. */
export function openProvider(config: ProviderConfig): Provider {
  let known: Promise<oidc.Configuration> | undefined
  const service = (): Promise<oidc.Configuration> =>
    (known ??= discover(config).catch((error: unknown) => {
      known = undefined
      throw asRefusal(error, 503, 'access.providerDown')
    }))
  return {
    config,
    async depart() {
      const found = await service()
      const journey = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(found, {
        ...{ redirect_uri: config.redirect, scope: config.scope, response_type: 'code' },
        ...{ state: journey.state, nonce: journey.nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(journey.codeVerifier), code_challenge_method: 'S256' },
        ...(config.acr.length > 0 && { acr_values: config.acr.join(' ') }),
      })
      return { location: url.href, journey }
    },
    async arrive(answer, journey) {
      const found = await service()
      try {
        return await identify(found, config, answer, journey)
      } catch (error) {
        throw asRefusal(error, 403, 'access.signInFailed')
      }
    },
  }
}

async function discover(config: ProviderConfig): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = config
  const execute = [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])]
  const basic = oidc.ClientSecretBasic(clientSecret)
  const found = await oidc.discovery(issuer, clientId, undefined, basic, { execute, timeout: 10 })
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  if (methods.includes('client_secret_basic')) return found
  const posting = new oidc.Configuration(found.serverMetadata(), clientId, undefined, oidc.ClientSecretPost(clientSecret))
  for (const set of execute) set(posting)
  posting.timeout = 10
  return posting
}

async function identify(found: oidc.Configuration, config: ProviderConfig, answer: string, journey: Journey): Promise<Identified> {
  const url = new URL(config.redirect)
  url.search = answer
  const tokens = await oidc.authorizationCodeGrant(found, url, {
    ...{ pkceCodeVerifier: journey.codeVerifier, expectedState: journey.state, expectedNonce: journey.nonce },
    idTokenExpected: true,
  })
  const claims = tokens.claims()!
  let said = claims[config.claim]
  // Some services put what is said of a person in the answer of another address.
  if (said === undefined && found.serverMetadata().userinfo_endpoint) {
    said = (await oidc.fetchUserInfo(found, tokens.access_token, claims.sub))[config.claim]
  }
  if (typeof said !== 'string' || said.length === 0) throw new Refusal(403, 'access.noClaim')
  return { claimValue: said, acr: typeof claims.acr === 'string' ? claims.acr : undefined }
}

/** What went wrong may quote the person or the code, so only the kind of fault goes on. */
function asRefusal(error: unknown, status: number, key: string): Refusal {
  return error instanceof Refusal ? error : new Refusal(status, key)
}
