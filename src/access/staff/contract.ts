import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { Role } from '../../platform/role.ts'
import { civilDateSchema, stockholmDate } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'
import { looksLikePersonnummer } from '../../values/personnummer.ts'
import { Nomination } from '../nominations/contract.ts'
import { staffRoles } from './domain.ts'

/** One role of one person at the controller. */
export const StaffAssignment = z.object({
  id: z.uuid(),
  role: Role.schema,
  interventionName: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  standing: z.enum(['coming', 'current', 'ended']),
  reviewedOn: z.string().nullable(),
  /** The year has gone: the role is to be confirmed or ended. */
  due: z.boolean(),
})
export type StaffAssignment = z.infer<typeof StaffAssignment>

export const StaffMember = z.object({
  id: z.string(),
  name: z.string(),
  /** What the sign-in service calls the person; null for one who cannot sign in that way. */
  claimValue: z.string().nullable(),
  employedUntil: z.string().nullable(),
  assignments: z.array(StaffAssignment),
})
export type StaffMember = z.infer<typeof StaffMember>

export const Staff = z.object({
  people: z.array(StaffMember),
  interventions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Appointed, and waiting for the lead of the intervention. */
  waiting: z.array(Nomination),
  /** Links to an account that a system administrator has asked for, and that another steward is to confirm. */
  requests: z.array(
    z.object({ id: z.uuid(), person: z.object({ id: z.string(), name: z.string() }), askedBy: z.string(), askedAt: z.string() }),
  ),
})
export type Staff = z.infer<typeof Staff>

/** The id of a user: what stands in the log and what a local account signs in with. */
export const UserId = z
  .string()
  .regex(/^[a-z0-9.-]{2,60}$/, 'staff.badId')
  .refine((text) => !looksLikePersonnummer(text, stockholmDate(new Date())), 'error.personnummer')
/** A person's name, as colleagues know it. */
export const PersonName = freeText(100).min(2, 'staff.nameMissing')
/** What the sign-in service calls a person: never a personnummer, since it is kept in clear. */
export const ClaimValue = freeText(200).min(1)
const params = z.object({ controllerId: z.uuid() })
const change = {
  permission: { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' },
  audit: 'change',
  // Roles and users are kept out of reach for everybody who works with records.
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: Staff },
} as const

export const listStaff = endpoint({
  ...change,
  name: 'listStaff',
  method: 'GET',
  path: '/api/controllers/:controllerId/staff',
  summary: 'Who works for the controller, with roles, dates and what is due for review',
  audit: 'none',
  params,
})

export const Appointment = z.object({
  person: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), id: UserId }),
    z.object({
      kind: z.literal('new'),
      id: UserId,
      name: PersonName,
      claimValue: ClaimValue.nullable(),
    }),
  ]),
  role: z.enum(staffRoles),
  interventionIds: z.array(z.uuid()).min(1, 'staff.noIntervention').max(50),
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const appoint = endpoint({
  ...change,
  name: 'appoint',
  method: 'POST',
  path: '/api/controllers/:controllerId/staff',
  summary: 'Appoint somebody employed by the controller, known or new, as caseworker or lead of chosen interventions',
  params,
  body: Appointment,
})

export const changeAssignment = endpoint({
  ...change,
  name: 'changeAssignment',
  method: 'PUT',
  path: '/api/controllers/:controllerId/staff/assignments/:id',
  summary: 'Confirm an assignment in the yearly review, or end it',
  params: params.extend({ id: z.uuid() }),
  body: z.discriminatedUnion('change', [
    z.object({ change: z.literal('confirm') }),
    z.object({ change: z.literal('end'), lastDay: civilDateSchema }),
  ]),
})

export const endEmployment = endpoint({
  ...change,
  name: 'endEmployment',
  method: 'PUT',
  path: '/api/controllers/:controllerId/staff/people/:userId',
  summary: 'Set the last day of somebody’s employment: after it no role holds and nobody signs in; null takes it back',
  params: params.extend({ userId: UserId }),
  body: z.object({ employedUntil: civilDateSchema.nullable() }),
})
