import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpointsOfAll } from '../src/endpoints.ts'
import { useTransport } from '../src/platform/call.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import { transportAs, world } from './api.ts'
import { startIdentityProvider, type IdentityProvider } from './identityProvider.ts'
import { importBench, type ImportBench } from './participations.ts'
import { firstLink, useEverything } from './useEverything.ts'
import { anyKey, onPostgresOnly } from './useTiers.ts'

let bench: ImportBench
let service: IdentityProvider
/** Every call of the walk that succeeded, with what it answered when that is text. */
const calls: { user: string; endpoint: Endpoint; path: string; text: string }[] = []
beforeAll(async () => {
  service = await startIdentityProvider()
  const plain = await importBench({ provider: service.config, accountKey: Buffer.alloc(32, 1), identityKeys: anyKey, sendsMail: true })
  bench = { ...plain, as: (user) => useTransport(noting(user?.toLowerCase())) }
})
afterAll(async () => {
  await bench?.close()
  await service?.stop()
})

/** What is done elsewhere, or by whoever has a link, and stands in the log of a controller that it touches too. */
const alsoAtControllers = ['grantRole', 'endRole', 'confirmRole', 'makeOfficeLink', 'confirmOfficeLink', 'useAccountLink']

/** What is done before it is known by whom. */
const knowsNobody = ['openAccountLink', 'departToProvider']

/** The transport of a user that notes what it is asked. */
function noting(user: string | undefined): ReturnType<typeof transportAs> {
  const honest = transportAs(bench.app, user)
  return async (address, init) => {
    const answer = await honest(address, init)
    const path = address.split('?')[0]!
    const endpoint = endpointsOfAll.find((one) => one.method === (init.method ?? 'GET') && patternOf(one).test(path))
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    if (answer.ok && endpoint) calls.push({ user: user ?? '', endpoint, path, text: isJson ? await answer.clone().text() : '' })
    return answer
  }
}
const patternOf = ({ path }: Endpoint): RegExp => new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`)

const [associationId] = world.associations
const [controllerId] = world.controllers

test('every successful change and every read of persons stands in the log, with who, what and where', async () => {
  const { queries } = bench.database
  await useEverything(bench, service, await firstLink(bench))

  const rows = await queries.selectFrom('audit_event').selectAll().execute()
  expect(rows.filter(({ kind, status }) => kind === 'refused' || status !== 200)).toEqual([])
  const audited = endpointsOfAll.filter(({ audit, name }) => audit !== 'none' && !onPostgresOnly.includes(name))
  expect([...new Set(rows.map(({ endpoint }) => endpoint))].sort()).toEqual(audited.map(({ name }) => name).sort())
  for (const { name, audit, permission } of audited) {
    for (const row of rows.filter(({ endpoint }) => endpoint === name)) {
      const place = permission.kind === 'roleAt' ? permission.place : undefined
      expect(row, name).toMatchObject({
        kind: audit,
        association_id: place === 'associationId' ? associationId : null,
        controller_id: place === 'controllerId' || (alsoAtControllers.includes(name) && row.controller_id !== null) ? controllerId : null,
      })
      if (permission.kind === 'public') expect(row.user_id !== null || knowsNobody.includes(name), name).toBe(true)
      else
        expect(row.user_id, name).toMatch(
          /^(associationadmin|publisher|approver|caseworker|controlleradmin|interventionlead|membereditor|systemadministrator|nationalanalyst)\.1$/,
        )
    }
  }
})

test('the log holds no name, code or value', async () => {
  const text = JSON.stringify(await bench.database.queries.selectFrom('audit_event').selectAll().execute())
  const codes = await bench.database.queries.selectFrom('participation').select(['code', 'person_id']).execute()
  expect(codes.length).toBeGreaterThan(0)
  for (const secret of [
    'HSA-disa',
    'fyra hästar',
    'Provet',
    'Administratören',
    'lista.xlsx',
    '196201122808',
    '0112-2808',
    ...codes.flatMap(({ code, person_id }) => [code, person_id]),
  ]) {
    expect(text).not.toContain(secret)
  }
})

describe('every read and change of one participation', () => {
  // Stripping leaves a salted hash alone: the participation is gone, and the log must not keep what would point to it.
  const ofOne = endpointsOfAll.filter(
    ({ path, audit, name }) => audit !== 'none' && path.includes('/participations/:id') && name !== 'stripParticipation',
  )

  test.each(ofOne.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s stands in the log with which, and by what role',
    async (name, endpoint) => {
      const asked = calls.filter((one) => one.endpoint.name === name)
      if (!onPostgresOnly.includes(name)) expect(asked.length).toBeGreaterThan(0)
      const rows = await rowsOf(name)
      expect(rows.length).toBe(asked.length)
      for (const [at, { path, user }] of asked.entries()) {
        const id = path.split('/participations/')[1]!.split('/')[0]
        expect(rows[at]!.records?.[0]).toBe(id)
        expect(rows[at]!.role?.toLowerCase()).toBe(user.split('.')[0])
        expect(endpoint.permission).toMatchObject({ roles: expect.arrayContaining([rows[at]!.role]) })
      }
    },
  )
})

test('whatever participation an answer of a read shows, by id or code, its row of the log names', async () => {
  const records = await bench.database.queries.selectFrom('participation').select(['id', 'code']).execute()
  const reads = endpointsOfAll.filter(({ audit, answer }) => audit === 'personRead' && answer.kind === 'json')
  let shown = 0
  for (const { name } of reads) {
    const rows = await rowsOf(name)
    for (const [at, { text }] of calls.filter((one) => one.endpoint.name === name).entries()) {
      const seen = records.filter(({ id, code }) => text.includes(id) || text.includes(code)).map(({ id }) => id)
      shown += seen.length
      expect(rows[at]!.records ?? [], name).toEqual(expect.arrayContaining(seen))
    }
  }
  expect(shown).toBeGreaterThan(10)
})

const rowsOf = (endpoint: string) =>
  bench.database.queries
    .selectFrom('audit_event')
    .select(['records', 'role', 'subject'])
    .where('endpoint', '=', endpoint)
    .where('kind', '!=', 'refused')
    .orderBy('seq')
    .execute()
