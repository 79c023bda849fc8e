import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import type { Permission } from '../platform/endpoint.ts'
import { monthSchema } from '../values/month.ts'
import { CaseMixBeside, comparable, Drops, FollowUp, placeText, Places, Tabulated } from './domain.ts'

/** Everybody with a role among people who work with the interventions; the figures are protected, and the same for all. */
export const readers: Permission = {
  kind: 'role',
  roles: [
    'associationAdmin',
    'boardMember',
    'auditor',
    'memberViewer',
    'interventionLead',
    'caseworker',
    'controllerAdmin',
    'nationalAnalyst',
  ],
}

const word = z.string().min(1).max(60)
const condition = z.string().max(2000)
const layout = {
  rows: word.optional(),
  columns: word.optional(),
  where: z
    .union([condition, z.array(condition).max(20)])
    .default([])
    .transform((where) => [where].flat()),
}

export const tabulateFacts = endpoint({
  name: 'tabulateFacts',
  method: 'GET',
  path: '/api/tabulate',
  summary:
    'One measure by at most two dimensions (rows may be year or month: the period in parts), protected; where=KEY=VALUE may be repeated (year, from, to, dimensions, places)',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: z.object({ measure: word, ...layout }),
  answer: { kind: 'json', schema: Tabulated },
})

export const tabulateSeveral = endpoint({
  name: 'tabulateSeveral',
  method: 'GET',
  path: '/api/tabulate/several',
  summary: 'The same for up to four measures at once, as tables with the same rows and columns',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: z.object({ measure: z.union([word, z.array(word).min(1).max(4)]).transform((one) => [...new Set([one].flat())]), ...layout }),
  answer: { kind: 'json', schema: z.array(Tabulated) },
})

export const getCaseMix = endpoint({
  name: 'getCaseMix',
  method: 'GET',
  path: '/api/tabulate/case-mix',
  summary:
    'Age, education and time on support of those whom a measure counts, of each place with 20 or more; it stands beside every comparison of them',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: z.object({ measure: word, by: z.enum(comparable), where: layout.where }),
  answer: { kind: 'json', schema: CaseMixBeside },
})

export const listPlaces = endpoint({
  name: 'listPlaces',
  method: 'GET',
  path: '/api/places',
  summary: 'Places and months to choose from in follow-up',
  permission: readers,
  audit: 'none',
  runsAs: 'samlad_statistics',
  answer: { kind: 'json', schema: Places },
})

export const listDrops = endpoint({
  name: 'listDrops',
  method: 'GET',
  path: '/api/quality/drops',
  summary: 'Associations where fewer than half as many began in the last twelve months as in the twelve before; no numbers',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  answer: { kind: 'json', schema: Drops },
})

const choice = z.object({
  place: placeText.default('nation'),
  /** Without months: the last whole calendar year with data. */
  from: monthSchema.optional(),
  to: monthSchema.optional(),
})

export const getFollowUp = endpoint({
  name: 'getFollowUp',
  method: 'GET',
  path: '/api/follow-up',
  summary: 'What became of the participants of one place and period, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: choice,
  answer: { kind: 'json', schema: FollowUp },
})

export const getFollowUpFile = endpoint({
  name: 'getFollowUpFile',
  method: 'GET',
  path: '/api/follow-up/file',
  summary: 'The same as a file: CSV (UTF-8 with BOM, semicolon) or XLSX',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  query: choice.extend({ format: z.enum(['csv', 'xlsx']) }),
  answer: { kind: 'file' },
})
