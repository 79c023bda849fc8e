import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'

const staff: Permission = { kind: 'roleAt', roles: ['caseworker', 'controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })

/**
 * How many took part without a ground for registration, by intervention, year and sex: a sum of what was entered, imported and stripped. One that has come below nothing
 * is told as it is, so that it can be seen and mended.
 */
export const AnonymousSum = z.object({
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  year: z.int(),
  women: z.int(),
  men: z.int(),
})
export type AnonymousSum = z.infer<typeof AnonymousSum>

const change = z.int().min(-10_000).max(10_000)
/** What is added to a sum; less than nothing takes back what was entered wrong. */
export const AnonymousChange = z.object({ interventionId: z.uuid(), year: z.int().min(2004).max(2100), women: change, men: change })
export type AnonymousChange = z.infer<typeof AnonymousChange>

const sums = { kind: 'json', schema: z.array(AnonymousSum) } as const

export const listAnonymous = endpoint({
  name: 'listAnonymous',
  method: 'GET',
  path: '/api/controllers/:controllerId/anonymous-counts',
  summary: 'Anonymous counts of one’s own interventions by year and sex',
  permission: staff,
  audit: 'personRead',
  params: controller,
  answer: sums,
})

export const addAnonymous = endpoint({
  name: 'addAnonymous',
  method: 'POST',
  path: '/api/controllers/:controllerId/anonymous-counts',
  summary: 'Add participants without a ground to the count of an intervention and year, or take back what was entered wrong',
  permission: staff,
  audit: 'change',
  params: controller,
  /** `id` is made by the form: what is sent again, because the answer never came, is added once. */
  body: AnonymousChange.extend({ id: z.uuid().optional() }),
  answer: sums,
})
