import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { readers } from '../statistics/contract.ts'
import { placeText } from '../statistics/domain.ts'
import { monthSchema } from '../values/month.ts'
import { FidelityBeside } from './fidelity/domain.ts'
import { BeforeAfter, FairComparison, fairOutcomes, OverTime } from './domain.ts'

const choice = z.object({
  place: placeText.default('nation'),
  /** Without months: the usual ones of the page. */
  from: monthSchema.optional(),
  to: monthSchema.optional(),
})

export const getOverTime = endpoint({
  name: 'getOverTime',
  method: 'GET',
  path: '/api/over-time',
  summary:
    'What has happened by months after the start to all who began at a place in a period, competing outcomes side by side, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: choice,
  answer: { kind: 'json', schema: OverTime },
})

export const getBeforeAfter = endpoint({
  name: 'getBeforeAfter',
  method: 'GET',
  path: '/api/before-after',
  summary:
    'Work and studies of the same persons before and after, of those who ended at a place in a period, with paired intervals, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: choice,
  answer: { kind: 'json', schema: BeforeAfter },
})

export const getComparison = endpoint({
  name: 'getComparison',
  method: 'GET',
  path: '/api/comparison',
  summary: 'Interventions of an association, or associations, side by side with case mix taken into account, never ranked, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: choice.extend({ outcome: z.enum(fairOutcomes).default('exit') }),
  answer: { kind: 'json', schema: FairComparison },
})

export const getFidelityBeside = endpoint({
  name: 'getFidelityBeside',
  method: 'GET',
  path: '/api/fidelity-beside',
  summary:
    'How closely interventions of a place follow their method, beside what became of those who began, as dots with the interval of the correlation, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: choice.extend({ outcome: z.enum(fairOutcomes).default('state') }),
  answer: { kind: 'json', schema: FidelityBeside },
})
