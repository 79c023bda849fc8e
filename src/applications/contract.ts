import { z } from 'zod'
import { atAssociation, endpoint } from '../platform/endpoint.ts'
import { DetachReason, DocumentUpload, uploadLimit } from '../documents/domain.ts'
import {
  AnswerFields,
  Application,
  ApplicationContent,
  ApplicationList,
  CommentFields,
  FindingFields,
  SimilarInterventions,
  StepFields,
} from './domain.ts'
import { applicationDrafters, applicationReaders } from './roles.ts'

const place = z.object({ associationId: z.uuid() })
const one = place.extend({ applicationId: z.uuid() })
const application = { kind: 'json', schema: Application } as const
const readers = atAssociation(applicationReaders)
const drafters = atAssociation(applicationDrafters)
const office = atAssociation(['associationAdmin'])

export const listApplications = endpoint({
  name: 'listApplications',
  method: 'GET',
  path: '/api/associations/:associationId/applications',
  summary: 'Applications of an association: where each stands, since when, what is asked, and how many members have not answered',
  permission: readers,
  audit: 'none',
  params: place,
  answer: { kind: 'json', schema: ApplicationList },
})

export const getApplication = endpoint({
  name: 'getApplication',
  method: 'GET',
  path: '/api/associations/:associationId/applications/:applicationId',
  summary: 'An application with its versions, the answers of the members, what the law asks, its steps and what is missing for the next',
  permission: readers,
  audit: 'none',
  params: one,
  answer: application,
})

export const beginApplication = endpoint({
  name: 'beginApplication',
  method: 'POST',
  path: '/api/associations/:associationId/applications',
  summary: 'Begin an application as a draft, which may leave anything out',
  permission: drafters,
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: ApplicationContent.extend({ id: z.uuid() }),
  answer: application,
})

export const changeApplication = endpoint({
  name: 'changeApplication',
  method: 'PUT',
  path: '/api/associations/:associationId/applications/:applicationId',
  summary: 'Change a draft as a new version; refused when somebody else changed it meanwhile, and when it has been submitted',
  permission: drafters,
  audit: 'change',
  params: one,
  body: ApplicationContent.extend({ version: z.int().min(1) }),
  answer: application,
})

export const answerApplication = endpoint({
  name: 'answerApplication',
  method: 'POST',
  path: '/api/associations/:associationId/applications/:applicationId/answers',
  summary:
    'Enter what a member has answered: whether it takes part, lends staff, co-finances and owns; a later answer takes the place of the earlier',
  permission: office,
  audit: 'change',
  params: one,
  body: AnswerFields,
  answer: application,
})

export const findForApplication = endpoint({
  name: 'findForApplication',
  method: 'POST',
  path: '/api/associations/:associationId/applications/:applicationId/findings',
  summary: 'Enter what the office has found of a question of the law, with what stands for it',
  permission: office,
  audit: 'change',
  params: one,
  body: FindingFields,
  answer: application,
})

export const stepApplication = endpoint({
  name: 'stepApplication',
  method: 'POST',
  path: '/api/associations/:associationId/applications/:applicationId/steps',
  summary:
    'Take the next step: submit, complete, recommend, grant or reject, agree, start; none can be skipped, and starting registers the intervention, its grant and what it is judged by',
  permission: office,
  audit: 'change',
  params: one,
  body: StepFields,
  answer: application,
})

export const commentApplication = endpoint({
  name: 'commentApplication',
  method: 'POST',
  path: '/api/associations/:associationId/applications/:applicationId/comments',
  summary: 'Comment an application, in any state',
  permission: drafters,
  audit: 'change',
  params: one,
  body: CommentFields,
  answer: application,
})

const ofDocument = one.extend({ documentId: z.uuid() })

export const attachApplicationDocument = endpoint({
  name: 'attachApplicationDocument',
  method: 'POST',
  path: '/api/associations/:associationId/applications/:applicationId/documents',
  summary: 'Attach a document to an application: PDF, Word or Excel by its content, kept as it came',
  permission: drafters,
  audit: 'change',
  params: one,
  body: DocumentUpload,
  bodyLimit: uploadLimit,
  answer: application,
})

export const getApplicationDocument = endpoint({
  name: 'getApplicationDocument',
  method: 'GET',
  path: '/api/associations/:associationId/applications/:applicationId/documents/:documentId',
  summary: 'A document of an application, as a file to be saved',
  permission: readers,
  audit: 'none',
  params: ofDocument,
  answer: { kind: 'file' },
})

export const detachApplicationDocument = endpoint({
  name: 'detachApplicationDocument',
  method: 'PUT',
  path: '/api/associations/:associationId/applications/:applicationId/documents/:documentId',
  summary: 'Take a document away from an application, with the reason; it is kept but no longer shown or given out',
  permission: office,
  audit: 'change',
  params: ofDocument,
  body: DetachReason,
  answer: application,
})

export const getAgreementFile = endpoint({
  name: 'getAgreementFile',
  method: 'GET',
  path: '/api/associations/:associationId/applications/:applicationId/agreement',
  summary: 'The agreement with the owner, written from what has been granted, as PDF or .docx to be signed',
  permission: readers,
  audit: 'none',
  params: one,
  query: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
  answer: { kind: 'file' },
})

export const findSimilarInterventions = endpoint({
  name: 'findSimilarInterventions',
  method: 'GET',
  path: '/api/associations/:associationId/applications/:applicationId/similar',
  summary:
    'Interventions of the whole country that resemble what is applied for, by full-text search in Swedish over names and descriptions, nearest first',
  permission: readers,
  audit: 'none',
  params: one,
  answer: { kind: 'json', schema: SimilarInterventions },
})
