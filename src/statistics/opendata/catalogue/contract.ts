import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

const open = { permission: { kind: 'public' }, audit: 'none', open: true, answer: { kind: 'file' } } as const

export const getCatalogue = endpoint({
  ...open,
  name: 'getCatalogue',
  method: 'GET',
  path: '/api/dcat',
  summary: 'The published tables as a data catalogue (DCAT-AP-SE 3), as RDF/XML or JSON-LD',
  query: z.object({ format: z.enum(['rdf', 'jsonld']).default('rdf') }),
})

export const getBulk = endpoint({
  ...open,
  name: 'getBulk',
  method: 'GET',
  path: '/api/bulk',
  summary: 'All published tables in one zip: each as JSON-stat 2.0 and as CSV with codes and names, with a list and hashes',
})
