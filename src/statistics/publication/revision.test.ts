import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../probability/seededRandom.ts'
import { world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { addParticipations } from '../../../test/facts.ts'
import { publishing, bySex, refusal, trial } from '../../../test/publications.ts'
import { call } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from './contract.ts'

let database: Database
let app: FastifyInstance
let as: ReturnType<typeof publishing>['as']
let begin: ReturnType<typeof publishing>['begin']
let protect: ReturnType<typeof publishing>['protect']
let release: ReturnType<typeof publishing>['release']

beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 11))
  ;({ as, begin, protect, release } = publishing(app))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const ledger = () => database.queries.selectFrom('ledger_cell').selectAll().orderBy('address').execute()

describe('when records have changed since', () => {
  /** Registers `n` women who left the first association in July 2023, late. */
  async function late(n: number, prefix: string): Promise<void> {
    await addParticipations(database, n, seededRandom(5), prefix)
    const ids = await database.queries.selectFrom('participation').select('id').where('code', 'like', `${prefix}%`).execute()
    await database.queries
      .updateTable('fact')
      .set({
        association_id: world.associations[0],
        sex: 0,
        occupation_after: 0,
        work_before: 0,
        work_after: 50,
        entry_month: 2022 * 12,
        exit_month: 2023 * 12 + 6,
      })
      .where(
        'participation_id',
        'in',
        ids.map(({ id }) => id),
      )
      .execute()
    await database.queries
      .updateTable('data_version')
      .set((on) => ({ version: on('version', '+', 1) }))
      .execute()
  }
  let first: string
  test('the same figures do not come out with other values', async () => {
    first = await release(trial)
    await late(3, 'late')
    const again = await protect(await begin({ ...trial, tables: [bySex] }))
    expect(again.run?.state).toBe('failed')
    expect(again.run?.fault).toContain('har ändrats sedan')
  })
  test('a correction that would tell of few waits', async () => {
    const { run } = await protect(await begin(trial, first, 'Sena registreringar'))
    expect(run?.fault).toContain('Vänta tills fler ändringar')
  })
  test('a correction of enough is a new release beside the old one', async () => {
    await late(6, 'more')
    const before = await ledger()
    const id = await release(trial, first, 'Sena registreringar')
    const changed = (await ledger()).filter(({ release_id }) => release_id === id)
    const was = new Map(before.map(({ address, value }) => [address, value]))
    expect(changed.length).toBeGreaterThan(0)
    for (const { address, value } of changed) {
      const old = was.get(address)
      if (value !== null && old !== null && old !== undefined) expect(Math.abs(value - old)).toBeGreaterThanOrEqual(5)
    }
    as(undefined)
    expect(await call(contract.getRelease, { params: { id: first } })).toMatchObject({ number: 1, correctedBy: id })
    expect(await call(contract.getRelease, { params: { id } })).toMatchObject({ number: 2, correctedBy: null })
    expect((await call(contract.listReleases)).map((one) => [one.number, one.isCorrected])).toEqual([
      [2, false],
      [1, true],
    ])
    const zip = (await app.inject({ method: 'GET', url: `/api/releases/${id}/file?format=zip` })).rawPayload
    expect(JSON.parse(strFromU8(unzipSync(zip)['edition.json']!))).toMatchObject({ number: 2, replaces: first })
  })
  test('what has been corrected is not corrected once more: nobody would compare that with what holds', async () =>
    expect(await refusal(begin(trial, first, 'En gång till'))).toBe('publication.correctedAlready'))
  test('a correction keeps every table of the release: what is left out could be subtracted', async () => {
    const latest = await database.queries.selectFrom('release').select('id').orderBy('number', 'desc').executeTakeFirstOrThrow()
    const { run } = await protect(await begin({ ...trial, tables: [bySex] }, latest.id, 'Färre tabeller'))
    expect(run?.fault).toContain('finns inte längre')
  })
})
