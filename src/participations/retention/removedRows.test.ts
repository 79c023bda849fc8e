import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { world } from '../../../test/api.ts'
import { importBench, importRow, type ImportBench } from '../../../test/participations.ts'
import { whileHeld } from '../../../test/whileHeld.ts'
import { call, callStream } from '../../platform/call.ts'
import type { Queries } from '../../platform/database.ts'
import { referenceHmac } from '../importRules.ts'
import { markOf, markRemoved } from '../removedRows.ts'
import { changeParticipation, getParticipation } from '../register/contract.ts'
import { commitDraft } from '../sendImport.ts'
import { previewStrip, runDisposal, setRetention, stripParticipation, StripReason } from './contract.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const params = { controllerId }
beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
  await decide()
})

async function decide(months: number | null = null): Promise<void> {
  bench.as('controlleradmin.1')
  await call(setRetention, { params, body: { decision: 'KS 2026/12', decisionDate: '2026-05-01', months } })
  bench.as('caseworker.1')
}
const row = (at: number, given = {}) => importRow(at, { reference: `R-${at}`, ...given })
async function firstId(): Promise<string> {
  const { id } = await bench.database.queries.selectFrom('participation').select('id').executeTakeFirstOrThrow()
  return id
}
const strip = (id: string, reason: StripReason = 'withdrawal') =>
  call(stripParticipation, { params: { controllerId, id }, body: { reason } })
const women = () => bench.database.queries.selectFrom('anonymous_count').select(['year', 'women']).orderBy('year').execute()
const marks = () => bench.database.queries.selectFrom('removed_row').selectAll().execute()

describe('a participation that was removed at the person’s request', () => {
  test.each(StripReason.options)('does not come back with the next edition of its list: %s', async (reason) => {
    await bench.bring([row(1)])
    await strip(await firstId(), reason)
    const counted = await women()
    const { counts } = await bench.bring([row(1, { education: 'compulsory' }), row(2)])
    expect(counts).toMatchObject({ new: 1, newVersion: 0, unchanged: 0, skipped: 1 })
    expect(await bench.count('participation')).toBe(1)
    expect(await women()).toEqual(counted)
  })
  test('is told of before anything is written, by the rows of the list', async () => {
    await bench.bring([row(1), row(2)])
    await strip(await firstId())
    const { removed } = await bench.draft([row(1), row(2), row(3)])
    expect(removed).toHaveLength(1)
    expect([1, 2]).toContain(removed[0])
  })
  test('does not come back under a start that it had before it was corrected either', async () => {
    await bench.bring([row(1)])
    const record = await call(getParticipation, { params: { controllerId, id: await firstId() } })
    const participation = { ...record.participation, entryDate: '2024-03-04' }
    await call(changeParticipation, { params: { controllerId, id: record.id }, body: { version: 1, participation } })
    await strip(record.id)
    const both = ['2024-03-01', '2024-03-04'].map((entryDate, at) => importRow(at + 1, { reference: 'R-1', entryDate }))
    expect((await bench.bring(both)).counts).toMatchObject({ new: 0, skipped: 2 })
  })
  test('is another participation with another start: a new consent is a new entry', async () => {
    await bench.bring([row(1)])
    await strip(await firstId())
    expect((await bench.bring([row(1, { entryDate: '2025-02-01', groundDate: '2025-02-01' })])).counts).toMatchObject({ new: 1 })
  })
  test('does not come back when it was being removed as the list was read in', async () => {
    await bench.bring([row(1)])
    const id = await firstId()
    const { importId } = await bench.draft([row(1, { education: 'compulsory' }), row(2)])
    const remove = async (queries: Queries) => {
      await queries.selectFrom('participation').select('id').where('id', '=', id).forUpdate().execute()
      await markRemoved(queries, controllerId, [id])
      await queries.deleteFrom('fact').where('participation_id', '=', id).execute()
      await queries.updateTable('import_row').set({ participation_id: null }).where('participation_id', '=', id).execute()
      await queries.deleteFrom('participation_version').where('participation_id', '=', id).execute()
      await queries.deleteFrom('participation').where('id', '=', id).execute()
    }
    const commit = () => commitDraft({ controllerId, importId }, { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} })
    const outcome = await whileHeld(bench.database, remove, commit)
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { counts: { new: 1, skipped: 1 } } })
  })
  test('is recognised by its reference; whoever removes one without is told so', async () => {
    const recognised = async () => (await call(previewStrip, { params: { controllerId, id: await firstId() } })).recognised
    await bench.bring([row(1)])
    expect(await recognised()).toBe(true)
    await strip(await firstId())
    await bench.bring([importRow(2)])
    expect(await recognised()).toBe(false)
    await strip(await firstId())
    expect(await marks()).toHaveLength(1)
  })
})

