import type { z } from 'zod'
import type { Assignment, Role } from './role.ts'

/** Where in the request the id of the tenant stands, for permissions that hold in one place only. */
export type IdSource = `params.${string}` | `query.${string}` | `body.${string}`

/** Who may call an endpoint. There is no default: a contract without a permission does not compile. */
export type Permission =
  | { kind: 'public' }
  | { kind: 'signedIn' }
  | { kind: 'role'; roles: readonly Role[] }
  | { kind: 'roleAt'; roles: readonly Role[]; place: 'controllerId' | 'associationId'; at: IdSource }

/** Whoever has one of the roles at the association in the address (`:associationId`). */
export const atAssociation = (roles: readonly Role[]): Permission => ({
  ...{ kind: 'roleAt', roles, place: 'associationId', at: 'params.associationId' },
})

/** What the call leaves in the audit log: a change, a read of person data, or nothing (published data and registers only). */
export type Audit = 'change' | 'personRead' | 'none'

/** What comes back: JSON by a schema, a file, or a stream of JSON lines by a schema (long work with progress). */
export type Answer<R extends z.ZodType> = { kind: 'json'; schema: R } | { kind: 'file' } | { kind: 'stream'; schema: R }

export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: `/api/${string}`
  summary: string
  permission: Permission
  audit: Audit
  /** The role of the second wall, where it does not follow from the permission: sign-in, personal numbers, publications, figures made of all facts, and what a member does with its associations. */
  runsAs?: 'samlad_service' | 'samlad_identity' | 'samlad_statistics' | 'samlad_publication' | 'samlad_member'
  /** Mounted only where no records of persons are held; all others of its kind are mounted everywhere or where they are. */
  onlyWithoutPersons?: true
  /** Everything is read as it stood at one moment, however long it takes; such an endpoint changes nothing. */
  snapshot?: true
  params?: P
  query?: Q
  body?: B
  /** Calls a minute that one person may make, where that is fewer than for all endpoints together. */
  callsPerMinute?: number
  /** Endpoints of the same name here count a person's calls together. */
  countsWith?: 'codes'
  /** Which of its calls the limit counts, by their body; all unless said. The handler may count more. */
  limits?(body: unknown): boolean
  /** Largest body in bytes; 1 MB unless said. */
  bodyLimit?: number
  /** Open data: programs and pages of any site may ask, without a header of ours; what is wrong is told as problem details (RFC 9457). No transaction is opened for it. */
  open?: true
  answer: Answer<R>
}

/** Declares an endpoint as data. Handlers, client, OpenAPI and the access table are all made from it. */
export function endpoint<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition
}

/** Whether somebody with these assignments may call, given the id that stands at `permission.at`. `undefined` = not signed in. */
export function isPermitted(permission: Permission, assignments: readonly Assignment[] | undefined, tenantId: string | undefined): boolean {
  if (permission.kind === 'public') return true
  if (!assignments) return false
  if (permission.kind === 'signedIn') return true
  if (permission.kind === 'role') return assignments.some((one) => permission.roles.includes(one.role))
  if (tenantId === undefined) return false
  return assignments.some((one) => permission.roles.includes(one.role) && one[permission.place] === tenantId)
}
