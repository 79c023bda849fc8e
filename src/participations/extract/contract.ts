import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { Consent } from '../consent/domain.ts'
import { Contact } from '../register/contact.ts'
import { oneRecord, ParticipationRecord, RecordVersion, staff } from '../register/contract.ts'

/** All that is stored about a participation, for the participant. */
export const Extract = z.object({
  record: ParticipationRecord,
  versions: z.array(RecordVersion),
  /** Every version of every follow-up. */
  contacts: z.array(Contact.extend({ withdrawn: z.boolean(), current: z.boolean() })),
  consents: z.array(Consent),
  events: z.array(z.object({ at: z.string(), who: z.string().nullable(), endpoint: z.string(), kind: z.string(), status: z.int() })),
  controller: z.object({ name: z.string(), legalBasis: z.string(), decisionReference: z.string() }),
  association: z.string(),
  /** Whether a check value of the controller's own running number is kept. */
  hasReference: z.boolean(),
})
export type Extract = z.infer<typeof Extract>

export const getExtract = endpoint({
  name: 'getExtract',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations/:id/extract',
  summary: 'All that is stored about a participation and who has read or changed it, for the participant',
  permission: staff,
  audit: 'personRead',
  params: oneRecord,
  answer: { kind: 'json', schema: Extract },
})