describe('a participation that is locked until there is a decision', () => {
  test('is told of in the preview, and once disposed of does not come back', async () => {
    await bench.database.script('update controller set disposal_decision = null, disposal_decision_date = null')
    await bench.bring([row(1)])
    await strip(await firstId())
    expect((await bench.draft([row(1), row(2)])).removed).toEqual([1])
    expect(await marks()).toEqual([])
    await decide()
    bench.as('controlleradmin.1')
    await callStream(runDisposal, { params, body: { expected: 1 } }, () => undefined)
    bench.as('caseworker.1')
    expect((await bench.bring([row(1), row(2)])).counts).toMatchObject({ new: 1, skipped: 1 })
  })
})

test('what goes by age leaves no mark', async () => {
  const past = { entryDate: '2010-01-01', groundDate: '2010-01-01', exitDate: '2011-01-01', exitReason: 'toWork' }
  await bench.bring([row(1, past)])
  await decide(12)
  bench.as('controlleradmin.1')
  await callStream(runDisposal, { params, body: { expected: 1 } }, () => undefined)
  expect([await bench.count('participation'), await marks()]).toEqual([0, []])
})

describe('what is kept', () => {
  test('is a keyed hash and whose key it is, and nothing else', async () => {
    await bench.bring([row(1)])
    const { reference_hmac } = await bench.database.queries.selectFrom('participation').select('reference_hmac').executeTakeFirstOrThrow()
    await strip(await firstId())
    const kept = await marks()
    expect(kept).toEqual([{ controller_id: controllerId, mark: expect.stringMatching(/^[0-9a-f]{64}$/) as string }])
    expect(kept[0]!.mark).not.toBe(Buffer.from(reference_hmac!).toString('hex'))
    expect(JSON.stringify(await bench.database.queries.selectFrom('import_chunk').selectAll().execute())).not.toContain('R-1')
  })
  test('differs by controller, intervention, reference and start', () => {
    const [key, otherKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const [interventionId, otherId] = world.interventions
    const hmac = (reference: string) => referenceHmac(key, 'controller', interventionId, reference)
    const plain = { interventionId, reference: hmac('R-1'), entryDate: '2024-03-01' }
    const all = [
      markOf(key, plain),
      markOf(otherKey, plain),
      markOf(key, { ...plain, interventionId: otherId }),
      markOf(key, { ...plain, reference: hmac('R-2') }),
      markOf(key, { ...plain, entryDate: '2024-03-02' }),
    ]
    expect(new Set(all).size).toBe(all.length)
    expect(markOf(key, { ...plain })).toBe(all[0])
  })
  test('is neither changed nor taken away by those who work with records, and read by nobody else', async () => {
    await bench.bring([row(1)])
    await strip(await firstId())
    const { rows } = await sql<{ role: string; privilege: string }>`
      select grantee as role, privilege_type as privilege from information_schema.role_table_grants
      where table_name = 'removed_row' and grantee like 'samlad%' and grantee <> 'samlad_keeper' order by 1, 2`.execute(
      bench.database.queries,
    )
    expect(rows.map(({ role, privilege }) => `${role} ${privilege}`)).toEqual(['samlad_staff INSERT', 'samlad_staff SELECT'])
  })
})
