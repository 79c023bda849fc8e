import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { civilDateSchema } from '../../values/civilDate.ts'
import { PerhapsLink } from '../local/contract.ts'
import { ClaimValue, PersonName, UserId } from '../staff/contract.ts'
import { officeRoleCodes } from './domain.ts'

const Place = z.object({ id: z.uuid(), name: z.string() })

/** Somebody who holds or lately held a role of an office, or has none yet. */
export const OfficePerson = z.object({
  id: z.string(),
  name: z.string(),
  claimValue: z.string().nullable(),
  employer: Place.nullable(),
  employedUntil: z.string().nullable(),
  roles: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(officeRoleCodes),
      placeName: z.string().nullable(),
      from: z.string(),
      to: z.string().nullable(),
      standing: z.enum(['coming', 'current', 'ended']),
      reviewedOn: z.string().nullable(),
      /** A year has gone: the role is to be confirmed or ended, by another administrator than who holds it. */
      due: z.boolean(),
    }),
  ),
  /** Links to an account that somebody has asked for, and that wait for a second person. */
  requests: z.array(
    z.object({
      id: z.uuid(),
      placeName: z.string().nullable(),
      askedBy: z.object({ id: z.string(), name: z.string() }),
      askedAt: z.string(),
      /** A system administrator is to confirm; else another steward of the member. */
      byOffice: z.boolean(),
    }),
  ),
})
export type OfficePerson = z.infer<typeof OfficePerson>

const administration = {
  permission: { kind: 'role', roles: ['systemAdministrator'] },
  audit: 'change',
  // Roles and users are kept out of reach for everybody else.
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: z.array(OfficePerson) },
} as const

export const listOfficeRoles = endpoint({
  ...administration,
  name: 'listOfficeRoles',
  method: 'GET',
  path: '/api/administration/roles',
  summary: 'Who holds the roles of offices, members and the nation; not who works with records',
  audit: 'none',
})

const employer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('association'), id: z.uuid() }),
  z.object({ kind: z.literal('organisation'), id: z.uuid() }),
  z.object({ kind: z.literal('none') }),
])

export const Grant = z.object({
  person: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), id: UserId }),
    z.object({
      kind: z.literal('new'),
      id: UserId,
      name: PersonName,
      claimValue: ClaimValue.nullable(),
      employer,
    }),
  ]),
  role: z.enum(officeRoleCodes),
  /** The association or the member where the role is held; `null` for those that are held nowhere in particular. */
  placeId: z.uuid().nullable(),
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
})
export type Grant = z.infer<typeof Grant>

export const grantRole = endpoint({
  ...administration,
  name: 'grantRole',
  method: 'POST',
  path: '/api/administration/roles',
  summary: 'Give somebody, known or new, a role at an association, a member or the nation; roles that must not meet are refused',
  body: Grant,
})

export const endRole = endpoint({
  ...administration,
  name: 'endRole',
  method: 'PUT',
  path: '/api/administration/roles/:id',
  summary: 'End a role, today or later; one’s own is for somebody else to end',
  params: z.object({ id: z.uuid() }),
  body: z.object({ lastDay: civilDateSchema }),
})

export const confirmRole = endpoint({
  ...administration,
  name: 'confirmRole',
  method: 'POST',
  path: '/api/administration/roles/:id/review',
  summary: 'Confirm a role in the yearly review; one’s own is for somebody else to confirm',
  params: z.object({ id: z.uuid() }),
})

export const makeOfficeLink = endpoint({
  ...administration,
  name: 'makeOfficeLink',
  method: 'POST',
  path: '/api/administration/people/:userId/account-link',
  summary:
    'A one-time link, good for three days, with which somebody who holds such a role makes a local account; asked for only, when the person can sign in already or holds a role at a member',
  params: z.object({ userId: UserId }),
  answer: { kind: 'json', schema: PerhapsLink },
})

export const confirmOfficeLink = endpoint({
  ...administration,
  name: 'confirmOfficeLink',
  method: 'POST',
  path: '/api/administration/account-requests/:id',
  summary:
    'Confirm, as the second system administrator, a link that another has asked for, where no steward is to; whoever confirms hands it over',
  params: z.object({ id: z.uuid() }),
  answer: { kind: 'json', schema: PerhapsLink },
})
