import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'

/** Whether, where and in which language somebody wants e-mail of what waits. */
export const Digest = z
  .object({
    /** Whether this installation sends e-mail at all. */
    available: z.boolean(),
    address: z.string().nullable(),
    language: z.enum(['sv', 'en']),
    /** No address; a code is on its way; a code has been sent and is waited for; e-mail is sent. */
    state: z.enum(['off', 'asked', 'codeSent', 'on']),
    fault: z.enum(['refused', 'unreachable']).nullable(),
    lastSentAt: z.string().nullable(),
  })
  .meta({ id: 'Digest' })
export type Digest = z.infer<typeof Digest>

const digest = { kind: 'json', schema: Digest } as const

export const DigestWish = z.object({ address: z.email('digest.noAddress').max(200, 'digest.noAddress'), language: z.enum(['sv', 'en']) })
export const DigestCode = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .refine((text) => /^\d{8}$/.test(text), 'digest.codeForm'),
})

export const getDigest = endpoint({
  name: 'getDigest',
  method: 'GET',
  path: '/api/me/digest',
  summary: 'Where one’s own e-mail of what waits goes, and whether the address is confirmed',
  permission: { kind: 'signedIn' },
  audit: 'none',
  runsAs: 'samlad_service',
  answer: digest,
})

export const wishDigest = endpoint({
  name: 'wishDigest',
  method: 'POST',
  path: '/api/me/digest',
  summary: 'Ask for e-mail of what waits: a code is sent to the address, and nothing else until it has come back',
  permission: { kind: 'signedIn' },
  audit: 'change',
  runsAs: 'samlad_service',
  body: DigestWish,
  answer: digest,
})

export const confirmDigest = endpoint({
  name: 'confirmDigest',
  method: 'POST',
  path: '/api/me/digest/code',
  summary: 'Give the code that came to the address; from then on e-mail is sent on working days when something new waits',
  permission: { kind: 'signedIn' },
  audit: 'change',
  runsAs: 'samlad_service',
  callsPerMinute: 20,
  body: DigestCode,
  answer: digest,
})

export const endDigest = endpoint({
  name: 'endDigest',
  method: 'DELETE',
  path: '/api/me/digest',
  summary: 'No e-mail any longer; the address is forgotten',
  permission: { kind: 'signedIn' },
  audit: 'change',
  runsAs: 'samlad_service',
  answer: digest,
})
