import { z } from 'zod'
import { endpoint, type Permission } from '../../../platform/endpoint.ts'
import { ModelFields, OpenedModel, SavedModels } from './domain.ts'

const national: Permission = { kind: 'role', roles: ['nationalAnalyst'] }
const list = { kind: 'json', schema: SavedModels } as const
const one = z.object({ id: z.uuid() })
const bodyLimit = 512 * 1024

export const listAllocationModels = endpoint({
  name: 'listAllocationModels',
  method: 'GET',
  path: '/api/allocation-models',
  summary:
    'Rulesets of the state’s allocation with their tables that the national office has saved, and their versions; without the tables',
  permission: national,
  audit: 'none',
  answer: list,
})

export const openAllocationModel = endpoint({
  name: 'openAllocationModel',
  method: 'GET',
  path: '/api/allocation-models/:id',
  summary: 'A saved ruleset with its table, in the version that holds or in one before it',
  permission: national,
  audit: 'none',
  params: one,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  answer: { kind: 'json', schema: OpenedModel },
})

export const saveAllocationModel = endpoint({
  name: 'saveAllocationModel',
  method: 'POST',
  path: '/api/allocation-models',
  summary: 'Save a ruleset with its table under a name; what cannot be reckoned is refused',
  permission: national,
  audit: 'change',
  /** `id` is made by the form, so that what is sent twice is one. */
  body: ModelFields.extend({ id: z.uuid() }),
  bodyLimit,
  answer: list,
})

export const changeAllocationModel = endpoint({
  name: 'changeAllocationModel',
  method: 'PUT',
  path: '/api/allocation-models/:id',
  summary: 'Save a new version of a ruleset or its table; those before are kept',
  permission: national,
  audit: 'change',
  params: one,
  /** `version` is the one that was changed. */
  body: ModelFields.extend({ version: z.int().min(1) }),
  bodyLimit,
  answer: list,
})
