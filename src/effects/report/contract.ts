import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import type { Role } from '../../platform/role.ts'
import { readers } from '../../statistics/contract.ts'
import { PeriodShown } from '../../statistics/domain.ts'
import { monthSchema } from '../../values/month.ts'
import { locales } from '../../values/codeList.ts'

/** Who may freeze a report, which stays for good and counts in what became of interventions: not those who only read. */
export const freezers: readonly Role[] = ['associationAdmin', 'boardMember', 'interventionLead', 'controllerAdmin', 'nationalAnalyst']

/** Files that a frozen report has, in each language. */
export const frozenFormats = ['pdf', 'docx'] as const
export type FrozenFormat = (typeof frozenFormats)[number]

/** A frozen report in the list of its intervention: whom it is of, and what its files are known by. */
export const FrozenReport = z.object({
  id: z.uuid(),
  /** When those whom it is of began. */
  period: PeriodShown,
  dataDate: z.string(),
  madeAt: z.string(),
  software: z.string(),
  comparisonSha256: z.string().nullable(),
  files: z.array(z.object({ locale: z.enum(locales), format: z.enum(frozenFormats), sha256: z.string() })),
})
export type FrozenReport = z.infer<typeof FrozenReport>

/** The reports of an intervention after one has been asked for, and whether it is among them for the first time: of the very same it is the one there was. */
export const Frozen = z.object({ reports: z.array(FrozenReport), isNew: z.boolean() })
export type Frozen = z.infer<typeof Frozen>

const ofIntervention = z.object({ interventionId: z.uuid() })

export const listOutcomeReports = endpoint({
  name: 'listOutcomeReports',
  method: 'GET',
  path: '/api/interventions/:interventionId/outcome-reports',
  summary: 'The frozen reports on what became of an intervention’s participants, the newest first; no figures',
  permission: readers,
  audit: 'none',
  params: ofIntervention,
  answer: { kind: 'json', schema: z.array(FrozenReport) },
})

export const makeOutcomeReport = endpoint({
  name: 'makeOutcomeReport',
  method: 'POST',
  path: '/api/interventions/:interventionId/outcome-reports',
  summary:
    'Freeze such a report of those who began in a period, as files in both languages; where nothing has changed it is the one there is, and that is told',
  permission: { kind: 'role', roles: freezers },
  audit: 'change',
  params: ofIntervention,
  /** Four files are made each time. */
  callsPerMinute: 20,
  /** Without months: the usual ones of what happens over time. */
  body: z.object({
    ...{ from: monthSchema.optional(), to: monthSchema.optional() },
    /** The SHA-256 of a comparison made in somebody's own file, which the report refers to and nobody here has seen. */
    comparisonSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  answer: { kind: 'json', schema: Frozen },
})

export const getOutcomeReportFile = endpoint({
  name: 'getOutcomeReportFile',
  method: 'GET',
  path: '/api/outcome-reports/:id/:locale/:format',
  summary: 'A file of a frozen report, byte for byte as it was made',
  permission: readers,
  audit: 'personRead',
  params: z.object({ id: z.uuid(), locale: z.enum(locales), format: z.enum(frozenFormats) }),
  answer: { kind: 'file' },
})
