import { z } from 'zod'
import { endpoint, type Permission } from '../platform/endpoint.ts'
import type { Role } from '../platform/role.ts'
import {
  CatalogueExample,
  HeadCount,
  HistoricFigure,
  Intervention,
  InterventionFields,
  InterventionYear,
  Method,
  RecordedYear,
  StoredFigure,
} from './domain.ts'

const at = (roles: readonly Role[]): Permission => ({
  kind: 'roleAt',
  roles,
  place: 'associationId',
  at: 'params.associationId',
})
const office = at(['associationAdmin'])
const association = z.object({ associationId: z.uuid() })

export const listInterventions = endpoint({
  name: 'listInterventions',
  method: 'GET',
  path: '/api/interventions',
  summary: 'Interventions of an association, or all',
  permission: { kind: 'public' },
  audit: 'none',
  query: z.object({ association: z.string().max(100).optional() }),
  answer: { kind: 'json', schema: z.array(Intervention) },
})

export const getIntervention = endpoint({
  name: 'getIntervention',
  method: 'GET',
  path: '/api/interventions/:id',
  summary: 'One intervention',
  permission: { kind: 'public' },
  audit: 'none',
  params: z.object({ id: z.uuid() }),
  answer: { kind: 'json', schema: Intervention },
})

export const createIntervention = endpoint({
  name: 'createIntervention',
  method: 'POST',
  path: '/api/associations/:associationId/interventions',
  summary: 'Register an intervention; the owner must be a member (§ 7)',
  permission: office,
  audit: 'change',
  params: association,
  body: InterventionFields,
  answer: { kind: 'json', schema: Intervention },
})

export const changeIntervention = endpoint({
  name: 'changeIntervention',
  method: 'PUT',
  path: '/api/associations/:associationId/interventions/:id',
  summary: 'Change an intervention; refused when somebody else changed it meanwhile',
  permission: office,
  audit: 'change',
  params: association.extend({ id: z.uuid() }),
  body: InterventionFields.extend({ version: z.int() }),
  answer: { kind: 'json', schema: Intervention },
})

export const listMethods = endpoint({
  name: 'listMethods',
  method: 'GET',
  path: '/api/methods',
  summary: 'Method catalogue; evidence only where checked',
  permission: { kind: 'public' },
  audit: 'none',
  answer: { kind: 'json', schema: z.array(Method) },
})

export const listExamples = endpoint({
  name: 'listExamples',
  method: 'GET',
  path: '/api/examples',
  summary: 'Real interventions from open sources, as examples',
  permission: { kind: 'public' },
  audit: 'none',
  answer: { kind: 'json', schema: z.array(CatalogueExample) },
})

/** What an association itself has entered about a year. */
export const YearPicture = z.object({
  year: z.int(),
  /** True for an invented association: whatever shows the picture says so. */
  fictive: z.boolean(),
  /** The approved period that locks the figures; null when they may be changed. */
  lock: z.object({ year: z.int(), month: z.int(), ends: z.string(), approvedOn: z.string() }).nullable(),
  rows: z.array(
    z.object({
      intervention: z.object({
        id: z.uuid(),
        name: z.string(),
        countingMode: z.string(),
        esf: z.boolean(),
        ownerId: z.uuid(),
        ownerName: z.string(),
      }),
      headCount: HeadCount.nullable(),
      money: InterventionYear.nullable(),
    }),
  ),
  historic: z.array(StoredFigure),
})
export type YearPicture = z.infer<typeof YearPicture>

export const getYearPicture = endpoint({
  name: 'getYearPicture',
  method: 'GET',
  path: '/api/associations/:associationId/years/:year',
  summary: 'Counts, plan and money the association has entered itself for a year, and older figures',
  permission: at(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: association.extend({ year: z.coerce.number().int().min(1993).max(2100) }),
  answer: { kind: 'json', schema: YearPicture },
})

const recorded = { kind: 'json', schema: z.object({ recorded: z.int() }) } as const

export const recordHeadCounts = endpoint({
  name: 'recordHeadCounts',
  method: 'POST',
  path: '/api/associations/:associationId/head-counts',
  summary: 'Enter head-counts of interventions that are counted by volume',
  permission: office,
  audit: 'change',
  params: association,
  body: z.object({ rows: z.array(HeadCount).min(1).max(2000) }),
  answer: recorded,
})

export const recordInterventionYears = endpoint({
  name: 'recordInterventionYears',
  method: 'POST',
  path: '/api/associations/:associationId/intervention-years',
  summary: 'Enter planned participants, budget, actual cost and financing per intervention and year',
  permission: office,
  audit: 'change',
  params: association,
  body: z.object({ rows: z.array(RecordedYear).min(1).max(2000) }),
  answer: recorded,
})

export const recordHistoricFigures = endpoint({
  name: 'recordHistoricFigures',
  method: 'POST',
  path: '/api/associations/:associationId/historic-figures',
  summary: 'Enter already aggregated figures from an older source',
  permission: office,
  audit: 'change',
  params: association,
  body: z.object({ rows: z.array(HistoricFigure).min(1).max(2000) }),
  answer: recorded,
})

export const withdrawHistoricFigure = endpoint({
  name: 'withdrawHistoricFigure',
  method: 'DELETE',
  path: '/api/associations/:associationId/historic-figures/:id',
  summary: 'Take an older figure out; the row is kept',
  permission: office,
  audit: 'change',
  params: association.extend({ id: z.uuid() }),
  answer: recorded,
})

export const SheetKind = z.enum(['headCounts', 'money', 'actuals', 'historic'])

export const getAssociationTemplate = endpoint({
  name: 'getAssociationTemplate',
  method: 'GET',
  path: '/api/associations/:associationId/templates/:kind',
  summary: 'Spreadsheet to fill in: head-counts, money, or older figures',
  permission: office,
  audit: 'none',
  params: association.extend({ kind: SheetKind }),
  query: z.object({ year: z.coerce.number().int().min(1993).max(2100) }),
  answer: { kind: 'file' },
})
