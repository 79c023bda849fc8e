import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

/** What a receiver's own checks found, and what came in. */
export const Received = z.object({
  id: z.uuid(),
  number: z.int(),
  sha256: z.string(),
  files: z.int(),
  cells: z.int(),
  hidden: z.int(),
  sums: z.int(),
  /** It was here already, byte for byte: nothing has changed. */
  isKnown: z.boolean(),
})
export type Received = z.infer<typeof Received>

/** Who reads in releases: whoever speaks for the place. */
export const receivers = ['associationAdmin', 'nationalAnalyst', 'publisher'] as const

/** The largest file of a release, in bytes. */
export const largestRelease = 16 * 1024 * 1024

export const receiveRelease = endpoint({
  name: 'receiveRelease',
  method: 'POST',
  path: '/api/releases',
  summary: 'Read in a release that came out on another node: checked against its hashes and its own policy first',
  permission: { kind: 'role', roles: receivers },
  audit: 'change',
  onlyWithoutPersons: true,
  bodyLimit: 24 * 1024 * 1024,
  callsPerMinute: 30,
  body: z.object({ zip: z.base64().max(Math.ceil(largestRelease / 3) * 4) }),
  answer: { kind: 'json', schema: Received },
})
