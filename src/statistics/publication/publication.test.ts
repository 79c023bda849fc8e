import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { addParticipations, fillFacts } from '../../../test/facts.ts'
import { seededRandom } from '../../../bench/syntheticFacts.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from './contract.ts'
import type { Publication } from './contract.ts'
import { defaultPublicationPolicy } from './domain.ts'
import type { Definition, PublishedTable } from './domain.ts'

let database: Database
let app: FastifyInstance
const as = (user: string | undefined): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 400, 11)
  app = await testApp(database)
}, 60_000)
afterAll(async () => {
  await app.close()
  await database.close()
})

const bySex: PublishedTable = { population: 'exits', place: 'association', region: false, by: ['sex'] }
const byOutcome: PublishedTable = { population: 'exits', place: 'association', region: false, by: ['afterExit'] }
const definition: Definition = {
  ...{ title: { sv: 'Prov av avslut', en: 'Trial of exits' }, year: 2023, month: 8, tables: [bySex, byOutcome], policy: defaultPublicationPolicy },
}

async function begin(wanted: Definition, replaces: string | null = null, note = ''): Promise<string> {
  as('publisher.1')
  return (await call(contract.createPublication, { body: { definition: wanted, replaces, note } })).id
}

/** Protects and waits for the end of it. */
async function protectedNow(id: string, tier: 'instant' | 'exact' = 'exact'): Promise<Publication> {
  as('publisher.1')
  await call(contract.protectPublication, { params: { id }, body: { tier, seconds: 60 } })
  for (;;) {
    const publication = await call(contract.getPublication, { params: { id } })
    if (publication.run?.state !== 'running') return publication
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function released(wanted: Definition, replaces: string | null = null, note = ''): Promise<string> {
  const id = await begin(wanted, replaces, note)
  await protectedNow(id)
  await call(contract.proposePublication, { params: { id } })
  as('approver.1')
  const { releaseId } = await call(contract.decidePublication, { params: { id }, body: { approve: true, note: '' } })
  return releaseId!
}

/** How a call was refused, by the key of its message. */
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'let through',
    (error: { key: string }) => error.key,
  )

const ledger = () => database.queries.selectFrom('ledger_cell').selectAll().orderBy('address').execute()

describe('from draft to release', () => {
  let id: string
  let releaseId: string
  test('a publisher begins with tables that make sense', async () => {
    const bad = { ...definition, tables: [{ ...bySex, population: 'entries' as const, by: ['afterExit' as const] }] }
    expect(await refusal(begin(bad))).toBe('publication.faults')
    expect(await refusal(begin({ ...definition, policy: { ...definition.policy, threshold: 3 } }))).toBe('publication.faults')
    id = await begin(definition)
  })
  test('nothing is proposed before it is protected, exactly', async () => {
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.notProtected')
    const { run, preview } = await protectedNow(id, 'instant')
    expect([run?.state, run?.result?.status]).toEqual(['done', 'instant'])
    expect(preview?.tables).toHaveLength(2)
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.exactNeeded')
  })
  test('protection is proven, and no small count is shown or can be worked out', async () => {
    const { run, preview } = await protectedNow(id)
    expect(run).toMatchObject({ state: 'done', isStale: false, result: { exact: 0, obstacles: [] } })
    expect(run!.result!.worlds).toBeGreaterThan(0)
    const shown = preview!.tables.flatMap(({ cells }) => cells).flatMap((cell) => (cell.kind === 'shown' ? [cell.value] : []))
    expect(shown.length).toBeGreaterThan(10)
    expect(shown.filter((value) => value > 0 && value < 5)).toEqual([])
  })
  test('what is shown is what SQL by hand counts', async () => {
    const { preview } = await call(contract.getPublication, { params: { id } })
    const [{ axes, cells }] = preview!.tables as [NonNullable<typeof preview>['tables'][number]]
    expect(axes.map(({ name, codes }) => [name, codes.length])).toEqual([
      ['place', 3],
      ['sex', 3],
    ])
    const { rows } = { rows: await database.queries.selectFrom('fact').select(['association_id', 'sex', 'exit_month']).execute() }
    const inPeriod = rows.filter(({ exit_month }) => exit_month !== null && exit_month >= 2023 * 12 && exit_month < 2023 * 12 + 8)
    cells.forEach((cell, at) => {
      const [place, sex] = [axes[0]!.codes[Math.floor(at / 3)]!.code, at % 3]
      const n = inPeriod.filter((row) => (place === 'nation' || row.association_id === place) && (sex === 0 || row.sex === sex - 1)).length
      if (cell.kind === 'shown') expect(cell.value).toBe(n)
    })
  })
  test('a change of the tables makes the protection stale', async () => {
    const { version } = await call(contract.getPublication, { params: { id } })
    const wanted = { ...definition, title: { sv: 'Prov av avslut 2023', en: '' } }
    const changed = await call(contract.changePublication, { params: { id }, body: { version, definition: wanted } })
    expect(changed.run?.isStale).toBe(true)
    expect(changed.preview).toBeNull()
    expect(await refusal(call(contract.changePublication, { params: { id }, body: { version, definition: wanted } }))).toBe('publication.changedByOther')
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.changedAfter')
  })
  test('who made it cannot approve it, and only who approves can', async () => {
    await protectedNow(id)
    const approve = { params: { id }, body: { approve: true, note: '' } }
    expect(await refusal(call(contract.decidePublication, approve))).toBe('error.forbidden')
    await call(contract.proposePublication, { params: { id } })
    await database.queries
      .insertInto('role_assignment')
      .values({ id: crypto.randomUUID(), user_id: 'publisher.1', role: 'approver', association_id: null, controller_id: null, intervention_id: null, valid_from: '2020-01-01', valid_to: null })
      .execute()
    expect(await refusal(call(contract.decidePublication, approve))).toBe('publication.ownApproval')
    await database.queries.deleteFrom('role_assignment').where('user_id', '=', 'publisher.1').where('role', '=', 'approver').execute()
  })
  test('sent back it is a draft again, with the reason', async () => {
    as('approver.1')
    expect(await refusal(call(contract.decidePublication, { params: { id }, body: { approve: false, note: '' } }))).toBe('publication.noteMissing')
    const back = await call(contract.decidePublication, { params: { id }, body: { approve: false, note: 'Rubriken är oklar' } })
    expect(back).toMatchObject({ state: 'draft', note: 'Rubriken är oklar' })
  })
  test('approved by another it is out, for everybody, with the hash of its bytes', async () => {
    as('publisher.1')
    await call(contract.proposePublication, { params: { id } })
    as('approver.1')
    const out = await call(contract.decidePublication, { params: { id }, body: { approve: true, note: '' } })
    releaseId = out.releaseId!
    as(undefined)
    const release = await call(contract.getRelease, { params: { id: releaseId } })
    const row = await database.queries.selectFrom('release').selectAll().executeTakeFirstOrThrow()
    expect(release.sha256).toBe(createHash('sha256').update(row.document).digest('hex'))
    expect(release.document.demo).toBe(true)
    expect(await call(contract.listReleases)).toMatchObject([{ id: releaseId, number: 1, from: '2023-01', to: '2023-08' }])
  })
  test('its files are the same bytes every time, and their hashes are true', async () => {
    const zip = async (): Promise<Uint8Array> => {
      const { blob } = await callFile(contract.getReleaseFile, { params: { id: releaseId }, query: { format: 'zip' } })
      return new Uint8Array(await blob.arrayBuffer())
    }
    const [first, second] = [await zip(), await zip()]
    expect(Buffer.from(first).equals(second)).toBe(true)
    const files = unzipSync(first)
    const sums = Buffer.from(files.SHA256SUMS!).toString('utf8').trim().split('\n')
    expect(sums).toHaveLength(Object.keys(files).length - 1)
    for (const line of sums) {
      const [hash, name] = line.split('  ') as [string, string]
      expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(hash)
    }
    expect(Buffer.from(files['rapport.md']!).toString('utf8')).toContain('Vad som fortfarande är möjligt')
    expect(Buffer.from(files['tabell-1.csv']!).toString('utf8')).toContain('PÅHITTADE DATA')
  })
  test('every cell stands in the ledger, and what is out is never changed', async () => {
    const cells = await ledger()
    expect(cells.map(({ address }) => address)).toContain(`exits 2023-01..2023-08 association=${world.associations[0]} sex=woman`)
    expect(cells.filter(({ value }) => value !== null && value > 0 && value < 5)).toEqual([])
    expect(await database.queries.selectFrom('planned_cell').selectAll().execute()).toEqual([])
    for (const work of [
      database.queries.updateTable('ledger_cell').set({ value: 7 }).execute(),
      database.queries.deleteFrom('ledger_cell').execute(),
      database.queries.updateTable('release').set({ sha256: '' }).execute(),
    ])
      await expect(work).rejects.toThrow('What is out is never changed')
    as('publisher.1')
    expect(await refusal(call(contract.withdrawPublication, { params: { id } }))).toBe('publication.is.released')
  })
})

describe('what comes after', () => {
  test('the same tables once more add nothing to the ledger', async () => {
    const before = await ledger()
    await released(definition)
    expect(await ledger()).toEqual(before)
  })
  test('a protection made before another release does not know of it', async () => {
    const id = await begin({ ...definition, year: 2022 })
    await protectedNow(id)
    await released({ ...definition, year: 2021 })
    as('publisher.1')
    expect((await call(contract.getPublication, { params: { id } })).run?.isStale).toBe(true)
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.releasedSince')
    await call(contract.withdrawPublication, { params: { id } })
  })
  test('a longer period is protected together with the shorter one', async () => {
    await released({ ...definition, month: 12 })
    const cells = new Map((await ledger()).map(({ address, value }) => [address, value]))
    const small = [...cells].flatMap(([address, value]) => {
      if (!address.includes('2023-01..2023-12') || value === null) return []
      const before = cells.get(address.replace('..2023-12', '..2023-08'))
      const rest = before == null ? 0 : value - before
      return rest > 0 && rest < 5 ? [`${address}: ${rest}`] : []
    })
    expect(small).toEqual([])
  })
  test('planned cells are reserved until they are out or taken back', async () => {
    const id = await begin({ ...definition, year: 2022, month: 4 })
    await protectedNow(id, 'instant')
    const planned = () => database.queries.selectFrom('planned_cell').select('address').where('publication_id', '=', id).execute()
    expect((await planned()).length).toBeGreaterThan(10)
    await call(contract.withdrawPublication, { params: { id } })
    expect(await planned()).toEqual([])
  })
  test('protection can be stopped', async () => {
    const id = await begin({ ...definition, year: 2020 })
    await call(contract.protectPublication, { params: { id }, body: { tier: 'exact', seconds: 60 } })
    expect((await call(contract.cancelProtection, { params: { id } })).run?.state).toBe('cancelled')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await call(contract.getPublication, { params: { id } })).run?.state).toBe('cancelled')
  })
})

