import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '../src/endpoints.ts'
import { world } from './api.ts'
import { startIdentityProvider, type IdentityProvider } from './identityProvider.ts'
import { importBench, type ImportBench } from './participations.ts'
import { firstLink, useEverything } from './useEverything.ts'
import { anyKey, onPostgresOnly } from './useTiers.ts'

let bench: ImportBench
let service: IdentityProvider
beforeAll(async () => {
  service = await startIdentityProvider()
  bench = await importBench({ provider: service.config, accountKey: Buffer.alloc(32, 1), identityKeys: anyKey })
})
afterAll(async () => {
  await bench?.close()
  await service?.stop()
})

/** What is done elsewhere, or by whoever has a link, and stands in the log of a controller that it touches too. */
const alsoAtControllers = ['makeOfficeLink', 'confirmOfficeLink', 'useAccountLink']

const [associationId] = world.associations
const [controllerId] = world.controllers

test('every successful change and every read of persons stands in the log, with who, what and where', async () => {
  const { queries } = bench.database
  await useEverything(bench, service, await firstLink(bench))

  const rows = await queries.selectFrom('audit_event').selectAll().execute()
  expect(rows.filter(({ kind, status }) => kind === 'refused' || status !== 200)).toEqual([])
  const audited = endpoints.filter(({ audit, name }) => audit !== 'none' && !onPostgresOnly.includes(name))
  expect([...new Set(rows.map(({ endpoint }) => endpoint))].sort()).toEqual(audited.map(({ name }) => name).sort())
  for (const { name, audit, permission } of audited) {
    for (const row of rows.filter(({ endpoint }) => endpoint === name)) {
      const place = permission.kind === 'roleAt' ? permission.place : undefined
      expect(row, name).toMatchObject({
        kind: audit,
        association_id: place === 'associationId' ? associationId : null,
        controller_id: place === 'controllerId' || (alsoAtControllers.includes(name) && row.controller_id !== null) ? controllerId : null,
      })
      if (permission.kind !== 'public')
        expect(row.user_id, name).toMatch(
          /^(associationadmin|publisher|approver|caseworker|controlleradmin|interventionlead|systemadministrator)\.1$/,
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
