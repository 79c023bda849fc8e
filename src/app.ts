import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import type { Database, Queries } from './platform/database.ts'
import { usualNoise, type Noise } from './disclosure/noise/noise.ts'
import { callLimit } from './platform/callLimit.ts'
import { frameworkRefusal } from './platform/errors.ts'
import type { ProviderConfig } from './platform/signInConfig.ts'
import { holdsPersons, type NodeKind } from './platform/node.ts'
import { describe } from './platform/refusals.ts'
import type { Server } from './platform/serve.ts'
import { translator } from './values/catalogue.ts'
import { authenticator } from './access/authenticate.ts'
import { localRoutes, staffAccountRoutes } from './access/local/routes.ts'
import { openVault, type Vault } from './access/local/vault.ts'
import { openProvider } from './access/provider/provider.ts'
import { nominationRoutes } from './access/nominations/routes.ts'
import { officeRoutes } from './access/offices/routes.ts'
import { providerRoutes } from './access/provider/routes.ts'
import { accessRoutes } from './access/routes.ts'
import { staffRoutes } from './access/staff/routes.ts'
import { digestRoutes } from './governance/digest/routes.ts'
import { noticeRoutes } from './governance/notices/routes.ts'
import { memberRoutes } from './governance/members/routes.ts'
import { needRoutes } from './applications/need/routes.ts'
import { esfRoutes } from './applications/esf/routes.ts'
import { applicationRoutes } from './applications/routes.ts'
import { associationRoutes } from './associations/routes.ts'
import { budgetRoutes } from './financing/budget/routes.ts'
import { allocationModelRoutes } from './financing/allocation/saved/routes.ts'
import { closingRoutes } from './financing/closing/routes.ts'
import { contributionRoutes } from './financing/contributions/routes.ts'
import { economyRoutes } from './financing/economy/routes.ts'
import { commissionRoutes } from './financing/commissions/routes.ts'
import { grantRoutes } from './financing/grants/routes.ts'
import { scenarioRoutes } from './financing/scenarios/routes.ts'
import { eventRoutes } from './interventions/events/routes.ts'
import { fidelityRoutes } from './interventions/fidelity/routes.ts'
import { interventionRoutes } from './interventions/routes.ts'
import { anonymousRoutes } from './participations/anonymous/routes.ts'
import { consentRoutes } from './participations/consent/routes.ts'
import { extractRoutes } from './participations/extract/routes.ts'
import { operationsRoutes } from './participations/operations/routes.ts'
import { exitPointRoutes } from './participations/exitPoints/routes.ts'
import { handoverRoutes } from './participations/handover/routes.ts'
import { chainRoutes, stewardLogRoutes } from './log/routes.ts'
import { qualityRoutes } from './participations/quality/routes.ts'
import { exportRoutes } from './participations/ownExport/routes.ts'
import { identityRoutes } from './participations/identity/routes.ts'
import { keySource, type KeySource } from './participations/identity/keys.ts'
import { registerRoutes } from './participations/register/routes.ts'
import { retentionRoutes } from './participations/retention/routes.ts'
import { tierRoutes } from './participations/tiers/routes.ts'
import { participationRoutes } from './participations/routes.ts'
import { FactStore } from './statistics/factStore.ts'
import { getNoise } from './statistics/noiseStore.ts'
import { LedgerCells } from './statistics/publication/ledgerCells.ts'
import { explainRoutes } from './statistics/explain/routes.ts'
import { savedRoutes } from './statistics/builder/saved/routes.ts'
import { glanceRoutes } from './statistics/glance/routes.ts'
import { caseMixRoutes } from './statistics/opendata/caseMix/routes.ts'
import { nationalMoneyRoutes } from './statistics/nationalMoney/routes.ts'
import { scenarioSheetRoutes } from './statistics/scenarioSheet/routes.ts'
import { OpenTables } from './statistics/opendata/openTables.ts'
import { openDataRoutes } from './statistics/opendata/routes.ts'
import { receivedRoutes } from './statistics/publication/received/routes.ts'
import { releaseRoutes } from './statistics/publication/release/routes.ts'
import { publicationRoutes } from './statistics/publication/routes.ts'
import { reportRoutes } from './statistics/reports/routes.ts'
import { reportingRoutes } from './statistics/reporting/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { effectRoutes } from './effects/routes.ts'
import { adoptionRoutes } from './adoption/routes.ts'
import { ownRegisterRoutes } from './effects/ownRegister/routes.ts'
import { registeredRoutes } from './effects/registered/routes.ts'
import { outcomeReportRoutes } from './effects/report/routes.ts'
import { esfFileRoutes } from './esf/routes.ts'
import { messages } from './messages.ts'
import { pagePreload } from './pagePreload.ts'
import { software } from './software.ts'

