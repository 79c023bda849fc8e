import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Locale } from '../values/codeList.ts'
import type { Translate } from '../values/catalogue.ts'
import { isPermitted, type Endpoint } from './endpoint.ts'
import { frameworkRefusal, Refusal, notFound } from './errors.ts'
import { asRefusal, describe } from './refusals.ts'
import { askedLocale, localeOf, readInput, refuseForeignOrigin, tenantOf } from './request.ts'
import { makeScope, type Principal, type Scope } from './scope.ts'
import { auditOf, writeRefusal, type AuditNotes } from './callAudit.ts'
import { endpointLimit, type CountCall } from './callLimit.ts'
import type { Database, Queries, WallRole } from './database.ts'

/** What the server gives every endpoint. */
export interface Server {
  app: FastifyInstance
  database: Database
  /**
   * Finds who is calling, from cookie or loopback token; `undefined` when nobody is signed in. With a reply to write to, the secret of the
   * session may be replaced.
   */
  authenticate(request: FastifyRequest, reply?: FastifyReply): Promise<Principal | undefined>
  translate: Record<Locale, Translate>
  now(): Date
  /** Counts a person's calls of everything together. */
  countCall: CountCall
  /** Ways of identification that open the records of a controller; any will do when none is named. */
  strongAcr?: readonly string[] | undefined
}

/** A file as an answer. */
export interface FileAnswer {
  fileName: string
  mediaType: string
  bytes: Uint8Array | Readable
  /** To be shown where it is asked for rather than saved. */
  inline?: true
}

/** What a handler gets: checked input, the scope, the transaction, the instant, and the asker's language. */
export interface Call<P, Q, B> extends AuditNotes {
  /** Has something done when the change is safe: work that goes on after the answer. It is not done when the change is not. */
  afterwards(work: () => void): void
  /** Counts tries that the body holds against the endpoint's limit; throws `Refusal` 429 with the key when there are too many. */
  countTries(times: number, key: string): Promise<void>
  params: P
  query: Q
  body: B
  scope: Scope
  queries: Queries
  now: Date
  locale: Locale
  t: Translate
  request: FastifyRequest
  reply: FastifyReply
}

/** Beside `Call`, for streams: `emit` sends one line, `signal` aborts when the asker leaves (the transaction is then rolled back). */
export interface StreamCall<P, Q, B, L> extends Call<P, Q, B> {
  emit(line: L): void
  signal: AbortSignal
}

type Out<T extends z.ZodType> = z.output<T>

/** Mounts an endpoint that answers with JSON. Validation, permission, transaction, audit and declared fields are taken care of here. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<P, Q, B, R>,
  handler: (call: Call<Out<P>, Out<Q>, Out<B>>) => Promise<z.input<R>>,
): void {
  mount(server, endpoint, (call, reply) => answerJson(server, endpoint, call, handler, reply))
}

async function answerJson(
  server: Server,
  endpoint: Endpoint,
  call: AnyCall,
  handler: (call: never) => Promise<unknown>,
  reply: FastifyReply,
): Promise<void> {
  const body = await transact(server, endpoint, call, handler)
  const answer = endpoint.answer
  if (answer.kind !== 'json') throw new Error(`${endpoint.name} does not answer with JSON`)
  await reply.send(answer.schema.parse(body) ?? null)
}

/**
 * Mounts an endpoint that answers with JSON after something slow: another machine is asked, or a password is tried. `prepare` does that
 * outside the transaction, and what it throws or has written stands; what it gives comes to the handler as `prepared`.
 */
export function serveAfter<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, Z>(
  server: Server,
  endpoint: Endpoint<P, Q, B, R>,
  prepare: (call: Omit<Call<Out<P>, Out<Q>, Out<B>>, 'queries' | keyof AuditNotes | 'afterwards'>) => Promise<Z>,
  handler: (call: Call<Out<P>, Out<Q>, Out<B>> & { prepared: Z }) => Promise<z.input<R>>,
): void {
  mount(server, endpoint, async ({ session, ...call }, reply) => {
    const prepared = await prepare(call)
    await answerJson(server, endpoint, { ...call, session, prepared } as AnyCall, handler as never, reply)
  })
}

