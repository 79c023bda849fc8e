import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { EventFields, InterventionEvent } from './domain.ts'

const place = z.object({ associationId: z.uuid(), id: z.uuid() })
const events = { kind: 'json', schema: z.array(InterventionEvent) } as const

export const listEvents = endpoint({
  name: 'listEvents',
  method: 'GET',
  path: '/api/associations/:associationId/interventions/:id/events',
  summary: 'Events of a structural intervention, latest first',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: events,
})

export const recordEvent = endpoint({
  name: 'recordEvent',
  method: 'POST',
  path: '/api/associations/:associationId/interventions/:id/events',
  summary: 'Record an event of a structural intervention: days, how many took part, from which parties',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: EventFields.extend({ id: z.uuid().optional() }),
  answer: events,
})

export const changeEvent = endpoint({
  name: 'changeEvent',
  method: 'PUT',
  path: '/api/associations/:associationId/interventions/:id/events/:eventId',
  summary: 'Correct an event, or withdraw one that was recorded in error, as a new version',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place.extend({ eventId: z.uuid() }),
  body: EventFields.extend({ version: z.int(), withdrawn: z.boolean() }),
  answer: events,
})
