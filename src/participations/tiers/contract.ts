import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { civilDateSchema } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'

const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })
const needed = (most: number) => freeText(most).min(2, 'tiers.needed')

/** A decision: what it is called and when it was made. */
export const DecisionFields = z.object({ decisionReference: needed(200), decisionDate: civilDateSchema })
export type DecisionFields = z.infer<typeof DecisionFields>

/** What a controller records to open registration of participations (tier T1). */
export const RegistrationBasis = DecisionFields.extend({
  ground: z.enum(['consent', 'publicInterest']),
  /** Article 6 of the GDPR. */
  legalBasis: needed(500),
  /** The exception of article 9 for data on health. */
  specialBasis: needed(500),
  /** The controller's own register law, or that there is none. */
  registerLaw: needed(500),
  dpiaReference: needed(200),
  processorAgreement: needed(200),
})
export type RegistrationBasis = z.infer<typeof RegistrationBasis>

/** A decision that was recorded, for the history. */
export const RecordedDecision = z.object({
  id: z.uuid(),
  tier: z.enum(['registration', 'identity']),
  act: z.enum(['opened', 'changed', 'closed']),
  decisionReference: z.string(),
  decisionDate: civilDateSchema,
  legalBasis: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
})
export type RecordedDecision = z.infer<typeof RecordedDecision>

/** Where a controller stands: whether and why registration is open, what it holds, and what has been decided. */
export const Registration = z.object({
  controller: z.object({ id: z.uuid(), name: z.string(), fictive: z.boolean() }),
  state: z.enum(['never', 'open', 'closed']),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** What was recorded when it was opened; the two latter may be missing in what was opened before they were asked for. */
  basis: RegistrationBasis.extend({ specialBasis: z.string().nullable(), registerLaw: z.string().nullable() }).nullable(),
  /** What closing leaves in place, as numbers. */
  held: z.object({ participations: z.int(), running: z.int(), identities: z.int(), unfinishedImports: z.int() }),
  decisions: z.array(RecordedDecision),
})
export type Registration = z.infer<typeof Registration>

/** Whether staff may register, since when not, and who at the controller can open. */
export const Standing = z.object({
  controller: z.string(),
  state: z.enum(['never', 'open', 'closed']),
  closedOn: civilDateSchema.nullable(),
  stewards: z.array(z.string()),
})
export type Standing = z.infer<typeof Standing>

export const getStanding = endpoint({
  name: 'getStanding',
  method: 'GET',
  path: '/api/controllers/:controllerId/standing',
  summary: 'Whether participations may be registered at the controller, and its data stewards',
  permission: { kind: 'roleAt', roles: ['caseworker', 'controllerAdmin'], place: 'controllerId', at: 'params.controllerId' },
  audit: 'none',
  params: controller,
  answer: { kind: 'json', schema: Standing },
})

const answer = { kind: 'json', schema: Registration } as const

export const getRegistration = endpoint({
  name: 'getRegistration',
  method: 'GET',
  path: '/api/controllers/:controllerId/registration',
  summary: 'Whether registration of participations is open, by which decision, and what closing would leave in place',
  permission: steward,
  audit: 'none',
  params: controller,
  answer,
})

export const openRegistration = endpoint({
  name: 'openRegistration',
  method: 'PUT',
  path: '/api/controllers/:controllerId/registration',
  summary: 'Open registration of participations (tier T1) by a decision, or record a new decision for it',
  permission: steward,
  audit: 'change',
  params: controller,
  body: RegistrationBasis,
  answer,
})

export const closeRegistration = endpoint({
  name: 'closeRegistration',
  method: 'POST',
  path: '/api/controllers/:controllerId/registration/close',
  summary: 'Close registration: nothing new comes in, nothing is removed; personal numbers are closed with it',
  permission: steward,
  audit: 'change',
  params: controller,
  body: DecisionFields,
  answer,
})
