import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { DetachReason, DocumentUpload, uploadLimit } from '../../documents/domain.ts'
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

const ofEntry = place.extend({ entryId: z.uuid() })
const ofDocument = ofEntry.extend({ documentId: z.uuid() })

export const attachContributionDocument = endpoint({
  name: 'attachContributionDocument',
  method: 'POST',
  path: '/api/associations/:associationId/contributions/:entryId/documents',
  summary: 'Attach a document to a row of the contributions: PDF, Word or Excel by its content, kept as it came',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofEntry,
  body: DocumentUpload,
  bodyLimit: uploadLimit,
  answer: book,
})

export const getContributionDocument = endpoint({
  name: 'getContributionDocument',
  method: 'GET',
  path: '/api/associations/:associationId/contributions/:entryId/documents/:documentId',
  summary: 'A document of a row of the contributions, as a file to be saved',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: ofDocument,
  answer: { kind: 'file' },
})

export const detachContributionDocument = endpoint({
  name: 'detachContributionDocument',
  method: 'PUT',
  path: '/api/associations/:associationId/contributions/:entryId/documents/:documentId',
  summary: 'Take a document away from a row of the contributions, with the reason; it is kept but no longer shown or given out',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofDocument,
  body: DetachReason,
  answer: book,
})
