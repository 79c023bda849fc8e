import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call, callStream } from '../../platform/call.ts'
import { undoImport } from '../contract.ts'
import type { Participation } from '../domain.ts'
import * as register from '../register/contract.ts'
import * as retention from './contract.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId }
const rule = { decision: 'KS 2026/12', decisionDate: '2026-05-01', months: 12 }

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
  const none = { disposal_decision: null, disposal_decision_date: null, retention_months: null }
  await bench.database.queries.updateTable('controller').set(none).execute()
  await bench.database.queries.deleteFrom('audit_event').execute()
})

async function enter(given: Partial<Participation> = {}, samePersonAs: string | null = null): Promise<{ id: string; code: string }> {
  bench.as('caseworker.1')
  const { row: _row, ...plain } = importRow(1, given)
  return call(register.registerParticipation, {
    params,
    body: { interventionId, participation: plain as Participation, samePersonAs },
  })
}
const ended = (entryDate: string, exitDate: string): Partial<Participation> => ({
  entryDate,
  groundDate: entryDate,
  exitDate,
  exitReason: 'toWork',
  occupationAfter: 'work',
})
const decide = async (months: number | null = rule.months) => {
  bench.as('controlleradmin.1')
  return call(retention.setRetention, { params, body: { ...rule, months } })
}
const strip = (id: string, reason: retention.StripReason = 'withdrawal') => {
  bench.as('caseworker.1')
  return call(retention.stripParticipation, { params: { controllerId, id }, body: { reason } })
}
const anonymous = () =>
  bench.database.queries.selectFrom('anonymous_count').select(['year', 'women', 'men', 'intervention_id']).orderBy('year').execute()

