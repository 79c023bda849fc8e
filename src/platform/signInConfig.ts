import { readFileSync } from 'node:fs'

/** A sign-in service that speaks OpenID Connect. */
export interface ProviderConfig {
  issuer: URL
  clientId: string
  clientSecret: string
  /** The claim that says who somebody is; compared with what the administrator has entered. */
  claim: string
  scope: string
  /** Ways of identification that open data on persons; any will do when none is named. */
  acr: readonly string[]
  /** What the button calls it. */
  name: string
  /** Where the service sends the browser back: a page of ours. */
  redirect: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** The path of the page that the service sends the browser back to. */
const RETURN_PATH = '/logga-in/svar'

/** Reads `SAMLAD_OIDC_…` and `SAMLAD_ADDRESS`; `undefined` when no issuer is named. Throws when something is missing or unsafe. */
export function readProvider(environment: Environment): ProviderConfig | undefined {
  if (!environment.SAMLAD_OIDC_ISSUER) return undefined
  const demand = (name: string): string => {
    const value = environment[name]?.trim()
    if (!value) throw new RangeError(`${name} is needed when SAMLAD_OIDC_ISSUER is set`)
    return value
  }
  const address = safeAddress('SAMLAD_ADDRESS', demand('SAMLAD_ADDRESS'))
  const acr = (environment.SAMLAD_OIDC_ACR ?? '').split(/\s+/).filter(Boolean)
  const scopes = new Set(['openid', ...(environment.SAMLAD_OIDC_SCOPE ?? '').split(/\s+/).filter(Boolean)])
  return {
    issuer: safeAddress('SAMLAD_OIDC_ISSUER', demand('SAMLAD_OIDC_ISSUER')),
    clientId: demand('SAMLAD_OIDC_CLIENT_ID'),
    clientSecret: readSecret(environment, 'SAMLAD_OIDC_CLIENT_SECRET') ?? demand('SAMLAD_OIDC_CLIENT_SECRET'),
    claim: environment.SAMLAD_OIDC_CLAIM || 'sub',
    scope: [...scopes].join(' '),
    acr,
    name: environment.SAMLAD_OIDC_NAME || 'SSO',
    redirect: new URL(RETURN_PATH, address).href,
  }
}

/** A secret out of the environment, or out of the file that `NAME_FILE` names. */
export function readSecret(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`]
  return (file ? readFileSync(file, 'utf8') : environment[name])?.trim() || undefined
}

/** An address that secrets may go to: encrypted, or on this machine. Throws `RangeError` on any other. */
export function safeAddress(name: string, text: string): URL {
  const url = URL.parse(text)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  if (!url || !isSafe) throw new RangeError(`${name} must be an https address, not ${text}`)
  return url
}
