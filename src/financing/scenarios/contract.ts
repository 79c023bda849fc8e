import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { NewScenario, ScenarioBook } from './domain.ts'

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
  summary: 'Save what would be in a year if members gave something else or left (§ 27), or two associations were one',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  body: NewScenario,
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
