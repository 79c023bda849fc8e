import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
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
