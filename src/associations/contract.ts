import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { freeText } from '../values/freeText.ts'
import { AssociationDetail, AssociationSummary, MunicipalityTile, Network } from './domain.ts'

const layer = z.object({
  /** The real register, or the invented layer of the demo. Never both in one answer. */
  layer: z.enum(['register', 'fictive']).default('register'),
})

export const getNetwork = endpoint({
  name: 'getNetwork',
  method: 'GET',
  path: '/api/network',
  summary: 'Totals of the register with how sure they are',
  permission: { kind: 'public' },
  audit: 'none',
  query: layer,
  answer: { kind: 'json', schema: Network },
})

export const listAssociations = endpoint({
  name: 'listAssociations',
  method: 'GET',
  path: '/api/associations',
  summary: 'Associations with area and population',
  permission: { kind: 'public' },
  audit: 'none',
  query: layer,
  answer: { kind: 'json', schema: z.array(AssociationSummary) },
})

export const getAssociation = endpoint({
  name: 'getAssociation',
  method: 'GET',
  path: '/api/associations/:slug',
  summary: 'One association with members by party and area',
  permission: { kind: 'public' },
  audit: 'none',
  params: z.object({ slug: z.string().max(100) }),
  answer: { kind: 'json', schema: AssociationDetail },
})

export const listMunicipalities = endpoint({
  name: 'listMunicipalities',
  method: 'GET',
  path: '/api/municipalities',
  summary: 'Municipalities with their tile on the map and membership as far as known',
  permission: { kind: 'public' },
  audit: 'none',
  query: layer,
  answer: { kind: 'json', schema: z.array(MunicipalityTile) },
})

export const placeMunicipality = endpoint({
  name: 'placeMunicipality',
  method: 'POST',
  path: '/api/associations/:associationId/municipalities',
  summary: 'Correct the register: say, with a source, that a municipality belongs to the association or has left it',
  permission: { kind: 'roleAt', roles: ['associationAdmin'], place: 'associationId', at: 'params.associationId' },
  audit: 'change',
  params: z.object({ associationId: z.uuid() }),
  body: z.object({
    municipalityCode: z.string().regex(/^\d{4}$/),
    belongs: z.boolean(),
    source: freeText(500).min(5, 'associations.sourceNeeded'),
  }),
  answer: { kind: 'json', schema: AssociationDetail },
})
