import { z } from 'zod'
import { atAssociation, endpoint, type Permission } from '../../platform/endpoint.ts'
import { Approval, OwnReporting, PlanChoice, Reopening, ReportingMatrix } from './domain.ts'

const national: Permission = { kind: 'role', roles: ['nationalAnalyst', 'publisher', 'approver'] }
const association = z.object({ associationId: z.uuid() })
const year = z.coerce.number().int().min(2000).max(2100)
const done = { kind: 'json', schema: z.object({ step: z.int() }) } as const

export const getReportingMatrix = endpoint({
  name: 'getReportingMatrix',
  method: 'GET',
  path: '/api/reporting',
  summary: 'How far each association has come with the periods of a year; yes and no made of protected figures, no counts',
  permission: national,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: z.object({ year }),
  answer: { kind: 'json', schema: ReportingMatrix },
})

export const getReportingFile = endpoint({
  name: 'getReportingFile',
  method: 'GET',
  path: '/api/reporting/file',
  summary: 'The same as CSV (UTF-8 with BOM, semicolon), a line per association and period',
  permission: national,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: z.object({ year }),
  answer: { kind: 'file' },
})

export const countApproved = endpoint({
  name: 'countApproved',
  method: 'GET',
  path: '/api/reporting/approved',
  summary: 'How many associations have approved what a publication from January to a month is made of',
  permission: national,
  audit: 'none',
  runsAs: 'samlad_statistics',
  query: z.object({ year, month: z.coerce.number().int().min(1).max(12) }),
  answer: { kind: 'json', schema: z.object({ approved: z.int(), all: z.int() }) },
})

export const getOwnReporting = endpoint({
  name: 'getOwnReporting',
  method: 'GET',
  path: '/api/associations/:associationId/reporting',
  summary: 'How far an association has come with the periods of a year, and what was done with them',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  params: association,
  query: z.object({ year }),
  answer: { kind: 'json', schema: OwnReporting },
})

export const approvePeriod = endpoint({
  name: 'approvePeriod',
  method: 'POST',
  path: '/api/associations/:associationId/reporting/approvals',
  summary: 'Approve a period that has ended: the association’s own figures of the year are locked',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: association,
  body: Approval,
  answer: done,
})

export const reopenPeriod = endpoint({
  name: 'reopenPeriod',
  method: 'POST',
  path: '/api/associations/:associationId/reporting/reopenings',
  summary: 'Open an approved period again, with a reason',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: association,
  body: Reopening,
  answer: done,
})

export const chooseReportingPlan = endpoint({
  name: 'chooseReportingPlan',
  method: 'PUT',
  path: '/api/associations/:associationId/reporting/plan',
  summary: 'Choose tertials or half-years from a year on, and how many days after a period it is due',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: association,
  body: PlanChoice,
  answer: { kind: 'json', schema: PlanChoice },
})
