import type { FastifyRequest } from 'fastify'
import { writeAudit, type AuditEntry } from './audit.ts'
import type { Database, Queries } from './database.ts'
import type { Endpoint } from './endpoint.ts'
import type { Refusal } from './errors.ts'
import { recordOf, tenantOf } from './request.ts'
import type { Assignment } from './role.ts'
import type { Principal, Scope } from './scope.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a handler adds to the audit row of its call. */
export interface AuditNotes {
  /** Has the row say what the call was about. Never a name, nor a code or a value of anybody's. */
  says(subject: string): void
  /** Has the row name the records that were read or changed, by their internal ids. */
  concerns(...records: string[]): void
  /** Has the row stand in the logs of controllers too, for their stewards to see; for what is done elsewhere and touches them. */
  alsoAt(...controllerIds: string[]): void
  /** Has the row stand as somebody's: of a call by which a person signs in, and that nobody had signed in for. */
  doneBy(userId: string): void
}

/** Gathers what a handler notes, and writes the row of a call that succeeded. */
export function auditOf(endpoint: Endpoint, call: { request: FastifyRequest; now: Date; scope: Scope }) {
  const { audit } = endpoint
  let subject: string | undefined
  const records: string[] = []
  const controllers: string[] = []
  let userId = call.scope.userId
  const refuse = (): never => {
    throw new Error(`${endpoint.name} leaves no audit row`)
  }
  if (audit === 'none') return { notes: { says: refuse, concerns: refuse, alsoAt: refuse, doneBy: refuse }, write: undefined }
  const notes: AuditNotes = {
    says: (about) => void (subject = about),
    concerns: (...ids) => void records.push(...ids),
    alsoAt: (...ids) => void controllers.push(...ids),
    doneBy: (person) => void (userId = person),
  }
  const write = async (queries: Queries): Promise<void> => {
    const place = placeOf(endpoint, call.request, true)
    const entry: AuditEntry = {
      at: call.now.toISOString(),
      userId: userId || null,
      roles: rolesOf(endpoint, call.scope.assignments, tenantOf(endpoint, call.request)),
      endpoint: endpoint.name,
      kind: audit,
      status: 200,
      subject,
      records: records.length > 0 ? records : undefined,
    }
    await writeAudit(queries, { ...entry, ...place })
    for (const controllerId of new Set(controllers))
      if (controllerId !== place.controllerId) await writeAudit(queries, { ...entry, controllerId })
  }
  return { notes, write }
}

/**
 * Writes that a call was refused, and which participation it asked for, in a transaction of its own: the refused one is gone. Endpoints
 * that are not audited stay so.
 */
export async function writeRefusal(
  server: { database: Database; authenticate(request: FastifyRequest): Promise<Principal | undefined> },
  endpoint: Endpoint,
  request: FastifyRequest,
  now: Date,
  refusal: Refusal,
): Promise<void> {
  if (endpoint.audit === 'none') return
  const principal = await server.authenticate(request).catch(() => undefined)
  // A refused call may name anything as its place and its record; the log keeps what has the form of one.
  const place = placeOf(endpoint, request, UUID.test(tenantOf(endpoint, request) ?? ''))
  const record = recordOf(endpoint, request)
  const entry: AuditEntry = {
    ...place,
    at: now.toISOString(),
    userId: principal?.userId ?? null,
    roles: [...new Set(principal?.assignments.map(({ role }) => role))],
    endpoint: endpoint.name,
    kind: 'refused',
    status: refusal.status,
    subject: refusal.subject,
    records: UUID.test(record ?? '') ? [record!] : undefined,
  }
  await server.database.as('samlad_service', undefined, (queries) => writeAudit(queries, entry))
}

/** The roles by which a call was let in: those that the endpoint asks for, held at its place. */
function rolesOf({ permission }: Endpoint, assignments: readonly Assignment[], tenant: string | undefined): string[] {
  if (permission.kind !== 'role' && permission.kind !== 'roleAt') return []
  const held = assignments.filter((one) => permission.roles.includes(one.role))
  const there = permission.kind === 'roleAt' ? held.filter((one) => one[permission.place] === tenant) : held
  return [...new Set(there.map(({ role }) => role))]
}

function placeOf(endpoint: Endpoint, request: FastifyRequest, known: boolean): Pick<AuditEntry, 'controllerId' | 'associationId'> {
  if (endpoint.permission.kind !== 'roleAt' || !known) return {}
  return { [endpoint.permission.place]: tenantOf(endpoint, request) }
}
