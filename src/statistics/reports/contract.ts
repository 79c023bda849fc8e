import { z } from 'zod'
import { SupportSource } from '../../participations/codes.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { monthSchema } from '../../values/month.ts'
import { readers } from '../contract.ts'
import { placeText } from '../domain.ts'
import { comparable } from '../domain.ts'
import { comparedMeasures, interventionColumns } from './choices.ts'
import { Report, reportFormats, reportKinds } from './domain.ts'

const columnList = z
  .string()
  .max(200)
  .default('')
  .transform((text) => interventionColumns.filter((name) => text === '' || text.split(',').includes(name)))

const question = z.object({
  place: placeText.default('nation'),
  /** Without months: the last whole calendar year with data. */
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  /** The support source before that support after is shown of, in the standard report. */
  source: SupportSource.schema.default('sjukpenning'),
  /** Places to put side by side by a measure, in the reports on participants. */
  compare: z.enum(comparable).optional(),
  measure: z.enum(comparedMeasures).default('to-work-or-study'),
  /** Columns of the report on interventions, separated by commas; all unless said. */
  columns: columnList,
  /** The report on costs: each intervention by itself, or summed by association. */
  detail: z.enum(['summed', 'detailed']).default('summed'),
})
const params = z.object({ kind: z.enum(reportKinds) })

export const getReport = endpoint({
  name: 'getReport',
  method: 'GET',
  path: '/api/reports/:kind',
  summary: 'A standard report of one place and period as data: parts with tables, definitions and sentences, protected',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  params,
  query: question,
  answer: { kind: 'json', schema: Report },
})

export const getReportFile = endpoint({
  name: 'getReportFile',
  method: 'GET',
  path: '/api/reports/:kind/file',
  summary: 'The same report as a file: PDF, .docx, .xlsx or CSV',
  permission: readers,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  params,
  query: question.extend({ format: z.enum(reportFormats) }),
  answer: { kind: 'file' },
})

const associationAdmin = { kind: 'roleAt', roles: ['associationAdmin'], place: 'associationId', at: 'params.associationId' } as const
const associationYear = z.object({ associationId: z.uuid(), year: z.coerce.number().int().min(1993).max(2100) })

export const getFinsam = endpoint({
  name: 'getFinsam',
  method: 'GET',
  path: '/api/associations/:associationId/finsam/:year',
  summary: 'What Uppföljning Finsam asks an association for of a year: own head-counts exactly, computed ones protected',
  permission: associationAdmin,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  params: associationYear,
  answer: { kind: 'json', schema: Report },
})

export const getFinsamFile = endpoint({
  name: 'getFinsamFile',
  method: 'GET',
  path: '/api/associations/:associationId/finsam/:year/file',
  summary: 'The same as .xlsx or CSV',
  permission: associationAdmin,
  audit: 'personRead',
  runsAs: 'samlad_statistics',
  params: associationYear,
  query: z.object({ format: z.enum(['xlsx', 'csv']) }),
  answer: { kind: 'file' },
})
