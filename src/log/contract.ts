import { z } from 'zod'
import { endpoint, type Permission } from '../platform/endpoint.ts'
import { civilDateSchema } from '../values/civilDate.ts'
import { eventKinds } from './eventKind.ts'

const overseer: Permission = { kind: 'role', roles: ['systemAdministrator'] }
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const listAuditChains = endpoint({
  name: 'listAuditChains',
  method: 'GET',
  path: '/api/audit/chains',
  summary: 'The chains of the log, each with its last row; stands in the log, since it begins a check of it',
  permission: overseer,
  audit: 'personRead',
  answer: { kind: 'json', schema: z.array(z.object({ chain: z.string(), name: z.string().nullable(), seq: z.int(), hash })) },
})

export const listAuditLinks = endpoint({
  name: 'listAuditLinks',
  method: 'GET',
  path: '/api/audit/links',
  summary: 'Rows of a chain of the log as hashes, without what they say: as stored, and worked out anew',
  permission: overseer,
  audit: 'none',
  query: z.object({ chain: z.string().max(60), after: z.coerce.number().int().min(0) }),
  answer: {
    kind: 'json',
    schema: z.array(z.object({ seq: z.int(), at: z.string(), previous: hash, hash, seal: hash })),
  },
})

const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })

const filter = z.object({
  from: civilDateSchema,
  to: civilDateSchema,
  /** Whoever did it; everybody when null. */
  userId: z.string().max(60).nullable(),
  kind: z.enum(eventKinds).nullable(),
  /** A participant's code, in the body so that it never stands in an address. */
  code: z.string().max(40).nullable(),
})
export type LogFilter = z.infer<typeof filter>

const Staff = z.object({ id: z.string(), name: z.string() })

/** Something that was read, changed or refused, by whom and when. */
export const LogEvent = z.object({
  id: z.uuid(),
  at: z.string(),
  user: Staff.nullable(),
  /** In what capacity; empty for whoever held no role there, and in rows from before roles were kept. */
  roles: z.array(z.string()),
  endpoint: z.string(),
  kind: z.enum(eventKinds),
  status: z.int(),
  /**
   * The participations it was about, the first of `recordCount`: read, changed or asked for; those of the list for an import. Without a
   * code is what the controller has no participation for: asked for in vain, or removed since.
   */
  records: z.array(z.object({ id: z.uuid(), code: z.string().nullable() })),
  recordCount: z.int(),
  /** The list that it was about. */
  importId: z.uuid().nullable(),
})
export type LogEvent = z.infer<typeof LogEvent>

export const searchLog = endpoint({
  name: 'searchLog',
  method: 'POST',
  path: '/api/controllers/:controllerId/log/search',
  summary: 'Who read or changed what of the controller’s records, newest first; stands in the log itself',
  permission: steward,
  audit: 'personRead',
  params: controller,
  /** `before`: the event that those wanted are older than; each look is an event itself, so their places move. */
  body: filter.extend({ before: z.uuid().nullable() }),
  /** `total`: of the period; `hasMore`: older ones than these; `staff`: everybody with an event in the period. */
  answer: { kind: 'json', schema: z.object({ total: z.int(), rows: z.array(LogEvent), hasMore: z.boolean(), staff: z.array(Staff) }) },
})

export const getLogFile = endpoint({
  name: 'getLogFile',
  method: 'POST',
  path: '/api/controllers/:controllerId/log/file',
  summary: 'The same as a file, at most 100 000 events; stands in the log itself',
  permission: steward,
  audit: 'personRead',
  callsPerMinute: 10,
  params: controller,
  body: filter.extend({ format: z.enum(['csv', 'xlsx']) }),
  answer: { kind: 'file' },
})
