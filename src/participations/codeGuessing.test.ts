import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../test/participations.ts'
import { makeParticipantCode } from '../values/participantCode.ts'
import { call } from '../platform/call.ts'
import type { Participation } from './domain.ts'
import { commitDraft } from './sendImport.ts'
import { findByCode, registerParticipation } from './register/contract.ts'

/** Guessing participant codes: whatever way they are tried, it is slowed down, narrowed to own interventions, and stands in the log. */
let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId }
/** Codes that nobody has, well formed. */
let tried = 0
const unknown = (): string => makeParticipantCode(() => ((++tried * 7919) % 99_991) / 99_991)

beforeEach(async () => {
  // An application for each test: what has been tried in one does not count in the next.
  bench = await importBench()
  await bench.empty()
})
afterEach(() => bench.close())

const codes = async (): Promise<{ code: string; id: string }[]> =>
  bench.database.queries.selectFrom('participation').select(['code', 'id']).orderBy('code').execute()
const lastRow = async (endpoint: string) =>
  bench.database.queries
    .selectFrom('audit_event')
    .select(['kind', 'status', 'subject', 'records'])
    .where('endpoint', '=', endpoint)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
const probe = (guess: string) =>
  refusal(
    bench.bring([importRow(2, { participantCode: guess, birthYear: 1970 }), importRow(3, { participantCode: unknown(), birthYear: 1971 })]),
  )
const register = (samePersonAs: string) => {
  const { row: _row, ...participation } = importRow(1)
  return call(registerParticipation, { params, body: { interventionId, participation: participation as Participation, samePersonAs } })
}

describe('through a list', () => {
  test('a guess beside a code that is surely unknown costs as much as a search', async () => {
    await bench.bring([importRow(2)])
    const [{ code } = { code: '' }] = await codes()
    const seen: number[] = []
    for (let at = 0; at < 22; at++) seen.push((await probe(at === 0 ? code : unknown())).status)
    // The first costs one, the others two each: ten of them use up twenty.
    expect(seen.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422))
    expect(new Set(seen.slice(10))).toEqual(new Set([429]))
    expect(await refusal(call(findByCode, { params, body: { code } }))).toMatchObject({ status: 429 })
  })
  test('more guesses at once than may be tried tell nothing of any', async () => {
    await bench.bring([importRow(2)])
    const [{ code } = { code: '' }] = await codes()
    const rows = [code, ...Array.from({ length: 30 }, unknown)].map((participantCode, at) =>
      importRow(at + 2, { participantCode, birthYear: 1950 + at }),
    )
    const told = await refusal(bench.bring(rows))
    expect(told).toMatchObject({ status: 429, key: 'participations.tooManyCodes' })
    expect(await lastRow('addImportRows')).toMatchObject({ kind: 'refused', status: 429, subject: 'codes 31 unknown 30', records: null })
  })
  test('what was searched for counts with what the list tries', async () => {
    for (let at = 0; at < 20; at++) await refusal(call(findByCode, { params, body: { code: unknown() } }))
    expect(await probe(unknown())).toMatchObject({ status: 429 })
    expect(await refusal(register(unknown()))).toMatchObject({ status: 429 })
  })
  test('a list whose codes are all one’s own costs nothing, however long', async () => {
    await bench.bring(Array.from({ length: 30 }, (_, at) => importRow(at + 2, { birthYear: 1950 + at })))
    const own = await codes()
    const again = own.map(({ code }, at) => importRow(at + 2, { participantCode: code, birthYear: 1950 + at, entryDate: '2025-02-01' }))
    expect((await bench.bring(again)).counts).toMatchObject({ new: 30 })
    const row = await lastRow('addImportRows')
    expect(row).toMatchObject({ kind: 'change', status: 200 })
    expect([...row.records!].sort()).toEqual(own.map(({ id }) => id).sort())
  })
  test('a code tried stands in the log as tried, never which', async () => {
    await probe(unknown())
    expect(await lastRow('addImportRows')).toMatchObject({ kind: 'refused', status: 422, subject: 'codes 2 unknown 2' })
  })
  test('a code that has gone between draft and commit is refused there, counted and logged', async () => {
    await bench.bring([importRow(2)])
    const [{ code } = { code: '' }] = await codes()
    const { importId } = await bench.draft([importRow(2, { participantCode: code, entryDate: '2025-02-01' })])
    await bench.database.queries.updateTable('participation').set({ locked_at: '2026-11-01T00:00:00Z' }).execute()
    const wrong = await refusal(commitDraft({ controllerId, importId }, { likelyDuplicates: 'import', anonymous: 'count', mapping: {} }))
    expect(wrong).toMatchObject({ key: 'participations.unknownCode' })
    expect(await lastRow('commitImport')).toMatchObject({ kind: 'refused', status: 422, subject: 'codes 1 unknown 1' })
  })
})

describe('a code of an intervention that is not one’s own', () => {
  beforeEach(async () => {
    await bench.bring([importRow(2)])
    await bench.database.queries.updateTable('participation').set({ intervention_id: world.volumeIntervention }).execute()
  })
  test('is unknown to a list, to a registration and to a search alike', async () => {
    const [{ code } = { code: '' }] = await codes()
    const rows = [importRow(2, { participantCode: code, entryDate: '2025-02-01' })]
    expect(await refusal(bench.bring(rows))).toMatchObject({ status: 422, key: 'participations.unknownCode' })
    expect(await refusal(register(code))).toMatchObject({ status: 422, key: 'register.unknownCode' })
    expect(await refusal(call(findByCode, { params, body: { code } }))).toMatchObject({ status: 404 })
    bench.as('controlleradmin.1')
    expect(await call(findByCode, { params, body: { code } })).toMatchObject({ code })
  })
})

test('registering to a code stands in the log with both participations, or that one was tried', async () => {
  await bench.bring([importRow(2)])
  const [{ code, id } = { code: '', id: '' }] = await codes()
  const made = await register(code)
  expect((await lastRow('registerParticipation')).records).toEqual([id, made.id])
  await refusal(register(unknown()))
  expect(await lastRow('registerParticipation')).toMatchObject({ kind: 'refused', status: 422, subject: 'codes 1 unknown 1' })
})
