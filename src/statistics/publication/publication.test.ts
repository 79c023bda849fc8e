import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, transportAs, world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { publishing, bySex, refusal, trial } from '../../../test/publications.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
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

describe('from draft to release', () => {
  let id: string
  let releaseId: string
  test('a publisher begins with tables that make sense', async () => {
    const bad = { ...trial, tables: [{ ...bySex, population: 'entries' as const, by: ['afterExit' as const] }] }
    expect(await refusal(begin(bad))).toBe('publication.faults')
    expect(await refusal(begin({ ...trial, policy: { ...trial.policy, threshold: 3 } }))).toBe('publication.faults')
    id = await begin(trial)
  })
  test('not of a period that has not ended', async () => {
    expect(await refusal(begin({ ...trial, year: 2100 }))).toBe('publication.faults')
    const { version } = await call(contract.getPublication, { params: { id } })
    const body = { version, definition: { ...trial, year: 2100 } }
    expect(await refusal(call(contract.changePublication, { params: { id }, body }))).toBe('publication.faults')
  })
  test('nothing is proposed before it is protected, exactly', async () => {
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.notProtected')
    const { run, preview } = await protect(id, 'instant')
    expect([run?.state, run?.result?.status]).toEqual(['done', 'instant'])
    expect(preview?.tables).toHaveLength(2)
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.exactNeeded')
  })
  test('protection is proven, and no small count is shown or can be worked out', async () => {
    const { run, preview } = await protect(id)
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
    const wanted = { ...trial, title: { sv: 'Prov av avslut 2023', en: '' } }
    const changed = await call(contract.changePublication, { params: { id }, body: { version, definition: wanted } })
    expect(changed.run?.isStale).toBe(true)
    expect(changed.preview).toBeNull()
    expect(await refusal(call(contract.changePublication, { params: { id }, body: { version, definition: wanted } }))).toBe(
      'publication.changedByOther',
    )
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.changedAfter')
  })
  test('who made it cannot approve it, and only who approves can', async () => {
    await protect(id)
    const approve = { params: { id }, body: { approve: true, note: '' } }
    expect(await refusal(call(contract.decidePublication, approve))).toBe('error.forbidden')
    await call(contract.proposePublication, { params: { id } })
    await database.queries
      .insertInto('role_assignment')
      .values({
        id: crypto.randomUUID(),
        user_id: 'publisher.1',
        role: 'approver',
        association_id: null,
        controller_id: null,
        intervention_id: null,
        valid_from: '2020-01-01',
        valid_to: null,
      })
      .execute()
    expect(await refusal(call(contract.decidePublication, approve))).toBe('publication.ownApproval')
    await database.queries.deleteFrom('role_assignment').where('user_id', '=', 'publisher.1').where('role', '=', 'approver').execute()
  })
  test('sent back it is a draft again, with the reason', async () => {
    as('approver.1')
    expect(await refusal(call(contract.decidePublication, { params: { id }, body: { approve: false, note: '' } }))).toBe(
      'publication.noteMissing',
    )
    const back = await call(contract.decidePublication, { params: { id }, body: { approve: false, note: 'Rubriken är oklar' } })
    expect(back).toMatchObject({ state: 'draft', returned: 'Rubriken är oklar' })
  })
  test('approved by another it is out, for everybody, with the hash of its bytes', async () => {
    as('publisher.1')
    await call(contract.proposePublication, { params: { id } })
    as('approver.1')
    const decided = await call(contract.decidePublication, { params: { id }, body: { approve: true, note: '' } })
    releaseId = decided.releaseId!
    as(undefined)
    const out = await call(contract.getRelease, { params: { id: releaseId } })
    const row = await database.queries.selectFrom('release').selectAll().executeTakeFirstOrThrow()
    expect(out.sha256).toBe(createHash('sha256').update(row.document).digest('hex'))
    expect(out.document.demo).toBe(true)
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
    const attempts = [
      () => database.queries.updateTable('ledger_cell').set({ value: 7 }).execute(),
      () => database.queries.deleteFrom('ledger_cell').execute(),
      () => database.queries.updateTable('release').set({ sha256: '' }).execute(),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow('What is out is never changed')
    as('publisher.1')
    expect(await refusal(call(contract.withdrawPublication, { params: { id } }))).toBe('publication.is.released')
  })
})

describe('what comes after', () => {
  // That a release is out is asked as well: one that never came out would add nothing either.
  const tablesOf = async (id: string) => {
    as(undefined)
    return (await call(contract.getRelease, { params: { id } })).document.tables
  }
  test('the same tables once more are a release of their own, cell by cell as before, and add nothing to the ledger', async () => {
    const before = await ledger()
    const [first] = await call(contract.listReleases)
    const again = await release(trial)
    expect(again).not.toBe(first!.id)
    expect(await tablesOf(again)).toEqual(await tablesOf(first!.id))
    expect(before.length).toBeGreaterThan(10)
    expect(await ledger()).toEqual(before)
  })
  test('nothing of them is new to who publishes, and the ledger itself takes nothing that it holds', async () => {
    const before = await ledger()
    const id = await begin(trial)
    expect((await protect(id)).run?.result?.fresh).toBe(0)
    // As if the protection had not known that they are out.
    const cells = JSON.stringify(before.map(({ address, value }) => [address, value]))
    await database.queries.updateTable('protection_run').set({ cells }).where('publication_id', '=', id).execute()
    await call(contract.proposePublication, { params: { id } })
    as('approver.1')
    const { state } = await call(contract.decidePublication, { params: { id }, body: { approve: true, note: '' } })
    expect([state, await ledger()]).toEqual(['released', before])
  })
  test('nor does a correction that corrects nothing', async () => {
    const before = await ledger()
    const { id } = await database.queries.selectFrom('release').select('id').orderBy('number', 'desc').executeTakeFirstOrThrow()
    const corrected = await release(trial, id, 'Ingenting är ändrat')
    expect(corrected).not.toBe(id)
    expect(await tablesOf(corrected)).toEqual(await tablesOf(id))
    expect(await ledger()).toEqual(before)
  })
  test('a protection that has no result yet is not out of date', async () => {
    const id = await begin({ ...trial, year: 2020 })
    as('publisher.1')
    const { run } = await call(contract.protectPublication, { params: { id }, body: { tier: 'instant', seconds: 60 } })
    expect(run).toMatchObject({ state: 'running', result: null, isStale: false })
    await call(contract.withdrawPublication, { params: { id } })
  })
  test('a protection made before another release does not know of it', async () => {
    const id = await begin({ ...trial, year: 2022 })
    await protect(id)
    await release({ ...trial, year: 2021 })
    as('publisher.1')
    expect((await call(contract.getPublication, { params: { id } })).run?.isStale).toBe(true)
    expect(await refusal(call(contract.proposePublication, { params: { id } }))).toBe('publication.releasedSince')
    await call(contract.withdrawPublication, { params: { id } })
  })
  test('a longer period is protected together with the shorter one', async () => {
    await release({ ...trial, month: 12 })
    const cells = new Map((await ledger()).map(({ address, value }) => [address, value]))
    const small = [...cells].flatMap(([address, value]) => {
      if (!address.includes('2023-01..2023-12') || value === null) return []
      const before = cells.get(address.replace('..2023-12', '..2023-08'))
      const rest = before === null || before === undefined ? 0 : value - before
      return rest > 0 && rest < 5 ? [`${address}: ${rest}`] : []
    })
    expect(small).toEqual([])
  })
  test('proposed cells are planned until they are out, sent back or taken back', async () => {
    const id = await begin({ ...trial, year: 2022, month: 4 })
    await protect(id)
    const planned = async () =>
      (await database.queries.selectFrom('planned_cell').select('address').where('publication_id', '=', id).execute()).length
    expect(await planned()).toBe(0)
    await call(contract.proposePublication, { params: { id } })
    expect(await planned()).toBeGreaterThan(10)
    as('approver.1')
    await call(contract.decidePublication, { params: { id }, body: { approve: false, note: 'Vänta' } })
    expect(await planned()).toBe(0)
    as('publisher.1')
    await call(contract.proposePublication, { params: { id } })
    await call(contract.withdrawPublication, { params: { id } })
    expect(await planned()).toBe(0)
  })
  test('protection can be stopped', async () => {
    const id = await begin({ ...trial, year: 2020 })
    await call(contract.protectPublication, { params: { id }, body: { tier: 'exact', seconds: 60 } })
    expect((await call(contract.cancelProtection, { params: { id } })).run?.state).toBe('cancelled')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await call(contract.getPublication, { params: { id } })).run?.state).toBe('cancelled')
  })
  test('how far it has come is told again and again without a row in the log, which a look at the tables leaves', async () => {
    const id = await begin({ ...trial, year: 2020 })
    const ask = async () => call(contract.getProtectionProgress, { params: { id } })
    const rows = async () => (await database.queries.selectFrom('audit_event').select('seq').execute()).length
    expect(await refusal(ask())).toBe('error.notFound')
    await call(contract.protectPublication, { params: { id }, body: { tier: 'exact', seconds: 60 } })
    const before = await rows()
    expect((await ask()).state).toBe('running')
    expect(await rows()).toBe(before)
    await call(contract.getPublication, { params: { id } })
    expect(await rows()).toBe(before + 1)
    await call(contract.cancelProtection, { params: { id } })
    expect(await ask()).toEqual({ state: 'cancelled', progress: null })
    await call(contract.withdrawPublication, { params: { id } })
    expect(await refusal(ask())).toBe('error.notFound')
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