/** What a deployment is made of. */
export interface AppSettings {
  database: Database
  now: () => Date
  /** Whether this machine alone is answered; demo persons are offered then only. */
  loopback: boolean
  /** The sign-in service (OpenID Connect), where there is one. */
  provider?: ProviderConfig | undefined
  /** Key of 32 bytes for local accounts; without it there are none. */
  accountKey?: Buffer | undefined
  /** Where the controllers' own keys for personal numbers come from; without it there are none. */
  identityKeys?: KeySource | undefined
  /** Secret of the command line: lets a process on this machine that can read the data folder act as a named user. */
  terminalToken: string | undefined
  /** Addresses of the TLS proxy in front: what they say of the caller's address and encryption is believed. Nobody unless said. */
  trustProxy?: readonly string[] | undefined
  /** What kind of place this is; everything unless said. */
  node?: NodeKind
  /** Calls per minute before 429, by person; by address, for whoever has not signed in. An address may make fifty times as many. */
  callsPerMinute: number
  /** Calls for open data that an address may make in ten seconds; 300 unless said. */
  openCallsPerWindow?: number | undefined
  logging: boolean
  /** Whether e-mail leaves from here; no unless said. */
  sendsMail?: boolean
  /** Counts from 1 up to one less are never shown; 5 unless said. */
  threshold?: number
}

