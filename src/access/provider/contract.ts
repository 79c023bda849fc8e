import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { WhoAmI } from '../contract.ts'
import { ReturnAddress } from '../returnAddress.ts'

export const departToProvider = endpoint({
  name: 'departToProvider',
  method: 'POST',
  path: '/api/sign-in/provider',
  summary: 'Begin a sign-in at the sign-in service (OpenID Connect): gives the address to go to; 404 when none is configured',
  permission: { kind: 'public' },
  audit: 'change',
  runsAs: 'samlad_service',
  callsPerMinute: 30,
  body: z.object({ returnTo: ReturnAddress }).nullish(),
  answer: { kind: 'json', schema: z.object({ location: z.string() }) },
})

export const arriveFromProvider = endpoint({
  name: 'arriveFromProvider',
  method: 'POST',
  path: '/api/sign-in/provider/answer',
  summary: 'Finish a sign-in with what the sign-in service answered; good once, in the browser where it began, for ten minutes',
  permission: { kind: 'public' },
  audit: 'change',
  runsAs: 'samlad_service',
  callsPerMinute: 30,
  body: z.object({
    /** The query of the address that the service sent the browser back to. */
    answer: z.string().max(4000),
  }),
  /** `returnTo`: the page that asked for the sign-in. */
  answer: { kind: 'json', schema: WhoAmI.extend({ returnTo: ReturnAddress.nullable() }) },
})
