import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import type { Permission } from '../../platform/endpoint.ts'
import { freeText } from '../../values/freeText.ts'
import { Definition } from './domain.ts'
import { ReleaseDocument } from './release/document.ts'

const makers: Permission = { kind: 'role', roles: ['publisher', 'approver'] }
const publisher: Permission = { kind: 'role', roles: ['publisher'] }
const approver: Permission = { kind: 'role', roles: ['approver'] }
const one = z.object({ id: z.uuid() })

const Person = z.object({ id: z.string(), name: z.string() })
export const publicationStates = ['draft', 'proposed', 'released', 'withdrawn'] as const
export const runStates = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const

/** A line of the list of publications. */
export const PublicationLine = z.object({
  id: z.uuid(),
  title: z.object({ sv: z.string(), en: z.string() }),
  year: z.int(),
  month: z.int(),
  state: z.enum(publicationStates),
  madeBy: Person,
  madeAt: z.string(),
  releaseId: z.uuid().nullable(),
})
export type PublicationLine = z.infer<typeof PublicationLine>

/** What stands in the way of protecting a count: what would have to be merged, or what is out already. */
export const Obstacle = z.object({
  /** Codes: the time first, then each axis. */
  cell: z.array(z.string()),
  merge: z.object({ axis: z.string(), codes: z.tuple([z.string(), z.string()]) }).nullable(),
  /** Published cells by their codes: those that would have to be taken back. */
  conflicts: z.array(z.array(z.string())),
})
export type Obstacle = z.infer<typeof Obstacle>

/** What protection costs and how sure it is; for who publishes, since it depends on what is hidden. */
export const RunResult = z.object({
  cells: z.int(),
  fresh: z.int(),
  primaries: z.int(),
  secondaries: z.int(),
  valueHidden: z.int(),
  cost: z.number(),
  lowerBound: z.number(),
  /** Per cent that a better pattern could save at most. */
  gap: z.number(),
  status: z.enum(['optimal', 'gap', 'instant']),
  requirements: z.int(),
  worlds: z.int(),
  programs: z.int(),
  seconds: z.number(),
  /** Small counts that the attacker knows exactly, and how many values the most confined one can still have. */
  exact: z.int(),
  narrowest: z.int().nullable(),
  obstacles: z.array(Obstacle),
  insiders: z.array(z.object({ association: z.string(), exact: z.int() })).nullable(),
})
export type RunResult = z.infer<typeof RunResult>

export const ProtectionRun = z.object({
  id: z.uuid(),
  tier: z.enum(['instant', 'exact']),
  seconds: z.int(),
  state: z.enum(runStates),
  askedAt: z.string(),
  /** Whether the tables have been changed, or anything has come out, since there was a result. */
  isStale: z.boolean(),
  progress: z.object({ cost: z.number(), lowerBound: z.number() }).nullable(),
  result: RunResult.nullable(),
  fault: z.string().nullable(),
})
export type ProtectionRun = z.infer<typeof ProtectionRun>

/** How far the work has come, without any figure of the tables. */
export const ProtectionProgress = ProtectionRun.pick({ state: true, progress: true })

/** A publication as those see it who make it. */
export const Publication = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(publicationStates),
  definition: Definition,
  madeBy: Person,
  proposedBy: Person.nullable(),
  /** The release that this one corrects. */
  replaces: z.uuid().nullable(),
  /** Why it corrects it. */
  note: z.string().nullable(),
  /** Why it was sent back last. */
  returned: z.string().nullable(),
  run: ProtectionRun.nullable(),
  /** The protected tables as they would come out; none before protection is done. */
  preview: ReleaseDocument.nullable(),
  releaseId: z.uuid().nullable(),
})
export type Publication = z.infer<typeof Publication>

export const listPublications = endpoint({
  name: 'listPublications',
  method: 'GET',
  path: '/api/publications',
  summary: 'Publications under way and out, newest first',
  permission: makers,
  audit: 'none',
  runsAs: 'samlad_publication',
  answer: { kind: 'json', schema: z.array(PublicationLine) },
})

export const createPublication = endpoint({
  name: 'createPublication',
  method: 'POST',
  path: '/api/publications',
  summary: 'Begin a publication: which tables of which period, and what they are protected against',
  permission: publisher,
  audit: 'change',
  runsAs: 'samlad_publication',
  body: z.object({
    definition: Definition,
    /** The release that this one corrects. */
    replaces: z.uuid().nullable(),
    note: freeText(500),
  }),
  answer: { kind: 'json', schema: one },
})

export const getPublication = endpoint({
  name: 'getPublication',
  method: 'GET',
  path: '/api/publications/:id',
  summary: 'A publication, how its protection goes, and its tables as they would come out',
  permission: makers,
  audit: 'personRead',
  runsAs: 'samlad_publication',
  params: one,
  answer: { kind: 'json', schema: Publication },
})

