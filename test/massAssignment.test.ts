import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTransport, type Transport } from '../src/platform/call.ts'
import { transportAs, world } from './api.ts'
import { startIdentityProvider, type IdentityProvider } from './identityProvider.ts'
import { importBench, type ImportBench } from './participations.ts'
import { firstLink, useEverything } from './useEverything.ts'
import { anyKey } from './useTiers.ts'

/**
 * Every endpoint that changes or reads records is used as it should be, by a client that adds to each body who else it would like to be and
 * whose record it would like to write: another controller, another association, another user, another role, a lock, a version, an owner.
 */
let bench: ImportBench
let service: IdentityProvider
const [, controllerId] = world.controllers
const [, associationId] = world.associations
const forged: Record<string, unknown> = {
  ...{
    controllerId,
    controller_id: controllerId,
    associationId,
    association_id: associationId,
    ownerId: controllerId,
    owner_id: controllerId,
  },
  ...{ userId: 'systemadministrator.1', user_id: 'systemadministrator.1', recordedBy: 'boardmember.2', recorded_by: 'boardmember.2' },
  ...{ roles: ['systemAdministrator'], assignments: [{ role: 'systemAdministrator' }], isAdmin: true, demo: true, fictive: false },
  ...{ locked_at: '2026-01-01', lockedAt: '2026-01-01', personId: controllerId, person_id: controllerId, current: false },
  ...{ employer_id: controllerId, employed_until: '2000-01-01', recorded_at: '1999-01-01', import_id: controllerId, withdrawn_at: 'now' },
}
let added = 0

/** Adds what is forged to an object, and to the objects that it holds by name, where the name is not in it already. */
function forge(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((one) => forge(one, depth + 1))
  if (typeof value !== 'object' || value === null || depth > 2) return value
  const inner = Object.entries(value).map(([key, one]) => [key, /^(support|mapping)/.test(key) ? one : forge(one, depth + 1)] as const)
  added++
  return { ...forged, ...Object.fromEntries(inner) }
}

const hostile =
  (honest: Transport): Transport =>
  (path, init) => {
    if (typeof init.body !== 'string' || !init.body.startsWith('{')) return honest(path, init)
    // Rows of a list with columns of their own are refused altogether, and so is a ruleset with a rule that nobody knows.
    const depth = Number(path.includes('/imports/')) + 2 * Number(path.includes('/allocation-models'))
    return honest(path, { ...init, body: JSON.stringify(forge(JSON.parse(init.body), depth)) })
  }

beforeAll(async () => {
  service = await startIdentityProvider()
  const honest = await importBench({ provider: service.config, accountKey: Buffer.alloc(32, 1), identityKeys: anyKey, sendsMail: true })
  bench = { ...honest, as: (user) => useTransport(hostile(transportAs(honest.app, user?.toLowerCase()))) }
})
afterAll(async () => {
  await bench?.close()
  await service?.stop()
})

/** How many rows each table has at a place of another, or in the name of one who was not there. */
async function foreignRows(): Promise<Record<string, number>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('controller_id', 'association_id', 'owner_id', 'recorded_by', 'employer_id')
    order by 1, 2`.execute(bench.database.queries)
  const counts: Record<string, number> = {}
  for (const { table, column } of rows) {
    const foreign = { recorded_by: 'boardmember.2', association_id: associationId }[column] ?? controllerId
    const found = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where ${sql.ref(column)}::text = ${foreign}`.execute(bench.database.queries)
    counts[`${table}.${column}`] = found.rows[0]!.n
  }
  return counts
}

test('whatever a body says beside what it is asked, nothing is written at another’s place or in another’s name', async () => {
  const link = await firstLink(bench)
  const before = await foreignRows()
  expect(Object.keys(before).length).toBeGreaterThan(25)
  await useEverything(bench, service, link)
  expect(added).toBeGreaterThan(40)
  const after = await foreignRows()
  // The one honest place of another in the walk: a proposal to share a cost with it.
  expect({ ...after, 'share_proposal_part.association_id': 0 }).toEqual({ ...before, 'share_proposal_part.association_id': 0 })
  // The first administrator is made by the walk itself, with a link of its own; the world has one before.
  const administrators = await sql<{ n: number }>`select count(*) as n from role_assignment where role = 'systemAdministrator'`.execute(
    bench.database.queries,
  )
  expect(administrators.rows[0]!.n).toBe(2)
  const locked = await sql<{ n: number }>`
    select count(*) as n from participation where person_id = ${controllerId} or (locked_at is not null and locked_at < '2026-11-01')`.execute(
    bench.database.queries,
  )
  expect(locked.rows[0]!.n).toBe(0)
})
