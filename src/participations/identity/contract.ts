import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { freeText } from '../../values/freeText.ts'
import { RecordSummary } from '../register/contract.ts'
import { DecisionFields, RecordedDecision } from '../tiers/contract.ts'

const staff: Permission = { kind: 'roleAt', roles: ['caseworker', 'controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })
const oneRecord = controller.extend({ id: z.uuid() })
const runsAs = 'samlad_identity'

/** Why personal numbers may be stored, by which decision. */
export const IdentityBasis = DecisionFields.extend({ legalBasis: freeText(500).min(2, 'tiers.needed') })
export type IdentityBasis = z.infer<typeof IdentityBasis>

/** A change of key: how far it has come, or its receipt. */
const Rotation = z.object({
  id: z.uuid(),
  toKey: z.string(),
  rewritten: z.int(),
  startedAt: z.string(),
  startedBy: z.string(),
  finishedAt: z.string().nullable(),
})
export type Rotation = z.infer<typeof Rotation>

/** Where a controller stands with personal numbers (tier T2). */
export const IdentityTier = z.object({
  controller: z.object({ id: z.uuid(), name: z.string(), fictive: z.boolean() }),
  /** The embedded database is no wall: there it can never be opened. */
  possible: z.boolean(),
  registrationOpen: z.boolean(),
  open: IdentityBasis.extend({ openedAt: z.string() }).nullable(),
  key: z.object({ state: z.enum(['ready', 'notConfigured', 'missing', 'open', 'malformed', 'commandFailed']), id: z.string().nullable() }),
  stored: z.int(),
  /** Numbers still on an older key, and those of them on a key that the server does not have. */
  onOlderKeys: z.int(),
  unreadable: z.int(),
  hasDisposalDecision: z.boolean(),
  rotations: z.array(Rotation),
  decisions: z.array(RecordedDecision),
})
export type IdentityTier = z.infer<typeof IdentityTier>

const answer = { kind: 'json', schema: IdentityTier } as const

export const getIdentityTier = endpoint({
  name: 'getIdentityTier',
  method: 'GET',
  path: '/api/controllers/:controllerId/identity-tier',
  summary: 'Whether personal numbers may be stored, by which decision and with which key, and how many there are',
  permission: steward,
  audit: 'none',
  runsAs,
  params: controller,
  answer,
})

export const openIdentityTier = endpoint({
  name: 'openIdentityTier',
  method: 'PUT',
  path: '/api/controllers/:controllerId/identity-tier',
  summary: 'Open personal numbers (tier T2) by legal basis, decision and date; refused on the embedded database and without a key',
  permission: steward,
  audit: 'change',
  runsAs,
  params: controller,
  body: IdentityBasis,
  answer,
})

export const closeIdentityTier = endpoint({
  name: 'closeIdentityTier',
  method: 'POST',
  path: '/api/controllers/:controllerId/identity-tier/close',
  summary: 'Close personal numbers: none is entered or shown; they stay encrypted, or are removed under the decision on disposal',
  permission: steward,
  audit: 'change',
  runsAs,
  params: controller,
  body: DecisionFields.extend({ remove: z.boolean() }),
  answer,
})

export const rotateIdentityKey = endpoint({
  name: 'rotateIdentityKey',
  method: 'POST',
  path: '/api/controllers/:controllerId/identity-tier/rotation',
  summary: 'Encrypt a part of the numbers anew with the current key; called until none is left, and goes on where it stopped',
  permission: steward,
  audit: 'change',
  runsAs,
  params: controller,
  answer: { kind: 'json', schema: z.object({ rewritten: z.int(), left: z.int(), rotation: Rotation.nullable() }) },
})

const number = z.string().max(40)

export const setIdentity = endpoint({
  name: 'setIdentity',
  method: 'PUT',
  path: '/api/controllers/:controllerId/participations/:id/identity',
  summary: 'Store the personal number of a participation, or replace it',
  permission: staff,
  audit: 'change',
  runsAs,
  callsPerMinute: 60,
  params: oneRecord,
  /** What has been asked about protected identity: those who have it are never stored. */
  body: z.object({ personnummer: number, hasProtectedIdentity: z.boolean() }),
  answer: { kind: 'json', schema: z.object({ stored: z.boolean() }) },
})

export const showIdentity = endpoint({
  name: 'showIdentity',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations/:id/identity',
  summary: 'The personal number of a participation; an event of its own in the log',
  permission: staff,
  audit: 'personRead',
  runsAs,
  callsPerMinute: 60,
  params: oneRecord,
  answer: { kind: 'json', schema: z.object({ personnummer: z.string(), recordedAt: z.string(), recordedBy: z.string() }) },
})

export const removeIdentity = endpoint({
  name: 'removeIdentity',
  method: 'DELETE',
  path: '/api/controllers/:controllerId/participations/:id/identity',
  summary: 'Remove the personal number of a participation, which stays by its code',
  permission: staff,
  audit: 'change',
  runsAs,
  params: oneRecord,
  answer: { kind: 'json', schema: z.object({ stored: z.boolean() }) },
})

export const findByIdentity = endpoint({
  name: 'findByIdentity',
  method: 'POST',
  path: '/api/controllers/:controllerId/identities/search',
  summary: 'Own participations of whoever has a personal number; guessing is slowed down and stands in the log',
  permission: staff,
  audit: 'personRead',
  runsAs,
  callsPerMinute: 20,
  params: controller,
  body: z.object({ personnummer: number }),
  answer: { kind: 'json', schema: z.array(RecordSummary) },
})
