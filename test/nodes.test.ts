import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../src/endpoints.ts'
import { openEmbedded, type Database } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import { Role } from '../src/platform/role.ts'
import { migrationFolder } from '../src/prepareDatabase.ts'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { withMountedRoutes } from './mountedRoutes.ts'

/** The first wall: what a node does not mount cannot be asked, and what its database does not have cannot be read. */
const address = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`
/** What a member does with its associations is about money and applications. */
const ofPersons = endpoints.filter(
  ({ path, permission, runsAs }) =>
    !path.startsWith('/api/members/') &&
    ((permission.kind === 'roleAt' && permission.place === 'controllerId') || runsAs === 'samlad_statistics'),
)

test('the walk knows what endpoints are about persons', () => {
  expect(ofPersons.length).toBeGreaterThan(30)
  for (const name of ['getParticipation', 'getFollowUp', 'searchLog', 'listStaff', 'commitImport']) {
    expect(ofPersons.map((one) => one.name)).toContain(name)
  }
})

describe.each(['association', 'national'] as const)('the node of kind %s', (node) => {
  let database: Database
  let app: FastifyInstance
  let mounted: string[]

  beforeAll(async () => {
    database = openEmbedded('memory://')
    await migrate(database, migrationFolder, node)
    await buildWorld(database, node)
    const built = await withMountedRoutes(() => testApp(database, undefined, { node, accountKey: Buffer.alloc(32, 1) }))
    app = built.app
    mounted = built.mounted
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  test('mounts no endpoint that is about persons', () => {
    const addresses = new Set(mounted)
    expect(ofPersons.map(address).filter((one) => addresses.has(one))).toEqual([])
    expect(mounted.length).toBeGreaterThan(25)
  })
  test('has no table with a controller’s records, and no function that names one', async () => {
    const held = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and (column_name in ('controller_id', 'participation_id', 'person_id') or table_name = 'controller')
      order by 1`.execute(database.queries)
    // Roles tell where somebody works, the log what was done where.
    expect(held.rows.map(({ name }) => name)).toEqual(['audit_event', 'role_assignment'])
    const tables = await sql<{
      name: string
    }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(database.queries)
    const known = new Set(tables.rows.map(({ name }) => name))
    const bodies = await sql<{ name: string; body: string }>`
      select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`.execute(database.queries)
    const lost = bodies.rows.flatMap(({ name, body }) =>
      [...body.matchAll(/\bpublic\.(\w+)\b(?!\s*\()/g)].filter(([, table]) => !known.has(table!)).map(([, table]) => `${name}: ${table}`),
    )
    expect(bodies.rows.length).toBeGreaterThan(5)
    expect(lost).toEqual([])
  })
  test('answers everything else, for every role, without an error of its own', async () => {
    const addresses = new Set(mounted)
    const failed: string[] = []
    for (const endpoint of endpoints.filter((one) => addresses.has(address(one)))) {
      for (const role of [undefined, ...Role.codes.map(({ code }) => `${code.toLowerCase()}.1`)]) {
        const path = endpoint.path
          .replace(':slug', 'prov-1')
          .replace(/:associationId/, world.associations[0])
          .replace(/:\w+/g, world.interventions[0])
        const init = { method: endpoint.method, headers: { 'x-samlad': '1', ...(endpoint.body && { 'content-type': 'application/json' }) } }
        const { status } = await transportAs(app, role)(path, { ...init, ...(endpoint.body && { body: '{}' }) })
        if (status >= 500) failed.push(`${endpoint.name} as ${role ?? 'nobody'}: ${status}`)
      }
    }
    expect(failed).toEqual([])
  })
  test('is asked in vain for a participation, by whomever', async () => {
    const path = `/api/controllers/${world.controllers[0]}/participations`
    for (const user of ['caseworker.1', 'controlleradmin.1', 'associationadmin.1']) {
      expect((await transportAs(app, user)(path, { method: 'GET' })).status).toBe(404)
    }
  })
  test('has a database that starts as no other kind', async () => {
    await expect(migrate(database, migrationFolder, 'all')).rejects.toMatchObject({ status: 409, key: 'error.otherNode' })
    expect(await migrate(database, migrationFolder, node)).toEqual([])
  })
})

test('a member’s node mounts what a node of everything does', async () => {
  const database = openEmbedded('memory://')
  await migrate(database, migrationFolder, 'member')
  const build = () => testApp(database, undefined, { node: 'member' })
  const { app, mounted } = await withMountedRoutes(build)
  const addresses = new Set(mounted)
  expect(ofPersons.map(address).filter((one) => !addresses.has(one))).toEqual([])
  await app.close()
  await database.close()
})
