import { z } from 'zod'
import { atAssociation, endpoint } from '../platform/endpoint.ts'
import { AnswerFields, Application, ApplicationContent, ApplicationList, FindingFields, StepFields } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const one = place.extend({ applicationId: z.uuid() })
const application = { kind: 'json', schema: Application } as const
const readers = atAssociation(['associationAdmin', 'boardMember', 'auditor'])
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
  permission: office,
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
  permission: office,
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
