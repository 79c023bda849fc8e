import { z } from 'zod'
import { endpoint, type Permission } from '../platform/endpoint.ts'

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
