import { z } from 'zod'
import { AnswerFields, Application, ApplicationContent, ApplicationList } from '../../applications/domain.ts'
import { DrawdownFields, Grant } from '../../financing/grants/domain.ts'
import { endpoint, type Permission } from '../../platform/endpoint.ts'

/** What a member has to do with in one association: applications that have been submitted or that it has begun, and grants of interventions that it owns. */
const Place = z.object({
  associationId: z.uuid(),
  associationName: z.string(),
  applications: z.array(ApplicationList.shape.applications.element.extend({ answered: z.boolean() })),
  grants: z.array(Grant),
})

export const MemberDesk = z
  .object({ organisationName: z.string(), fictive: z.boolean(), today: z.string(), places: z.array(Place) })
  .meta({ id: 'MemberDesk' })
export type MemberDesk = z.infer<typeof MemberDesk>

/** An application as a member sees it; `mine` when the asker has begun it. */
export const MemberApplication = Application.extend({ mine: z.boolean() }).meta({ id: 'MemberApplication' })
export type MemberApplication = z.infer<typeof MemberApplication>

/** What a member answers, without who it is: the address says. */
export const OwnAnswer = z
  .object(AnswerFields.shape)
  .omit({ organisationId: true })
  .superRefine((given, context) => {
    const { error } = AnswerFields.safeParse({ ...given, organisationId: '00000000-0000-4000-8000-000000000000' })
    for (const { message, path } of error?.issues ?? []) context.addIssue({ code: 'custom', message, path })
  })
export type OwnAnswer = z.infer<typeof OwnAnswer>

const member = z.object({ controllerId: z.uuid() })
const inAssociation = member.extend({ associationId: z.uuid() })
const ofApplication = inAssociation.extend({ applicationId: z.uuid() })
const application = { kind: 'json', schema: MemberApplication } as const
const desk = { kind: 'json', schema: MemberDesk } as const
const runsAs = 'samlad_member'
const editors: Permission = { kind: 'roleAt', roles: ['memberEditor'], place: 'controllerId', at: 'params.controllerId' }

export const getMemberDesk = endpoint({
  name: 'getMemberDesk',
  method: 'GET',
  path: '/api/members/:controllerId/desk',
  summary: 'What waits for a member in all its associations: applications to answer, and grants of its interventions with their drawdowns',
  permission: editors,
  runsAs,
  audit: 'none',
  params: member,
  answer: desk,
})

export const getMemberApplication = endpoint({
  name: 'getMemberApplication',
  method: 'GET',
  path: '/api/members/:controllerId/associations/:associationId/applications/:applicationId',
  summary: 'An application as a member sees it: once it has been submitted, or when it has begun it itself',
  permission: editors,
  runsAs,
  audit: 'none',
  params: ofApplication,
  answer: application,
})

export const getMemberApplicationDocument = endpoint({
  name: 'getMemberApplicationDocument',
  method: 'GET',
  path: '/api/members/:controllerId/associations/:associationId/applications/:applicationId/documents/:documentId',
  summary: 'A document of such an application, as a file to be saved',
  permission: editors,
  runsAs,
  audit: 'none',
  params: ofApplication.extend({ documentId: z.uuid() }),
  answer: { kind: 'file' },
})

export const answerAsMember = endpoint({
  name: 'answerAsMember',
  method: 'POST',
  path: '/api/members/:controllerId/associations/:associationId/applications/:applicationId/answers',
  summary: 'Answer an application as the member itself; a later answer takes the place of the earlier',
  permission: editors,
  runsAs,
  audit: 'change',
  params: ofApplication,
  body: OwnAnswer,
  answer: application,
})

export const beginAsMember = endpoint({
  name: 'beginAsMember',
  method: 'POST',
  path: '/api/members/:controllerId/associations/:associationId/applications',
  summary: 'Begin an application as a draft, as a member; the office and the preparation group see it at once',
  permission: editors,
  runsAs,
  audit: 'change',
  params: inAssociation,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: ApplicationContent.extend({ id: z.uuid() }),
  answer: application,
})

export const changeAsMember = endpoint({
  name: 'changeAsMember',
  method: 'PUT',
  path: '/api/members/:controllerId/associations/:associationId/applications/:applicationId',
  summary: 'Change a draft that one has begun oneself; refused when somebody else changed it meanwhile, and when it has been submitted',
  permission: editors,
  runsAs,
  audit: 'change',
  params: ofApplication,
  body: ApplicationContent.extend({ version: z.int().min(1) }),
  answer: application,
})

export const sendDrawdown = endpoint({
  name: 'sendDrawdown',
  method: 'POST',
  path: '/api/members/:controllerId/associations/:associationId/grants/:grantId/drawdowns',
  summary: 'Ask for money of a grant of an intervention that the member owns: within the grant, for costs of its days',
  permission: editors,
  runsAs,
  audit: 'change',
  params: inAssociation.extend({ grantId: z.uuid() }),
  body: DrawdownFields.safeExtend({ id: z.uuid() }),
  answer: desk,
})