describe('when records have changed since', () => {
  /** Registers `n` women who left the first association in July 2023, late. */
  async function late(n: number, prefix: string): Promise<void> {
    await addParticipations(database, n, seededRandom(5), prefix)
    const ids = await database.queries.selectFrom('participation').select('id').where('code', 'like', `${prefix}%`).execute()
    await database.queries
      .updateTable('fact')
      .set({ association_id: world.associations[0], sex: 0, occupation_after: 0, work_before: 0, work_after: 50, entry_month: 2022 * 12, exit_month: 2023 * 12 + 6 })
      .where('participation_id', 'in', ids.map(({ id }) => id))
      .execute()
    await database.queries.updateTable('data_version').set((on) => ({ version: on('version', '+', 1) })).execute()
  }
  let first: string
  test('the same figures do not come out with other values', async () => {
    first = (await database.queries.selectFrom('release').select('id').orderBy('number').executeTakeFirstOrThrow()).id
    await late(3, 'late')
    const again = await protectedNow(await begin({ ...definition, tables: [bySex] }))
    expect(again.run?.state).toBe('failed')
    expect(again.run?.fault).toContain('har ändrats sedan')
  })
  test('a correction that would tell of few waits', async () => {
    const { run } = await protectedNow(await begin(definition, first, 'Sena registreringar'))
    expect(run?.fault).toContain('Vänta tills fler ändringar')
  })
  test('a correction of enough is a new release beside the old one', async () => {
    await late(6, 'more')
    const before = await ledger()
    const id = await released(definition, first, 'Sena registreringar')
    const changed = (await ledger()).filter(({ release_id }) => release_id === id)
    const was = new Map(before.map(({ address, value }) => [address, value]))
    expect(changed.length).toBeGreaterThan(0)
    for (const { address, value } of changed) {
      const old = was.get(address)
      if (value !== null && old != null) expect(Math.abs(value - old)).toBeGreaterThanOrEqual(5)
    }
    as(undefined)
    expect((await call(contract.getRelease, { params: { id: first } })).number).toBe(1)
  })
})

describe('who may not', () => {
  test.each(['nationalanalyst.1', 'associationadmin.1', 'caseworker.1'])('%s sees nothing of what is on its way', async (user) => {
    as(user)
    expect(await refusal(call(contract.listPublications))).toBe('error.forbidden')
  })
  test('where others than this machine are answered, invented data are not public', async () => {
    const open = await testApp(database, undefined, { loopback: false })
    useTransport(transportAs(open, undefined))
    expect(await call(contract.listReleases)).toEqual([])
    const [row] = await database.queries.selectFrom('release').select('id').execute()
    expect(await refusal(call(contract.getRelease, { params: { id: row!.id } }))).toBe('error.notFound')
    await open.close()
  })
})
