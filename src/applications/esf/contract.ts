import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { applicationReaders } from '../roles.ts'
import { EsfBook, EsfPlanFields, EsfStepFields } from './domain.ts'
import { readings } from './evidence.ts'

const one = z.object({ associationId: z.uuid(), applicationId: z.uuid() })
const readers = atAssociation(applicationReaders)
const office = atAssociation(['associationAdmin'])
const book = { kind: 'json', schema: EsfBook } as const

export const getEsf = endpoint({
  name: 'getEsf',
  method: 'GET',
  path: '/api/associations/:associationId/applications/:applicationId/esf',
  summary: 'The way of an application to ESF+: owner or last resort, what is documented, what it costs and when the fund pays',
  permission: readers,
  audit: 'none',
  params: one,
  answer: book,
})

export const planEsf = endpoint({
  name: 'planEsf',
  method: 'PUT',
  path: '/api/associations/:associationId/applications/:applicationId/esf/plan',
  summary:
    'Say how it is to be financed: the fund’s part, simplified cost options with their source, and how the fund pays; as a new version',
  permission: office,
  audit: 'change',
  params: one,
  body: EsfPlanFields,
  answer: book,
})

export const stepEsf = endpoint({
  name: 'stepEsf',
  method: 'POST',
  path: '/api/associations/:associationId/applications/:applicationId/esf/steps',
  summary:
    'Take the next step to ESF+; Försäkringskassan is asked only when the evidence is whole, an association can neither own nor apply, and no step is skipped',
  permission: office,
  audit: 'change',
  params: one,
  body: EsfStepFields,
  answer: book,
})

export const getEvidenceFile = endpoint({
  name: 'getEvidenceFile',
  method: 'GET',
  path: '/api/associations/:associationId/applications/:applicationId/esf/evidence',
  summary: 'The request to Försäkringskassan with a documented answer of each member, as one PDF; refused until it is whole',
  permission: readers,
  audit: 'none',
  params: one,
  query: z.object({ reading: z.enum(readings).default('allMembers') }),
  answer: { kind: 'file' },
})
