import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { civilDateSchema } from '../../values/civilDate.ts'

const staff: Permission = { kind: 'roleAt', roles: ['caseworker', 'controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })
const oneRecord = controller.extend({ id: z.uuid() })

/** Why a participation is stripped before its time. */
export const StripReason = z.enum(['withdrawal', 'objection', 'protectedIdentity'])
export type StripReason = z.infer<typeof StripReason>

/** What stripping a participation does, told before it is done. */
export const StripPreview = z.object({
  code: z.string(),
  interventionName: z.string(),
  versions: z.int(),
  contacts: z.int(),
  /** The years in which it is counted anonymously instead; none for what was registered in error. */
  years: z.array(z.int()),
  /** The controller's decision on disposal. Without one the participation is locked, and in no figure. */
  decision: z.string().nullable(),
  /** Whether a list with its row is recognised by the reference when it is read in again; without one the row would come back. */
  recognised: z.boolean(),
})
export type StripPreview = z.infer<typeof StripPreview>

export const previewStrip = endpoint({
  name: 'previewStrip',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations/:id/strip',
  summary: 'What withdrawal, objection or protected identity would do to a participation',
  permission: staff,
  audit: 'personRead',
  params: oneRecord,
  answer: { kind: 'json', schema: StripPreview },
})

export const stripParticipation = endpoint({
  name: 'stripParticipation',
  method: 'POST',
  path: '/api/controllers/:controllerId/participations/:id/strip',
  summary: 'Strip a participation to an anonymous count, or lock it while there is no decision on disposal',
  permission: staff,
  audit: 'change',
  params: oneRecord,
  body: z.object({ reason: StripReason }),
  answer: { kind: 'json', schema: z.object({ outcome: z.enum(['stripped', 'locked']) }) },
})

/** How long a controller keeps participations, and by which decision. */
export const Retention = z.object({
  decision: z.string().trim().min(2, 'retention.decisionNeeded').max(200),
  decisionDate: civilDateSchema,
  /** Months after the last planned follow-up of either clock; `null` = nothing goes by age. */
  months: z.int().min(0).max(240).nullable(),
})
export type Retention = z.infer<typeof Retention>

const perIntervention = z.array(z.object({ interventionId: z.uuid(), name: z.string(), n: z.int() }))
export const DisposalRun = z.object({
  id: z.uuid(),
  ranAt: z.string(),
  ranBy: z.string(),
  decision: z.string(),
  months: z.int().nullable(),
  counts: perIntervention,
})
export type DisposalRun = z.infer<typeof DisposalRun>

/** The page of retention: the rule, what would go today, what is locked, and what has gone. */
export const RetentionPicture = z.object({
  retention: Retention.nullable(),
  wouldGo: perIntervention,
  locked: perIntervention,
  runs: z.array(DisposalRun),
})
export type RetentionPicture = z.infer<typeof RetentionPicture>

export const getRetention = endpoint({
  name: 'getRetention',
  method: 'GET',
  path: '/api/controllers/:controllerId/retention',
  summary: 'The rule of disposal, what would go today by intervention, and receipts of earlier runs',
  permission: steward,
  audit: 'none',
  params: controller,
  answer: { kind: 'json', schema: RetentionPicture },
})

export const setRetention = endpoint({
  name: 'setRetention',
  method: 'PUT',
  path: '/api/controllers/:controllerId/retention',
  summary: 'Enter the decision on disposal and how long participations are kept',
  permission: steward,
  audit: 'change',
  params: controller,
  body: Retention,
  answer: { kind: 'json', schema: RetentionPicture },
})

export const runDisposal = endpoint({
  name: 'runDisposal',
  method: 'POST',
  path: '/api/controllers/:controllerId/retention/runs',
  summary: 'Strip what is past its time or locked, in one transaction, telling progress; leaving cancels and nothing is done',
  permission: steward,
  audit: 'change',
  params: controller,
  body: z.object({
    /** How many the person has been shown; another number and nothing is done. */
    expected: z.int().min(1),
  }),
  answer: { kind: 'stream', schema: z.object({ done: z.int(), of: z.int(), receipt: DisposalRun.optional() }) },
})
