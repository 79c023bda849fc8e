import * as local from '../src/access/local/contract.ts'
import * as offices from '../src/access/offices/contract.ts'
import * as staff from '../src/access/staff/contract.ts'
import { call } from '../src/platform/call.ts'
import { world } from './api.ts'
import type { ImportBench } from './participations.ts'

const [controllerId] = world.controllers

/** Links that take two persons: a steward's, which another steward confirms, and an analyst's, which a second administrator does. */
export async function useLinksOfTwo(bench: ImportBench): Promise<void> {
  const employer = { kind: 'organisation', id: controllerId } as const
  const person = { kind: 'new', id: 'ny.dataansvarig', name: 'Ny Provgren', claimValue: null, employer } as const
  await call(offices.grantRole, { body: { person, role: 'controllerAdmin', placeId: controllerId, from: '2026-11-22', to: null } })
  await call(offices.makeOfficeLink, { params: { userId: person.id } })
  bench.as('controllerAdmin.1')
  const [asked] = (await call(staff.listStaff, { params: { controllerId } })).requests
  await call(local.confirmStaffLink, { params: { controllerId, id: asked!.id } })
  const id = '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'
  const other = {
    id,
    user_id: 'ny.analytiker',
    place_id: null,
    asked_by: 'approver.1',
    asked_at: '2026-11-22T09:00:00Z',
    confirmed_by: null,
  }
  await bench.database.queries.insertInto('account_request').values(other).execute()
  // Whoever asks has been an administrator for two weeks.
  const place = { association_id: null, controller_id: null, intervention_id: null }
  const was = { id, user_id: 'approver.1', role: 'systemAdministrator', ...place, valid_from: '2020-01-01', valid_to: '2026-11-21' }
  await bench.database.queries.insertInto('role_assignment').values(was).execute()
  bench.as('systemAdministrator.1')
  await call(offices.confirmOfficeLink, { params: { id } })
  await bench.database.queries.deleteFrom('role_assignment').where('id', '=', id).execute()
}
