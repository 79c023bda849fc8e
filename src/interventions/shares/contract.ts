import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'
import { Share, ShareProposal } from './domain.ts'

const office: Permission = { kind: 'roleAt', roles: ['associationAdmin'], place: 'associationId', at: 'params.associationId' }
const association = z.object({ associationId: z.uuid() })
const one = association.extend({ id: z.uuid() })

export const listShareProposals = endpoint({
  name: 'listShareProposals',
  method: 'GET',
  path: '/api/associations/:associationId/share-proposals',
  summary: 'Open proposals on shared interventions that concern the association',
  permission: office,
  audit: 'none',
  params: association,
  answer: { kind: 'json', schema: z.array(ShareProposal) },
})

export const proposeShares = endpoint({
  name: 'proposeShares',
  method: 'POST',
  path: '/api/associations/:associationId/interventions/:id/shares',
  summary: 'Propose how associations share the cost of an intervention; holds when each of them has accepted',
  permission: office,
  audit: 'change',
  params: one,
  body: z.object({ shares: z.array(Share).min(1).max(72) }),
  answer: { kind: 'json', schema: z.array(ShareProposal) },
})

export const answerShares = endpoint({
  name: 'answerShares',
  method: 'POST',
  path: '/api/associations/:associationId/share-proposals/:id',
  summary: 'Accept or decline proposed shares; the association that proposed them takes them back by declining',
  permission: office,
  audit: 'change',
  params: one,
  body: z.object({ accept: z.boolean() }),
  answer: { kind: 'json', schema: z.array(ShareProposal) },
})
