import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { WhoAmI } from '../contract.ts'
import { UserId } from '../staff/contract.ts'

const open = { method: 'POST', permission: { kind: 'public' }, audit: 'change', runsAs: 'samlad_service', callsPerMinute: 20 } as const
const token = z.string().min(20).max(100)
const Password = z.string().min(1).max(200)
const Code = z.string().regex(/^\d{3} ?\d{3}$/, 'local.badCode')

export const signInLocally = endpoint({
  ...open,
  name: 'signInLocally',
  path: '/api/sign-in/local',
  summary: 'Sign in with user name, password and one-time code; 404 unless local accounts are on',
  body: z.object({ userId: z.string().max(60), password: Password, code: Code }),
  answer: { kind: 'json', schema: WhoAmI },
})

/** What the person puts into an authenticator app. */
export const AccountSetUp = z.object({
  userId: z.string(),
  name: z.string(),
  address: z.string(),
  letters: z.string(),
})

export const openAccountLink = endpoint({
  ...open,
  name: 'openAccountLink',
  path: '/api/account-link/open',
  summary: 'What the one-time link of a new local account is for, with a key for one-time codes made anew: the last opening counts',
  body: z.object({ token }),
  answer: { kind: 'json', schema: AccountSetUp },
})

export const useAccountLink = endpoint({
  ...open,
  name: 'useAccountLink',
  path: '/api/account-link/use',
  summary: 'Make the local account: choose a password and show that the one-time codes work; signs in',
  body: z.object({ token, password: Password, code: Code }),
  answer: { kind: 'json', schema: WhoAmI },
})

export const makeAccountLink = endpoint({
  name: 'makeAccountLink',
  method: 'POST',
  path: '/api/controllers/:controllerId/staff/people/:userId/account-link',
  summary:
    'A one-time link, good for three days, with which somebody who holds none but the controller’s own staff roles makes or renews a local account',
  permission: { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' },
  audit: 'change',
  runsAs: 'samlad_service',
  params: z.object({ controllerId: z.uuid(), userId: UserId }),
  answer: { kind: 'json', schema: z.object({ token: z.string() }) },
})

/** The secret of a link; null while somebody else has yet to confirm it. */
export const PerhapsLink = z.object({ token: z.string().nullable() })

export const confirmStaffLink = endpoint({
  name: 'confirmStaffLink',
  method: 'POST',
  path: '/api/controllers/:controllerId/staff/account-requests/:id',
  summary: 'Confirm, as the second person, a link that a system administrator has asked for; whoever confirms hands it over',
  permission: { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' },
  audit: 'change',
  runsAs: 'samlad_service',
  params: z.object({ controllerId: z.uuid(), id: z.uuid() }),
  answer: { kind: 'json', schema: PerhapsLink },
})
