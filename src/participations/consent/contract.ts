import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { Consent, ConsentFields, ConsentText } from './domain.ts'

const at = (roles: ('caseworker' | 'controllerAdmin')[]): Permission => ({
  kind: 'roleAt',
  roles,
  place: 'controllerId',
  at: 'params.controllerId',
})
const staff = at(['caseworker', 'controllerAdmin'])
const controller = z.object({ controllerId: z.uuid() })

/** The texts of the newest version; version 0 are the drafts that come with Samlad, which no consent can name. */
export const ConsentTexts = z.object({
  controller: z.object({ id: z.uuid(), name: z.string() }),
  version: z.int(),
  publishedAt: z.string().nullable(),
  texts: z.array(ConsentText),
})
export type ConsentTexts = z.infer<typeof ConsentTexts>

export const getConsentTexts = endpoint({
  name: 'getConsentTexts',
  method: 'GET',
  path: '/api/controllers/:controllerId/consent-texts',
  summary: 'The controller’s texts on consent in every language, newest version',
  permission: staff,
  audit: 'none',
  params: controller,
  answer: { kind: 'json', schema: ConsentTexts },
})

export const publishConsentTexts = endpoint({
  name: 'publishConsentTexts',
  method: 'POST',
  path: '/api/controllers/:controllerId/consent-texts',
  summary: 'Publish the texts as a new version; earlier versions stay as they were',
  permission: at(['controllerAdmin']),
  audit: 'change',
  params: controller,
  body: z.object({ texts: z.array(ConsentText).min(1).max(20) }),
  answer: { kind: 'json', schema: ConsentTexts },
})

export const recordConsent = endpoint({
  name: 'recordConsent',
  method: 'POST',
  path: '/api/controllers/:controllerId/participations/:id/consents',
  summary: 'Record how, when and by which text a participant consented or was informed',
  permission: staff,
  audit: 'change',
  params: controller.extend({ id: z.uuid() }),
  /** `id` is made by the form, so that what is sent twice is one. */
  body: ConsentFields.extend({ id: z.uuid().optional() }),
  answer: { kind: 'json', schema: z.array(Consent) },
})

export const listConsents = endpoint({
  name: 'listConsents',
  method: 'GET',
  path: '/api/controllers/:controllerId/participations/:id/consents',
  summary: 'The consents of one participation, latest first',
  permission: staff,
  audit: 'personRead',
  params: controller.extend({ id: z.uuid() }),
  answer: { kind: 'json', schema: z.array(Consent) },
})