/** Every place in the whole database where a text stands. */
async function placesOf(text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    bench.database.queries,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(name)} as one where one::text like ${`%${text}%`}`.execute(bench.database.queries)
    if (Number(rows[0]!.n) > 0) found.push(name)
  }
  return found
}

describe('withdrawn consent', () => {
  test('shows first what will happen', async () => {
    const { id, code } = await enter({ ...ended('2024-11-01', '2026-02-01') })
    expect(await call(retention.previewStrip, { params: { controllerId, id } })).toEqual({
      code,
      interventionName: 'Provinsats 1',
      versions: 1,
      contacts: 0,
      years: [2024, 2025, 2026],
      decision: null,
      recognised: false,
    })
  })
  test('removes everything about the participation and counts it anonymously in each year it spanned', async () => {
    await decide()
    const { id, code } = await enter({ ...ended('2024-11-01', '2026-02-01') })
    await call(register.recordContact, {
      params: { controllerId, id },
      body: { date: '2026-05-01', reached: true, source: 'ownContact', changes: [] },
    })
    expect(await strip(id)).toEqual({ outcome: 'stripped' })
    expect(await placesOf(code)).toEqual([])
    // The log keeps that it was handled, by an id that points at nothing any more.
    expect(await placesOf(id)).toEqual(['audit_event'])
    expect(await anonymous()).toEqual([2024, 2025, 2026].map((year) => ({ year, women: 1, men: 0, intervention_id: interventionId })))
  })
  test('of one that runs counts to this year, and of one registered in error not at all', async () => {
    await decide()
    const running = await enter({ entryDate: '2025-06-01', groundDate: '2025-06-01', sex: 'man' })
    await strip(running.id, 'protectedIdentity')
    const wrong = await enter({ ...ended('2024-01-01', '2024-05-01'), exitReason: 'felregistrering' })
    await strip(wrong.id)
    expect((await anonymous()).map(({ year, women, men }) => [year, women, men])).toEqual([
      [2025, 0, 1],
      [2026, 0, 1],
    ])
  })
  test('leaves a hash of the code in the log, never the code', async () => {
    await decide()
    const { id, code } = await enter()
    await strip(id)
    const row = await bench.database.queries
      .selectFrom('audit_event')
      .select(['subject', 'user_id'])
      .where('endpoint', '=', 'stripParticipation')
      .executeTakeFirstOrThrow()
    expect(row.subject).toMatch(/^stripped withdrawal [0-9a-f]{32}$/)
    expect(row.subject).not.toContain(code)
  })
  test('without a decision on disposal locks: out of every figure and list, found by nobody, nothing removed', async () => {
    const { id, code } = await enter()
    expect(await strip(id)).toEqual({ outcome: 'locked' })
    expect(await bench.count('fact')).toBe(0)
    expect(await bench.count('participation')).toBe(1)
    expect(await refusal(call(register.getParticipation, { params: { controllerId, id } }))).toMatchObject({ status: 404 })
    expect(await refusal(call(register.findByCode, { params, body: { code } }))).toMatchObject({ status: 404 })
    expect((await call(register.listParticipations, { params })).total).toBe(0)
    expect(await refusal(enter({}, code))).toMatchObject({ key: 'register.unknownCode' })
    const sameCode = importRow(2, { participantCode: code, entryDate: '2024-08-01' })
    expect(await refusal(bench.bring([sameCode]))).toMatchObject({ key: 'participations.unknownCode' })
    bench.as('controlleradmin.1')
    expect((await call(retention.getRetention, { params })).locked).toMatchObject([{ n: 1 }])
  })
  test('of a participation imported from a list leaves the receipt without it', async () => {
    await decide()
    bench.as('caseworker.1')
    await bench.bring([importRow(2), importRow(3)])
    const { rows } = await call(register.listParticipations, { params })
    await strip(rows[0]!.id)
    const receipt = await bench.database.queries.selectFrom('import_row').select('participation_id').execute()
    expect(receipt.map((row) => row.participation_id).sort()).toEqual([rows[1]!.id, null])
  })
})

test('a locked participation is not brought back by reading its list in again, nor by undoing', async () => {
  bench.as('caseworker.1')
  await bench.bring([importRow(2, { reference: 'R-1' })])
  const { id: importId } = await bench.bring([importRow(2, { reference: 'R-1', education: 'compulsory' })])
  const { rows } = await call(register.listParticipations, { params })
  await strip(rows[0]!.id)
  const again = await bench.bring([importRow(2, { reference: 'R-1', education: 'postSecondary' })])
  expect(again.counts).toMatchObject({ new: 0, newVersion: 0, skipped: 1 })
  await call(undoImport, { params: { controllerId, importId } })
  expect(await bench.count('fact')).toBe(0)
})

describe('disposal by age', () => {
  const run = async (expected: number) => {
    bench.as('controlleradmin.1')
    let receipt: retention.DisposalRun | undefined
    await callStream(retention.runDisposal, { params, body: { expected } }, (line) => void (receipt = line.receipt ?? receipt))
    return receipt
  }
  test('has no default: nothing would go before there is a decision and a rule', async () => {
    await enter(ended('2005-01-01', '2006-01-01'))
    bench.as('controlleradmin.1')
    expect(await call(retention.getRetention, { params })).toEqual({ retention: null, wouldGo: [], locked: [], runs: [] })
    expect((await decide(null)).wouldGo).toEqual([])
  })
  test('is rehearsed by intervention, run with a receipt, and keeps what is not past its time', async () => {
    // 24 months to the last follow-up and 12 by the rule: what ended before 2023-11-22 goes.
    await enter(ended('2022-01-01', '2023-11-21'))
    const kept = await enter(ended('2022-01-01', '2023-11-22'))
    await enter({ entryDate: '2010-01-01', groundDate: '2010-01-01' })
    expect((await decide()).wouldGo).toEqual([{ interventionId, name: 'Provinsats 1', n: 1 }])
    const receipt = await run(1)
    expect(receipt).toMatchObject({ decision: rule.decision, months: 12, ranBy: 'controlleradmin.1', counts: [{ n: 1 }] })
    const after = await call(retention.getRetention, { params })
    expect(after).toMatchObject({ wouldGo: [], runs: [{ id: receipt!.id }] })
    bench.as('caseworker.1')
    expect((await call(register.getParticipation, { params: { controllerId, id: kept.id } })).id).toBe(kept.id)
    expect(await bench.count('participation')).toBe(2)
  })
  describe('of what was registered in error asks for no follow-ups', () => {
    const n = async () => (await decide()).wouldGo.map((one) => one.n)
    test('where it had ended: the rule counts from the end', async () => {
      await enter({ ...ended('2024-01-01', '2025-11-21'), exitReason: 'felregistrering' })
      await enter({ ...ended('2024-01-01', '2025-11-22'), exitReason: 'felregistrering' })
      expect(await n()).toEqual([1])
      await run(1)
      expect([await bench.count('participation'), await anonymous()]).toEqual([1, []])
    })
    test('where it had not, as an undone list leaves it and a form may save it: from the day it was marked, in Sweden', async () => {
      bench.as('caseworker.1')
      const { id: importId } = await bench.bring([importRow(2), importRow(3, { sex: 'man' })])
      await call(undoImport, { params: { controllerId, importId } })
      await enter({ exitReason: 'felregistrering' })
      expect(await n()).toEqual([])
      const markAt = (at: string) => bench.database.script(`update participation_version set recorded_at = '${at}' where current`)
      await markAt('2025-11-21T23:30:00Z')
      expect(await n()).toEqual([])
      await markAt('2025-11-21T22:30:00Z')
      expect(await n()).toEqual([3])
      await run(3)
      expect([await bench.count('participation'), await anonymous()]).toEqual([0, []])
    })
  })
  test('takes the locked ones with it', async () => {
    const { id } = await enter()
    await strip(id)
    await decide()
    await run(1)
    expect(await bench.count('participation')).toBe(0)
    expect((await anonymous()).length).toBeGreaterThan(0)
  })
  test('does nothing when the number is not the one that was shown', async () => {
    await enter(ended('2010-01-01', '2011-01-01'))
    await decide()
    expect(await refusal(run(2))).toMatchObject({ key: 'retention.otherNumber' })
    expect(await bench.count('participation')).toBe(1)
  })
  test('is the steward’s alone, and of the own house alone', async () => {
    await enter()
    bench.as('caseworker.1')
    expect(await refusal(call(retention.setRetention, { params, body: rule }))).toMatchObject({ status: 404 })
    bench.as('controlleradmin.1')
    expect(await refusal(call(retention.getRetention, { params: { controllerId: foreign } }))).toMatchObject({ status: 404 })
  })
})

test('no other session strips, even by calling the database’s own function', async () => {
  await decide()
  const { id } = await enter()
  const attempt = bench.database.as('samlad_staff', 'guessed', (queries) =>
    sql`select strip_participation(${controllerId}, ${id}, 2026, now(), 'caseworker.1')`.execute(queries),
  )
  await expect(attempt).rejects.toMatchObject({ code: '42501' })
  expect(await bench.count('participation')).toBe(1)
})