export const changePublication = endpoint({
  name: 'changePublication',
  method: 'PUT',
  path: '/api/publications/:id',
  summary: 'Change a draft; refused when somebody else changed it meanwhile',
  permission: publisher,
  audit: 'change',
  runsAs: 'samlad_publication',
  params: one,
  body: z.object({ version: z.int(), definition: Definition }),
  answer: { kind: 'json', schema: Publication },
})

export const withdrawPublication = endpoint({
  name: 'withdrawPublication',
  method: 'DELETE',
  path: '/api/publications/:id',
  summary: 'Take back a draft or a proposal; what is out stays out',
  permission: publisher,
  audit: 'change',
  runsAs: 'samlad_publication',
  params: one,
  answer: { kind: 'json', schema: one },
})

export const protectPublication = endpoint({
  name: 'protectPublication',
  method: 'POST',
  path: '/api/publications/:id/protection',
  summary: 'Begin to protect the tables together with all that is out; the work goes on after the answer',
  permission: publisher,
  audit: 'change',
  runsAs: 'samlad_publication',
  params: one,
  body: z.object({ tier: z.enum(['instant', 'exact']), seconds: z.int().min(5).max(3600) }),
  callsPerMinute: 30,
  answer: { kind: 'json', schema: Publication },
})

export const getProtectionProgress = endpoint({
  name: 'getProtectionProgress',
  method: 'GET',
  path: '/api/publications/:id/protection',
  summary:
    'How far the newest protection has come; asked again and again while it goes on, so it shows no tables and leaves no row in the log',
  permission: makers,
  audit: 'none',
  runsAs: 'samlad_publication',
  params: one,
  answer: { kind: 'json', schema: ProtectionProgress },
})

export const cancelProtection = endpoint({
  name: 'cancelProtection',
  method: 'DELETE',
  path: '/api/publications/:id/protection',
  summary: 'Stop the protection under way',
  permission: publisher,
  audit: 'change',
  runsAs: 'samlad_publication',
  params: one,
  answer: { kind: 'json', schema: Publication },
})

export const proposePublication = endpoint({
  name: 'proposePublication',
  method: 'POST',
  path: '/api/publications/:id/proposal',
  summary: 'Propose a protected publication to be released; needs a proven exact protection that is not stale',
  permission: publisher,
  audit: 'change',
  runsAs: 'samlad_publication',
  params: one,
  answer: { kind: 'json', schema: Publication },
})

export const decidePublication = endpoint({
  name: 'decidePublication',
  method: 'POST',
  path: '/api/publications/:id/decision',
  summary: 'Approve and release a proposal of somebody else, or send it back with a reason',
  permission: approver,
  audit: 'change',
  runsAs: 'samlad_publication',
  params: one,
  body: z.object({ approve: z.boolean(), note: freeText(500) }),
  answer: { kind: 'json', schema: Publication },
})

/** A line of the list of releases. */
export const ReleaseLine = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.object({ sv: z.string(), en: z.string() }),
  from: z.string(),
  to: z.string(),
  releasedAt: z.string(),
  demo: z.boolean(),
  /** Whether a correction of it is out. */
  isCorrected: z.boolean(),
})
export type ReleaseLine = z.infer<typeof ReleaseLine>

/** A release: the frozen document with its hash and what stands about it. */
export const Release = z.object({
  id: z.uuid(),
  number: z.int(),
  releasedAt: z.string(),
  sha256: z.string(),
  policyHash: z.string(),
  /** The release that corrects this one. */
  correctedBy: z.uuid().nullable(),
  document: ReleaseDocument,
})
export type Release = z.infer<typeof Release>

export const listReleases = endpoint({
  name: 'listReleases',
  method: 'GET',
  path: '/api/releases',
  summary: 'Published sets of tables, newest first',
  permission: { kind: 'public' },
  audit: 'none',
  answer: { kind: 'json', schema: z.array(ReleaseLine) },
})

export const getRelease = endpoint({
  name: 'getRelease',
  method: 'GET',
  path: '/api/releases/:id',
  summary: 'A published set of tables',
  permission: { kind: 'public' },
  audit: 'none',
  params: one,
  answer: { kind: 'json', schema: Release },
})

export const getReleaseFile = endpoint({
  name: 'getReleaseFile',
  method: 'GET',
  path: '/api/releases/:id/file',
  summary: 'A release as files: a zip with the frozen document, CSV of each table, the report and hashes; or the report or one table alone',
  permission: { kind: 'public' },
  audit: 'none',
  params: one,
  query: z.object({ format: z.enum(['zip', 'report', 'csv', 'xlsx']), table: z.coerce.number().int().min(0).max(11).default(0) }),
  answer: { kind: 'file' },
})
