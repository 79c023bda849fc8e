import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'

export const getScenarioFile = endpoint({
  name: 'getScenarioFile',
  method: 'GET',
  path: '/api/associations/:associationId/contribution-scenarios/years/:year/file',
  summary:
    'The scenarios of a year beside the year as it stands, for the board: by party, member and planned intervention, as PDF or .docx',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: z.object({ associationId: z.uuid(), year: z.coerce.number().int().min(2004).max(2100) }),
  query: z.object({ format: z.enum(['pdf', 'docx']) }),
  answer: { kind: 'file' },
})
