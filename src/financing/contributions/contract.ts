import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { AgreementFields, ContributionBook, EntryChange, EntryFields } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const book = { kind: 'json', schema: ContributionBook } as const

export const getContributions = endpoint({
  name: 'getContributions',
  method: 'GET',
  path: '/api/associations/:associationId/contributions',
  summary: 'Contributions of the members by year: agreed, decided, invoiced and paid, the shares of the act, and whose sets the level',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: book,
})

export const recordContribution = endpoint({
  name: 'recordContribution',
  method: 'POST',
  path: '/api/associations/:associationId/contributions',
  summary: 'Enter what a member has agreed, decided, been invoiced or paid for a year; only members pay (§ 6)',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: EntryFields.extend({ id: z.uuid().optional() }),
  answer: book,
})

export const changeContribution = endpoint({
  name: 'changeContribution',
  method: 'PUT',
  path: '/api/associations/:associationId/contributions/:entryId',
  summary: 'Correct a row of the contributions, or withdraw one, as a new version with its reason',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place.extend({ entryId: z.uuid() }),
  body: EntryChange,
  answer: book,
})

export const agreeContributions = endpoint({
  name: 'agreeContributions',
  method: 'POST',
  path: '/api/associations/:associationId/contribution-agreements',
  summary: 'Enter an agreement over several years: each total is shared by § 5 and within municipalities by a key',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: AgreementFields.extend({ id: z.uuid() }),
  answer: book,
})
