import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { BookedRow, Books } from './books.ts'
import { AccountKeyFields, AdministrationChange, YearBudget } from './domain.ts'

const place = z.object({ associationId: z.uuid() })
const ofYear = place.extend({ year: z.coerce.number().int().min(2004).max(2100) })
const version = z.int().min(0)
/** A large association's year of vouchers. */
const bodyLimit = 16 * 1024 * 1024

export const getBudget = endpoint({
  name: 'getBudget',
  method: 'GET',
  path: '/api/associations/:associationId/budget/:year',
  summary:
    'Budget of a year beside what is booked, with two forecasts to year end, what is booked but not known as what, and whose money it is',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: ofYear,
  answer: { kind: 'json', schema: YearBudget },
})

export const changeAdministrationBudget = endpoint({
  name: 'changeAdministrationBudget',
  method: 'PUT',
  path: '/api/associations/:associationId/budget/:year',
  summary: 'Enter or change the budget of the administration by kind of cost, as a new version',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofYear,
  body: AdministrationChange,
  answer: { kind: 'json', schema: YearBudget },
})

export const changeAccountKey = endpoint({
  name: 'changeAccountKey',
  method: 'PUT',
  path: '/api/associations/:associationId/account-key',
  summary: 'Say what accounts and objects of the books mean, as a new version; all years are reckoned anew',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  body: AccountKeyFields.safeExtend({ version }),
  answer: { kind: 'json', schema: z.object({ version }) },
})

export const getAccounting = endpoint({
  name: 'getAccounting',
  method: 'GET',
  path: '/api/associations/:associationId/accounting/:year',
  summary: 'The rows of the books of a year that hold, to compare others with before they are read in; without texts of vouchers',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: ofYear,
  /** `version` is 0 when there are none; `through` is their last day, when it is known. */
  answer: { kind: 'json', schema: z.object({ version, through: z.string().nullable(), rows: z.array(BookedRow) }) },
})

export const recordAccounting = endpoint({
  name: 'recordAccounting',
  method: 'POST',
  path: '/api/associations/:associationId/accounting',
  summary: 'Read in the books of a year from a SIE file; those before are kept, and the same rows again change nothing',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `version` is of the books that these were compared with, 0 for none. */
  body: Books.safeExtend({ version }),
  bodyLimit,
  answer: { kind: 'json', schema: YearBudget },
})
