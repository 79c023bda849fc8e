import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { CloseFields, ClosingBook, ClosingRemarks, ReopeningAnswer, ReopeningRequest } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const ofYear = place.extend({ year: z.coerce.number().int().min(2004).max(2100) })
const book = { kind: 'json', schema: ClosingBook } as const

export const getClosings = endpoint({
  name: 'getClosings',
  method: 'GET',
  path: '/api/associations/:associationId/closings',
  summary: 'Which years of an association’s books are closed, and who closed and opened them',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: book,
})

export const getClosingRemarks = endpoint({
  name: 'getClosingRemarks',
  method: 'GET',
  path: '/api/associations/:associationId/closings/:year',
  summary: 'What is not finished in a year of the books that may be closed',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: ofYear,
  answer: { kind: 'json', schema: ClosingRemarks },
})

export const closeYear = endpoint({
  name: 'closeYear',
  method: 'POST',
  path: '/api/associations/:associationId/closings/:year',
  summary: 'Close a year of the books that is over: it takes no more rows',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofYear,
  body: CloseFields,
  answer: book,
})

export const askToReopen = endpoint({
  name: 'askToReopen',
  method: 'POST',
  path: '/api/associations/:associationId/closings/:year/reopening',
  summary: 'Ask, with a reason, for a closed year to be opened; somebody else confirms',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofYear,
  body: ReopeningRequest,
  answer: book,
})

export const answerReopening = endpoint({
  name: 'answerReopening',
  method: 'PUT',
  path: '/api/associations/:associationId/closings/:year/reopening',
  summary: 'Confirm that a closed year is opened, as another than the one who asked, or decline',
  permission: atAssociation(['associationAdmin', 'boardMember']),
  audit: 'change',
  params: ofYear,
  body: ReopeningAnswer,
  answer: book,
})