/** The application as a table of contents: security, then each slice's endpoints, then the web page. */
export async function buildApp(settings: AppSettings): Promise<FastifyInstance> {
  const proxies = settings.trustProxy ? [...settings.trustProxy] : false
  const app = Fastify({
    ...{ logger: settings.logging ? { level: 'warn' } : false, trustProxy: proxies },
    routerOptions: { ignoreTrailingSlash: true },
  })
  const { database, now } = settings
  const translate = { sv: translator(messages, 'sv'), en: translator(messages, 'en') }
  app.setErrorHandler(async (error: { code?: string; statusCode?: number }, request, reply) => {
    const refusal = frameworkRefusal(error)
    if (refusal.status >= 500) request.log.error(error)
    await reply.status(refusal.status).send({ error: describe(refusal, translate.sv) })
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurity },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: proxies ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  await app.register(rateLimit, {
    // A whole office may stand behind one address.
    max: 50 * settings.callsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !request.url.startsWith('/api/'),
  })
  const authenticate = authenticator(database, settings, now)
  const countCall = callLimit(app, settings.callsPerMinute)
  const server: Server = { app, database, authenticate, translate, now, countCall, strongAcr: settings.provider?.acr }
  const vault = settings.accountKey && openVault(settings.accountKey)
  signInRoutes(server, settings, vault)
  officeRoutes(server, vault)
  chainRoutes(server)
  associationRoutes(server)
  interventionRoutes(server)
  eventRoutes(server)
  fidelityRoutes(server)
  moneyRoutes(server)
  adoptionRoutes(server)
  if (holdsPersons(settings.node ?? 'all'))
    personRoutes(server, settings, vault, await getNoise(database, usualNoise(settings.threshold ?? 5), now()))
  else receivedRoutes(server, settings.loopback)
  releaseRoutes(server, settings.loopback)
  const tables = new OpenTables(database, settings.loopback)
  openDataRoutes(server, tables, { software, callsPerWindow: settings.openCallsPerWindow })
  glanceRoutes(server, tables)
  nationalMoneyRoutes(server, tables)
  applicationRoutes(server, tables)
  esfRoutes(server)
  needRoutes(server, tables)
  noticeRoutes(server)
  memberRoutes(server)
  digestRoutes(server, settings.sendsMail ?? false)
  scenarioSheetRoutes(server)
  caseMixRoutes(server, tables)
  await serveWeb(app)
  return app
}

/** The money between the members, and from the association to its interventions. */
function moneyRoutes(server: Server): void {
  contributionRoutes(server)
  scenarioRoutes(server)
  economyRoutes(server)
  budgetRoutes(server)
  grantRoutes(server)
  commissionRoutes(server)
  closingRoutes(server)
  allocationModelRoutes(server)
}

/** The first wall: what reads or writes records of persons, and what is counted from them, is mounted where they are held and nowhere else. */
function personRoutes(server: Server, settings: AppSettings, vault: Vault | undefined, noise: Noise): void {
  staffRoutes(server)
  staffAccountRoutes(server, vault)
  nominationRoutes(server)
  stewardLogRoutes(server)
  participationRoutes(server)
  registerRoutes(server)
  extractRoutes(server)
  operationsRoutes(server)
  handoverRoutes(server)
  exitPointRoutes(server)
  qualityRoutes(server)
  consentRoutes(server)
  anonymousRoutes(server)
  retentionRoutes(server)
  tierRoutes(server)
  const keys = settings.identityKeys ?? keySource({})
  identityRoutes(server, keys)
  exportRoutes(server, keys)
  const store = new FactStore(server.database, server.now)
  const { threshold } = noise.table
  const published = new LedgerCells()
  const answering = { store, noise, findPublished: (queries: Queries) => published.find(queries) }
  statisticsRoutes(server, answering)
  savedRoutes(server, answering)
  reportRoutes(server, answering)
  effectRoutes(server, answering)
  outcomeReportRoutes(server, answering, software)
  registeredRoutes(server)
  ownRegisterRoutes(server)
  esfFileRoutes(server, keys, answering)
  reportingRoutes(server, answering)
  publicationRoutes(server, { store, threshold, software })
  explainRoutes(server, { database: server.database, store, mayShowDemo: settings.loopback })
}

function signInRoutes(server: Server, { loopback, provider, node = 'all' }: AppSettings, vault: Vault | undefined): void {
  const deployment = { node, loopback, providerName: provider?.name, localAccounts: vault !== undefined }
  accessRoutes(server, deployment, vault)
  localRoutes(server, deployment, vault)
  providerRoutes(server, deployment, provider && openProvider(provider))
}

const self = ["'self'"]
const contentSecurity = {
  defaultSrc: self,
  imgSrc: ["'self'", 'blob:', 'data:'],
  styleSrc: self,
  scriptSrc: self,
  workerSrc: self,
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: self,
}

/** The built page; any address that is not a file or an endpoint is one of the page's own. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  const root = fileURLToPath(new URL('../dist', import.meta.url))
  const built = existsSync(root)
  const preloadOf = pagePreload(root)
  if (built)
    await app.register(files, { root, wildcard: false, preCompressed: true, immutable: true, maxAge: '1y', setHeaders: neverKeepIndex })
  app.setNotFoundHandler(async (request, reply) => {
    if (built && request.method === 'GET' && !request.url.startsWith('/api/')) {
      const preload = preloadOf(new URL(request.url, 'http://localhost').pathname)
      if (preload) void reply.header('link', preload)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
    }
    return reply.status(404).send({ error: { key: 'error.notFound', message: 'Det finns inte.', faults: [] } })
  })
}

function neverKeepIndex(reply: { header(name: string, value: string): unknown }, path: string): void {
  if (/\.(html|svg)(\.br|\.gz)?$/.test(path)) reply.header('cache-control', 'no-cache')
}