/** Mounts an endpoint that answers with a file. */
export function serveFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<P, Q, B, z.ZodUndefined>,
  handler: (call: Call<Out<P>, Out<Q>, Out<B>>) => Promise<FileAnswer>,
): void {
  mount(server, endpoint, async (call, reply) => {
    const file = await transact(server, endpoint, call, handler)
    await reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .send(file.bytes instanceof Readable ? file.bytes : Buffer.from(file.bytes))
  })
}

/**
 * Mounts an endpoint that answers with lines of JSON as the work goes on. What the handler gives back is the last line, sent only
 * when the transaction is safe; an error after the first line is the last line instead.
 */
export function serveStream<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, L extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<P, Q, B, L>,
  handler: (call: StreamCall<Out<P>, Out<Q>, Out<B>, z.input<L>>) => Promise<z.input<L>>,
): void {
  mount(server, endpoint, async (call, reply) => {
    const leaving = new AbortController()
    reply.raw.on('close', () => leaving.abort())
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
    const emit = (line: unknown): void => void reply.raw.write(`${JSON.stringify(line)}\n`)
    try {
      emit(await transact(server, endpoint, call, (inner: object) => handler({ ...inner, emit, signal: leaving.signal } as never)))
    } catch (error) {
      const refusal = asRefusal(error, call.request)
      await writeRefusal(server, endpoint, call.request, call.now, refusal)
      emit({ error: describe(refusal, call.t) })
    }
    reply.raw.end()
  })
}

/** A call with the session's secret, which the handler never sees. */
type AnyCall = Call<never, never, never> & { session: string | undefined }

function mount(server: Server, endpoint: Endpoint, answer: (call: AnyCall, reply: FastifyReply) => Promise<void>): void {
  const limit = endpointLimit(server.app, endpoint)
  server.app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.bodyLimit ?? 1_048_576,
    errorHandler: (error, request, reply) => refuseEarly(server, endpoint, error, request, reply),
    handler: async (request, reply) => {
      const locale = localeOf(request)
      // What a person may see is kept by no browser and no proxy.
      if (endpoint.permission.kind !== 'public') void reply.header('cache-control', 'no-store')
      const partial = { locale, t: server.translate[locale], now: server.now(), request, reply }
      try {
        // A stream writes its own head, without cookies.
        const principal = await server.authenticate(request, endpoint.answer.kind === 'stream' ? undefined : reply)
        await server.countCall(request, principal)
        if (!endpoint.open) refuseForeignOrigin(request)
        const scope = permit(endpoint, principal, request)
        refuseWeak(server, endpoint, principal)
        const input = readInput(endpoint, request)
        await limit.begin(request, principal, input.body)
        const countTries = (times: number, key: string): Promise<void> => limit.more(request, principal, times, key)
        const call = { ...partial, countTries, ...scope, session: principal?.session, ...input } as AnyCall
        await answer(call, reply)
      } catch (error) {
        const refusal = asRefusal(error, request)
        if (!isFlood(refusal)) await writeRefusal(server, endpoint, request, partial.now, refusal)
        await sendRefusal(server, endpoint, reply, refusal, server.translate[endpoint.open ? askedLocale(request) : locale])
      }
      return reply
    },
  })
}

