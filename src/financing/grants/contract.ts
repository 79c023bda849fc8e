import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import type { Role } from '../../platform/role.ts'
import { AttestFields, DrawdownFields, DrawdownStepFields, GrantBook, GrantFields, GrantStepFields } from './domain.ts'

/** Who may attest, each drawdown by two of them. */
export const attesters: readonly Role[] = ['associationAdmin', 'boardMember', 'attester']
export const grantReaders: readonly Role[] = [...attesters, 'auditor']

const place = z.object({ associationId: z.uuid() })
const ofGrant = place.extend({ grantId: z.uuid() })
const ofDrawdown = place.extend({ drawdownId: z.uuid() })
const book = { kind: 'json', schema: GrantBook } as const

export const getGrants = endpoint({
  name: 'getGrants',
  method: 'GET',
  path: '/api/associations/:associationId/grants',
  summary: 'What has been granted to interventions, every step and drawdown, what has gone out, is on its way, is left and has come back',
  permission: atAssociation(grantReaders),
  audit: 'none',
  params: place,
  answer: book,
})

export const recordGrant = endpoint({
  name: 'recordGrant',
  method: 'POST',
  path: '/api/associations/:associationId/grants',
  summary: 'Enter what the board has granted an intervention; its owner, a member, is paid (§ 7)',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: GrantFields.safeExtend({ id: z.uuid() }),
  answer: book,
})

export const stepGrant = endpoint({
  name: 'stepGrant',
  method: 'POST',
  path: '/api/associations/:associationId/grants/:grantId/steps',
  summary: 'Take the next step of a grant: agree, take back, rebudget, extend, report, close or reclaim; none can be skipped',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofGrant,
  body: GrantStepFields,
  answer: book,
})

export const recordDrawdown = endpoint({
  name: 'recordDrawdown',
  method: 'POST',
  path: '/api/associations/:associationId/grants/:grantId/drawdowns',
  summary: 'Enter a drawdown that has come in: within the grant, for costs of its days',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofGrant,
  body: DrawdownFields.safeExtend({ id: z.uuid() }),
  answer: book,
})

export const attestDrawdown = endpoint({
  name: 'attestDrawdown',
  method: 'POST',
  path: '/api/associations/:associationId/drawdowns/:drawdownId/attests',
  summary: 'Attest a drawdown that has been checked; it takes two different persons, of the office, the board or appointed to attest',
  permission: atAssociation(attesters),
  audit: 'change',
  params: ofDrawdown,
  body: AttestFields,
  answer: book,
})

export const stepDrawdown = endpoint({
  name: 'stepDrawdown',
  method: 'POST',
  path: '/api/associations/:associationId/drawdowns/:drawdownId/steps',
  summary: 'Check, pay or return a drawdown; nothing is paid before two have attested, or while a report is late',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: ofDrawdown,
  body: DrawdownStepFields,
  answer: book,
})
