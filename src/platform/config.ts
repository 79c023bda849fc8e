import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readMail, type MailConfig } from './mailConfig.ts'
import { nodeKinds, type NodeKind } from './node.ts'
import { readProvider, readSecret, type ProviderConfig } from './signInConfig.ts'

/** How this process runs. Made once, from flags and environment; nothing else reads the environment. */
export interface Config {
  dataFolder: string
  /** A served database, as the login that owns it; the logins of requests are made by it (`platform/logins.ts`). */
  databaseUrl: string | undefined
  /** The login that requests once had, to be closed: what `DATABASE_URL` says where `DATABASE_OWNER_URL` is given beside it. */
  formerLoginUrl: string | undefined
  host: string
  port: number
  /** What kind of place this is: decides which endpoints and tables there are. */
  node: NodeKind
  /** Start without the synthetic demo; only a node that holds everything has one. */
  empty: boolean
  /** How many invented participations the demo holds. */
  demoParticipations: number
  /** Whether a new demo publishes some of its invented figures by itself. */
  demoPublications: boolean
  /** Calls for open data that one address may make in ten seconds; a usual number unless said. */
  openCallsPerWindow: number | undefined
  /** Counts from 1 up to one less are never shown. */
  threshold: number
  /** Addresses of the TLS proxy in front, which alone may say who the caller is; none when there is no proxy. */
  trustProxy: readonly string[] | undefined
  /** The sign-in service (OpenID Connect), where there is one. */
  provider: ProviderConfig | undefined
  /** Accounts with password and one-time code. */
  localAccounts: boolean
  /** Key of local accounts, in hex; a file in the data folder unless given. */
  accountKey: string | undefined
  /** Where the controllers' own keys for personal numbers are: a folder, or a command that prints those of a controller. */
  identityKeys: { folder?: string; command?: readonly string[] }
  /** How e-mail leaves, where it does. */
  mail: MailConfig | undefined
}

/**
 * Reads flags (`--data --port --host --empty`) and environment (`SAMLAD_DATA PORT HOST DATABASE_URL DATABASE_OWNER_URL SAMLAD_NODE SAMLAD_THRESHOLD SAMLAD_DEMO_PUBLICATIONS SAMLAD_OPEN_CALLS SAMLAD_TRUST_PROXY SAMLAD_OIDC_… SAMLAD_LOCAL_ACCOUNTS SAMLAD_ACCOUNT_KEY SAMLAD_T2_KEYS SAMLAD_T2_KEY_COMMAND SAMLAD_SMTP_…`).
 * Throws on an unknown flag or a value that cannot be.
 */
export function readConfig(args: string[], environment: NodeJS.ProcessEnv): Config {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      empty: { type: 'boolean' },
    },
  })
  const port = Number(values.port ?? environment.PORT ?? 7210)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError(`Not a port: ${values.port ?? environment.PORT}`)
  const threshold = Number(environment.SAMLAD_THRESHOLD || 5)
  if (!Number.isInteger(threshold) || threshold < 3) {
    throw new RangeError(`SAMLAD_THRESHOLD must be a whole number, at least 3, not ${environment.SAMLAD_THRESHOLD}`)
  }
  const node = readNode(environment.SAMLAD_NODE)
  return {
    dataFolder: resolve(values.data ?? environment.SAMLAD_DATA ?? 'data'),
    databaseUrl: environment.DATABASE_OWNER_URL || environment.DATABASE_URL || undefined,
    formerLoginUrl: (environment.DATABASE_OWNER_URL && environment.DATABASE_URL) || undefined,
    host: values.host ?? environment.HOST ?? '127.0.0.1',
    port,
    node,
    empty: (values.empty ?? false) || node !== 'all',
    demoParticipations: 30_000,
    demoPublications: environment.SAMLAD_DEMO_PUBLICATIONS !== '0',
    openCallsPerWindow: readCount(environment, 'SAMLAD_OPEN_CALLS'),
    threshold,
    trustProxy: readProxies(environment.SAMLAD_TRUST_PROXY),
    provider: readProvider(environment),
    localAccounts: environment.SAMLAD_LOCAL_ACCOUNTS === '1',
    accountKey: readSecret(environment, 'SAMLAD_ACCOUNT_KEY'),
    identityKeys: readIdentityKeys(environment),
    mail: readMail(environment),
  }
}

function readCount(environment: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = environment[name]
  if (!text) return undefined
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RangeError(`${name} must be a whole number, at least 1, not ${text}`)
  return Number(text)
}

function readNode(text: string | undefined): NodeKind {
  const node = nodeKinds.find((kind) => kind === (text || 'all'))
  if (!node) throw new RangeError(`SAMLAD_NODE must be one of ${nodeKinds.join(', ')}, not ${text}`)
  return node
}

/** Addresses, networks or `loopback`. "Everybody" cannot be said: whoever is believed chooses which address a call comes from. */
function readProxies(text: string | undefined): readonly string[] | undefined {
  const proxies = (text ?? '').split(/[\s,]+/).filter(Boolean)
  for (const proxy of proxies) {
    const [address, bits = '1'] = proxy.split('/') as [string, string?]
    const isNetwork = isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) > 0
    if (proxy !== 'loopback' && !isNetwork) throw new RangeError(`SAMLAD_TRUST_PROXY must hold addresses of proxies, not ${proxy}`)
  }
  return proxies.length > 0 ? proxies : undefined
}

/** A folder or a command; both would leave open which counts. The command is split at spaces and run without a shell. */
function readIdentityKeys(environment: NodeJS.ProcessEnv): Config['identityKeys'] {
  const folder = environment.SAMLAD_T2_KEYS
  const command = (environment.SAMLAD_T2_KEY_COMMAND ?? '').split(/\s+/).filter(Boolean)
  if (folder && command.length > 0) throw new RangeError('Give SAMLAD_T2_KEYS or SAMLAD_T2_KEY_COMMAND, not both')
  if (command.length > 0) return { command }
  return folder ? { folder: resolve(folder) } : {}
}
