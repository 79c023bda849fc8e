import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { nodeKinds } from '../platform/node.ts'
import { Role } from '../platform/role.ts'
import { codeList } from '../values/codeList.ts'

const Assignment = z.object({
  role: Role.schema,
  associationId: z.uuid().nullable(),
  associationName: z.string().nullable(),
  /** What the addresses of its pages call it. */
  associationSlug: z.string().nullable(),
  controllerId: z.uuid().nullable(),
  controllerName: z.string().nullable(),
  interventionId: z.uuid().nullable(),
})

/** A person to sign in as, in the demo. */
export const DemoPerson = z.object({ id: z.string(), name: z.string(), assignments: z.array(Assignment) })
export type DemoPerson = z.infer<typeof DemoPerson>

/** Who is signed in, and what kind of deployment this is. */
export const WhoAmI = z.object({
  user: z.object({ id: z.string(), name: z.string(), assignments: z.array(Assignment) }).nullable(),
  /** New accounts that somebody else has ordered for the person, when and by whom: to be told after signing in. */
  newAccounts: z.array(z.object({ at: z.string(), by: z.string() })),
  /** True when the database holds invented data: every page then says so. */
  demo: z.boolean(),
  /** True when demo persons can be chosen: demo data and an address that answers this machine alone. */
  demoSignIn: z.boolean(),
  /** What the sign-in service is called; null where there is none. */
  provider: z.string().nullable(),
  /** True when one can sign in with a password and a one-time code. */
  localAccounts: z.boolean(),
  /** What kind of place this is: an association's and the nation's own hold no records of persons. */
  node: z.enum(nodeKinds),
})
export type WhoAmI = z.infer<typeof WhoAmI>

/** How a session was begun. */
export const Means = codeList('means', [
  ['demo', 'Demoperson', 'Demo person'],
  ['link', 'Engångslänk', 'One-time link'],
  ['provider', 'Inloggningstjänst', 'Sign-in service'],
  ['password', 'Lokalt konto', 'Local account'],
  ['terminal', 'Terminalen på servern', 'Terminal on the server'],
])
export type Means = (typeof Means.codes)[number]['code']

/** One of one's own sessions. */
export const OwnSession = z.object({
  id: z.uuid(),
  means: Means.schema,
  begunAt: z.string(),
  lastUsedAt: z.string(),
  current: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>

export const whoAmI = endpoint({
  name: 'whoAmI',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with roles and places',
  permission: { kind: 'public' },
  audit: 'none',
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: WhoAmI },
})

export const listDemoPersons = endpoint({
  name: 'listDemoPersons',
  method: 'GET',
  path: '/api/demo-persons',
  summary: 'Persons to sign in as; only with demo data on a loopback address',
  permission: { kind: 'public' },
  audit: 'none',
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: z.array(DemoPerson) },
})

export const signInAsDemoPerson = endpoint({
  name: 'signInAsDemoPerson',
  method: 'POST',
  path: '/api/sign-in/demo',
  summary: 'Sign in as a demo person',
  permission: { kind: 'public' },
  audit: 'change',
  runsAs: 'samlad_service',
  body: z.object({ userId: z.string().max(60) }),
  answer: { kind: 'json', schema: WhoAmI },
})

export const setUp = endpoint({
  name: 'setUp',
  method: 'POST',
  path: '/api/set-up',
  summary: 'Make the first administrator with the one-time link printed at an empty start',
  permission: { kind: 'public' },
  audit: 'change',
  runsAs: 'samlad_service',
  body: z.object({
    token: z.string().min(20).max(100),
    name: z.string().trim().min(2).max(100),
    associationId: z.uuid(),
  }),
  /** With the secret of the link to the administrator's own account, where there are local accounts. */
  answer: { kind: 'json', schema: WhoAmI.extend({ accountToken: z.string().nullable() }) },
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Sign out',
  permission: { kind: 'signedIn' },
  audit: 'change',
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: WhoAmI },
})

export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'POST',
  path: '/api/sign-out/everywhere',
  summary: 'End every session of one’s own, on all devices',
  permission: { kind: 'signedIn' },
  audit: 'change',
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: WhoAmI },
})

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'One’s own sessions: when begun and last used',
  permission: { kind: 'signedIn' },
  audit: 'none',
  runsAs: 'samlad_service',
  answer: { kind: 'json', schema: z.array(OwnSession) },
})