/** A body too large, or that cannot be read, is stopped before the handler and stands in the log like other refusals; a flood of calls does not. */
async function refuseEarly(
  server: Server,
  endpoint: Endpoint,
  error: { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const refusal = frameworkRefusal(error)
  if (refusal.status >= 500) request.log.error(error)
  if (!isFlood(refusal)) await writeRefusal(server, endpoint, request, server.now(), refusal)
  await sendRefusal(server, endpoint, reply, refusal, server.translate[endpoint.open ? askedLocale(request) : localeOf(request)])
}

/** Calls beyond the limit: rows of the log stay for good, and anybody could fill it with them. Those up to the limit stand in it. */
const isFlood = ({ key }: Refusal): boolean => key === 'error.tooMany'

/** What went wrong, in words; open data tell it as problem details (RFC 9457), with the title that their clients know. */
async function sendRefusal(server: Server, { open }: Endpoint, reply: FastifyReply, refusal: Refusal, t: Translate): Promise<void> {
  const { status, key, args } = refusal
  if (status === 429) void reply.header('retry-after', args.seconds ?? 60)
  const error = describe(refusal, t)
  if (!open) return void (await reply.status(status).send({ error }))
  // Problem details have no place for faults: what is wrong with which part is told after what happened.
  const detail = [error.message, ...error.faults.map(({ where, message }) => `${where}: ${message}`)].join(' ')
  const problem = { type: 'about:blank', title: refusal.title ?? server.translate.en(key, args), status, detail }
  await reply.status(status).header('content-type', 'application/problem+json').send(problem)
}

function permit(endpoint: Endpoint, principal: Principal | undefined, request: FastifyRequest): { scope: Scope } {
  const tenant = tenantOf(endpoint, request)
  if (isPermitted(endpoint.permission, principal?.assignments, tenant)) {
    return { scope: makeScope(principal ?? { userId: '', userName: '', assignments: [], session: '' }) }
  }
  if (!principal) throw new Refusal(401, 'error.signIn')
  // A foreign tenant's id answers exactly like an id that does not exist.
  throw endpoint.permission.kind === 'roleAt' ? notFound() : new Refusal(403, 'error.forbidden')
}

/**
 * Records of persons may demand that the person behind the call is known more surely than other pages do: so does all at a controller, but what
 * a member does itself, whose role has no right to anything about participants.
 */
function refuseWeak({ strongAcr = [] }: Server, { permission, runsAs }: Endpoint, principal: Principal | undefined): void {
  if (strongAcr.length === 0 || permission.kind !== 'roleAt' || permission.place !== 'controllerId' || runsAs === 'samlad_member') return
  if (!strongAcr.includes(principal?.acr ?? '')) throw new Refusal(403, 'access.stepUp')
}

/**
 * Runs the handler in one transaction behind the second wall; the audit row of a change or of a read of persons is written in it, before
 * anything is sent. Figures are read as a role that may write nothing, and a snapshot does not see where the log has come: their row
 * follows in a transaction of its own, still before.
 */
async function transact<T>(
  server: Server,
  endpoint: Endpoint,
  { session, ...call }: AnyCall,
  handler: (call: never) => Promise<T>,
): Promise<T> {
  const { database } = server
  const role = wallRoleOf(endpoint)
  const { notes, write } = auditOf(endpoint, { request: call.request, now: call.now, scope: call.scope })
  // Open data are held in memory: whoever answers asks the database by itself, and seldom.
  if (endpoint.open) return handler({ ...call, ...notes, afterwards: () => undefined } as never)
  const isApart = role === 'samlad_statistics' || endpoint.snapshot === true
  const later: (() => void)[] = []
  const afterwards = (work: () => void): void => void later.push(work)
  const work = async (queries: Queries): Promise<T> => {
    const made = await handler({ ...call, ...notes, afterwards, queries } as never)
    if (!isApart) await write?.(queries)
    return made
  }
  const result = await database.as(role, session, work, endpoint.snapshot)
  if (isApart && write) await database.as('samlad_service', undefined, write)
  for (const work of later) work()
  return result
}

/** Staff of a controller work among its records, everybody else among registers and their own association's books. */
function wallRoleOf({ runsAs, permission }: Endpoint): WallRole {
  return runsAs ?? (permission.kind === 'roleAt' && permission.place === 'controllerId' ? 'samlad_staff' : 'samlad_office')
}
