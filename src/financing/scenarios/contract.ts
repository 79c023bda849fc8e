import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { ScenarioBook, ScenarioFields } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const book = { kind: 'json', schema: ScenarioBook } as const

export const getScenarios = endpoint({
  name: 'getScenarios',
  method: 'GET',
  path: '/api/associations/:associationId/contribution-scenarios',
  summary: 'Thought contributions and what would follow, beside each year as it stands',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: book,
})

export const saveScenario = endpoint({
  name: 'saveScenario',
  method: 'POST',
  path: '/api/associations/:associationId/contribution-scenarios',
  summary: 'Save what would be if members gave something else in a year, or left (§ 27)',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: ScenarioFields.extend({ id: z.uuid() }),
  answer: book,
})

export const withdrawScenario = endpoint({
  name: 'withdrawScenario',
  method: 'DELETE',
  path: '/api/associations/:associationId/contribution-scenarios/:scenarioId',
  summary: 'Take a scenario away from the page; the row is kept',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place.extend({ scenarioId: z.uuid() }),
  answer: book,
})
