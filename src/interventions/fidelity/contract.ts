import { z } from 'zod'
import { atAssociation, endpoint, type Permission } from '../../platform/endpoint.ts'
import { FidelityBook, InstrumentFields, Points, RoundFields, WithdrawalFields } from './domain.ts'

const ofIntervention = z.object({ interventionId: z.uuid() })
const ofRound = ofIntervention.extend({ roundId: z.uuid() })
const book = { kind: 'json', schema: FidelityBook } as const
/** Where they may, the second wall and the store decide: the office of an intervention's association, and who leads it. */
const assessors: Permission = { kind: 'role', roles: ['associationAdmin', 'interventionLead'] }

export const getFidelity = endpoint({
  name: 'getFidelity',
  method: 'GET',
  path: '/api/interventions/:interventionId/fidelity',
  summary: 'How well the teams of an intervention follow their method: every round of assessment, and the instruments there are',
  permission: { kind: 'signedIn' },
  audit: 'none',
  params: ofIntervention,
  answer: book,
})

export const beginFidelityRound = endpoint({
  name: 'beginFidelityRound',
  method: 'POST',
  path: '/api/interventions/:interventionId/fidelity',
  summary: 'Begin an assessment of a team, with the first assessor’s points',
  permission: assessors,
  audit: 'change',
  params: ofIntervention,
  body: RoundFields,
  answer: book,
})

export const rateFidelity = endpoint({
  name: 'rateFidelity',
  method: 'POST',
  path: '/api/interventions/:interventionId/fidelity/:roundId/ratings',
  summary: 'Give the second assessor’s points, which takes another person; nobody sees the first’s before',
  permission: assessors,
  audit: 'change',
  params: ofRound,
  body: z.object({ points: Points }),
  answer: book,
})

export const withdrawFidelityRound = endpoint({
  name: 'withdrawFidelityRound',
  method: 'POST',
  path: '/api/interventions/:interventionId/fidelity/:roundId/withdrawal',
  summary: 'Say why an assessment does not count; it stays in the history',
  permission: assessors,
  audit: 'change',
  params: ofRound,
  body: WithdrawalFields,
  answer: book,
})

export const addFidelityInstrument = endpoint({
  name: 'addFidelityInstrument',
  method: 'POST',
  path: '/api/associations/:associationId/fidelity-instruments',
  summary: 'Bring in an instrument with texts that the association may use; they are shown to those who assess there',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: z.object({ associationId: z.uuid() }),
  body: InstrumentFields,
  answer: { kind: 'json', schema: z.object({ id: z.uuid() }) },
})
