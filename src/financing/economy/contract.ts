import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { YearBudget } from '../budget/domain.ts'
import { EconomyBook, EconomyChange } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const book = { kind: 'json', schema: EconomyBook } as const

export const getEconomy = endpoint({
  name: 'getEconomy',
  method: 'GET',
  path: '/api/associations/:associationId/economy',
  summary: 'Own capital, administration and result of an association by year',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: book,
})

export const changeEconomy = endpoint({
  name: 'changeEconomy',
  method: 'PUT',
  path: '/api/associations/:associationId/economy/:year',
  summary: 'Enter or correct own capital and administration of a year, as a new version',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place.extend({ year: z.coerce.number().int().min(2004).max(2100) }),
  body: EconomyChange,
  answer: book,
})

export const takeBookedActuals = endpoint({
  name: 'takeBookedActuals',
  method: 'POST',
  path: '/api/associations/:associationId/economy/:year/actuals',
  summary: 'Take what is booked in a year over as its actual cost, of the administration and of each intervention',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place.extend({ year: z.coerce.number().int().min(2004).max(2100) }),
  /** `version` is of the books that were looked at. */
  body: z.object({ version: z.int().min(1) }),
  answer: { kind: 'json', schema: YearBudget },
})
