import { isLoopback } from './loopback.ts'
import { readSecret, safeAddress } from './signInConfig.ts'

/** How e-mail leaves: a server that speaks SMTP. */
export interface MailConfig {
  host: string
  port: number
  /** Encrypted after a greeting (STARTTLS), from the first byte, or not at all, which only a server on this machine may be. */
  security: 'starttls' | 'tls' | 'none'
  login: { user: string; password: string } | undefined
  from: string
  /** The address that users open, for links. */
  site: string
}

/** Reads `SAMLAD_SMTP_…` and `SAMLAD_ADDRESS`; `undefined` when no host is named. Throws when something is missing or unsafe. */
export function readMail(environment: Readonly<Record<string, string | undefined>>): MailConfig | undefined {
  const host = environment.SAMLAD_SMTP_HOST?.trim()
  if (!host) return undefined
  const demand = (name: string): string => {
    const value = environment[name]?.trim()
    if (!value) throw new RangeError(`${name} is needed when SAMLAD_SMTP_HOST is set`)
    return value
  }
  const security = environment.SAMLAD_SMTP_SECURITY?.trim() || 'starttls'
  if (security !== 'starttls' && security !== 'tls' && security !== 'none')
    throw new RangeError(`SAMLAD_SMTP_SECURITY must be starttls, tls or none, not ${security}`)
  if (security === 'none' && !isLoopback(host)) throw new RangeError('SAMLAD_SMTP_SECURITY may be none only for a server on this machine')
  const port = Number(environment.SAMLAD_SMTP_PORT || (security === 'tls' ? 465 : 587))
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new RangeError(`SAMLAD_SMTP_PORT is not a port: ${environment.SAMLAD_SMTP_PORT}`)
  const user = environment.SAMLAD_SMTP_USER?.trim()
  const password = readSecret(environment, 'SAMLAD_SMTP_PASSWORD')
  if ((user === undefined || user === '') !== (password === undefined))
    throw new RangeError('SAMLAD_SMTP_USER and SAMLAD_SMTP_PASSWORD go together')
  return {
    ...{ host, port, security, from: demand('SAMLAD_SMTP_FROM') },
    login: user && password ? { user, password } : undefined,
    site: safeAddress('SAMLAD_ADDRESS', demand('SAMLAD_ADDRESS')).origin,
  }
}
