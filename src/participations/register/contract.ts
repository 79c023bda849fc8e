import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { civilDateSchema } from '../../values/civilDate.ts'
import { monthSchema } from '../../values/month.ts'
import { Participation } from '../domain.ts'
import { Contact, ContactFields, State } from './contact.ts'

/** Staff of the controller whose record it is. */
export const staff: Permission = {
  kind: 'roleAt',
  roles: ['caseworker', 'controllerAdmin'],
  place: 'controllerId',
  at: 'params.controllerId',
}
const controller = z.object({ controllerId: z.uuid() })
/** Address of one participation. */
export const oneRecord = controller.extend({ id: z.uuid() })

const FollowUp = z.object({
  points: z.array(z.object({ clock: z.enum(['entry', 'exit']), months: z.int() })),
  due: civilDateSchema,
  from: civilDateSchema,
  until: civilDateSchema,
  state: z.enum(['coming', 'open', 'missed', 'done']),
  tries: z.int(),
})
const ToDo = z.object({
  kind: z.enum(['ground', 'exit', 'complete', 'followUp']),
  by: civilDateSchema,
  fields: z.array(z.string()).optional(),
  followUp: FollowUp.optional(),
})
export type ToDoView = z.infer<typeof ToDo>

const summary = {
  id: z.uuid(),
  code: z.string(),
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  entryDate: civilDateSchema,
  exitDate: civilDateSchema.nullable(),
  /** Without a ground the registration is a draft: in no figure, and removed after 30 days. */
  draft: z.boolean(),
}

/** A participation in a list. */
export const RecordSummary = z.object(summary)
export type RecordSummary = z.infer<typeof RecordSummary>

/** A participation with all that is known about it, for staff of its controller. */
export const ParticipationRecord = z.object({
  ...summary,
  version: z.int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  participation: Participation,
  contacts: z.array(Contact),
  followUps: z.array(FollowUp),
  toDo: z.array(ToDo),
  intervals: z.array(
    State.extend({
      from: civilDateSchema,
      to: civilDateSchema.nullable(),
      source: z.enum(['entry', 'exit', 'ownContact', 'register', 'unknown']),
    }),
  ),
  knownUntil: civilDateSchema,
  /** Other participations of the same person at the controller. */
  others: z.array(RecordSummary),
  /** Whether personal numbers may be shown at the controller, and whether one is stored; never the number. */
  identity: z.object({ open: z.boolean(), stored: z.boolean() }),
})
export type ParticipationRecord = z.infer<typeof ParticipationRecord>

/** One version of a record: what it said, from when, by whom. */
export const RecordVersion = z.object({
  version: z.int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  imported: z.boolean(),
  participation: Participation,
})
export type RecordVersion = z.infer<typeof RecordVersion>

const record = { kind: 'json', schema: ParticipationRecord } as const

/** How many of a list come before the page. */
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)

export const listParticipations = endpoint({
  name: 'listParticipations',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations',
  summary: 'Participations in own interventions, newest entry first',
  permission: staff,
  audit: 'personRead',
  params: controller,
  query: z.object({
    intervention: z.uuid().optional(),
    month: monthSchema.optional(),
    state: z.enum(['all', 'running', 'ended', 'draft']).default('all'),
    offset,
  }),
  answer: { kind: 'json', schema: z.object({ total: z.int(), rows: z.array(RecordSummary) }) },
})

export const listToDo = endpoint({
  name: 'listToDo',
  method: 'GET',
  path: '/api/controllers/:controllerId/to-do',
  summary: 'What remains to be done in own interventions, most urgent first: grounds, exits, follow-ups, incomplete entries',
  permission: staff,
  audit: 'personRead',
  params: controller,
  query: z.object({ offset }),
  answer: {
    kind: 'json',
    schema: z.object({ total: z.int(), rows: z.array(z.object({ record: RecordSummary, toDo: ToDo })) }),
  },
})

export const findByCode = endpoint({
  name: 'findByCode',
  method: 'POST',
  path: '/api/controllers/:controllerId/participations/search',
  summary: 'Find a participation by its code; guessing is slowed down and stands in the log',
  permission: staff,
  audit: 'personRead',
  callsPerMinute: 20,
  countsWith: 'codes',
  params: controller,
  body: z.object({ code: z.string().max(40) }),
  answer: { kind: 'json', schema: RecordSummary },
})

export const registerParticipation = endpoint({
  name: 'registerParticipation',
  method: 'POST',
  path: '/api/controllers/:controllerId/participations',
  summary: 'Register a participation; gives it its code',
  permission: staff,
  audit: 'change',
  // Naming a code tells whether it exists, as a search does.
  callsPerMinute: 20,
  countsWith: 'codes',
  limits: (body) => (body as { samePersonAs: string | null }).samePersonAs !== null,
  params: controller,
  body: z.object({
    interventionId: z.uuid(),
    participation: Participation,
    /** Made by the form: a registration that is sent again, because the answer never came, is the same registration. */
    id: z.uuid().optional(),
    /** A code the person already has at the controller. */
    samePersonAs: z.string().max(40).nullable(),
  }),
  answer: record,
})

export const getParticipation = endpoint({
  name: 'getParticipation',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations/:id',
  summary: 'One participation with follow-ups and what remains to be done',
  permission: staff,
  audit: 'personRead',
  params: oneRecord,
  answer: record,
})

export const changeParticipation = endpoint({
  name: 'changeParticipation',
  method: 'PUT',
  path: '/api/controllers/:controllerId/participations/:id',
  summary: 'Exit, complete or correct a participation, as a new version; refused when somebody else changed it meanwhile',
  permission: staff,
  audit: 'change',
  params: oneRecord,
  body: z.object({ version: z.int(), participation: Participation }),
  answer: record,
})

export const listVersions = endpoint({
  name: 'listVersions',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations/:id/versions',
  summary: 'Every version of a participation, newest first',
  permission: staff,
  audit: 'personRead',
  params: oneRecord,
  answer: { kind: 'json', schema: z.array(RecordVersion) },
})

export const recordContact = endpoint({
  name: 'recordContact',
  method: 'POST',
  path: '/api/controllers/:controllerId/participations/:id/contacts',
  summary: 'Record a follow-up, or an attempt that reached nobody',
  permission: staff,
  audit: 'change',
  params: oneRecord,
  /** `id` is made by the form: a follow-up that is sent again, because the answer never came, is the same follow-up. */
  body: ContactFields.extend({ id: z.uuid().optional() }),
  answer: record,
})

export const changeContact = endpoint({
  name: 'changeContact',
  method: 'PUT',
  path: '/api/controllers/:controllerId/participations/:id/contacts/:contactId',
  summary: 'Correct a follow-up, or withdraw one that was recorded in error, as a new version',
  permission: staff,
  audit: 'change',
  params: oneRecord.extend({ contactId: z.uuid() }),
  body: ContactFields.extend({ version: z.int(), withdrawn: z.boolean() }),
  answer: record,
})
