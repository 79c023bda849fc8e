import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addMonths, addDays } from '../../values/civilDate.ts'
import type { ImportRow } from '../import/importRow.ts'
import { listParticipations, recordContact } from '../register/contract.ts'
import { getQuality, listFindings } from './contract.ts'
import { qualityMessages } from './qualityMessages.ts'
import { qualityRuleCodes, yearsOf, type QualityRule } from './rules.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const params = { controllerId }
const today = '2026-11-22'

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

/** Rows registered on the day after they began. */
async function bring(...given: Partial<ImportRow>[]): Promise<void> {
  const rows = given.map((one, at) => importRow(at + 2, { birthYear: 1970 + at, groundDate: one.entryDate ?? '2024-03-01', ...one }))
  await bench.bring(rows, [], 'import')
  await bench.database.script("update participation_version set recorded_at = (entry_date + 1)::timestamp at time zone 'Europe/Stockholm'")
}
const set = (text: string): Promise<void> => bench.database.script(`update participation_version set ${text}`)
const ended = { exitDate: '2024-09-01', exitReason: 'toWork', occupationAfter: 'work', supportAfter: { lon: 100 } } as const
const found = async (rule: QualityRule): Promise<string[]> =>
  (await call(listFindings, { params, query: { rule } })).rows.map(({ entryDate }) => entryDate)
/** Every rule that finds something, with the days of entry of what it finds. */
async function everything(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const rule of qualityRuleCodes) {
    const days = await found(rule)
    if (days.length > 0) all[rule] = days
  }
  return all
}

describe('a rule finds what it is for, and nothing beside', () => {
  test('a plain running and a plain ended participation: no rule finds anything', async () => {
    await bring({}, ended)
    expect(await everything()).toEqual({})
  })
  test('dates that have not come', async () => {
    await bring({ entryDate: '2026-11-22', groundDate: '2026-11-22' })
    expect(await everything()).toEqual({})
    await set("entry_date = '2026-11-23', ground_date = '2026-11-23'")
    expect(await everything()).toEqual({ inFuture: ['2026-11-23'] })
  })
  test('a follow-up before entry', async () => {
    await bring({ entryDate: '2024-03-01' })
    const { rows } = await call(listParticipations, { params })
    const body = { date: '2024-04-01', reached: true, source: 'ownContact' as const, changes: [] }
    await call(recordContact, { params: { ...params, id: rows[0]!.id }, body })
    expect(await everything()).toEqual({})
    await bench.database.script("update contact set contact_date = '2024-02-29'")
    expect(await everything()).toEqual({ contactBeforeEntry: ['2024-03-01'] })
  })
  test('the same person twice at once, but not one after another', async () => {
    await bring({ ...ended, entryDate: '2024-03-01' }, { entryDate: '2024-09-02' })
    await bench.database.script('update participation set person_id = (select id from participation order by id limit 1)')
    expect(await everything()).toEqual({})
    await bench.database.script(
      "update participation_version set entry_date = '2024-09-01', ground_date = '2024-09-01' where exit_date is null",
    )
    expect(await everything()).toEqual({ overlap: ['2024-09-01', '2024-03-01'] })
  })
  test('two alike with codes of their own', async () => {
    await bring({ birthYear: 1980 }, { birthYear: 1980 }, { birthYear: 1980, sex: 'man' })
    expect(await everything()).toEqual({ twin: ['2024-03-01', '2024-03-01'] })
  })
  test('more than four years, running or ended', async () => {
    const four = addMonths(today, -48)
    await bring({ entryDate: four }, { ...ended, entryDate: '2018-01-01', exitDate: '2022-01-02' })
    expect(await everything()).toEqual({ longStay: ['2018-01-01'] })
    await set(`entry_date = '${addDays(four, -1)}', ground_date = '${addDays(four, -1)}' where exit_date is null`)
    expect(await found('longStay')).toEqual([addDays(four, -1), '2018-01-01'])
  })
  test('no support before and after, of those that have ended', async () => {
    await bring({}, { ...ended, supportAfter: {} })
    await set("support_before = '{}'")
    expect(await everything()).toEqual({ supportEmpty: ['2024-03-01'] })
  })
  test('no occupation after, of those that have ended', async () => {
    await bring(ended)
    await set('occupation_after = null')
    expect(await everything()).toEqual({ occupationUnknown: ['2024-03-01'] })
  })
  test('work without wages, unless it is subsidised', async () => {
    await bring({ ...ended, supportAfter: { sjukpenning: 100 } })
    expect(await everything()).toEqual({ workWithoutPay: ['2024-03-01'] })
    await set("work_type = 'subsidised'")
    expect(await everything()).toEqual({})
  })
  test('a ground dated after entry', async () => {
    await bring({})
    await set("ground_date = '2024-03-02'")
    expect(await everything()).toEqual({ groundAfterEntry: ['2024-03-01'] })
  })
  test('registered on the thirty-first day, by the days of Sweden', async () => {
    await bring({})
    await set("recorded_at = '2024-03-31T21:59:00Z'")
    expect(await everything()).toEqual({})
    await set("recorded_at = '2024-03-31T22:01:00Z'")
    expect(await everything()).toEqual({ lateRegistration: ['2024-03-01'] })
  })
  test('what was registered in error, locked or without a ground is left alone', async () => {
    await bring({ birthYear: 1930, ageReason: 'planned' as never }, { entryDate: '2018-01-01' })
    for (const change of [
      "exit_reason = 'felregistrering', exit_date = '2024-03-01'",
      "exit_reason = null, exit_date = null, ground = 'none'",
    ]) {
      await set(change)
      expect(await everything()).toEqual({})
    }
  })
})

describe('the numbers', () => {
  test('are those of the findings, by year of entry, with all participations beside', async () => {
    await bring({ entryDate: '2018-05-01' }, { entryDate: '2018-06-01' }, { entryDate: '2024-05-01' })
    const { numbers, interventions } = await call(getQuality, { params })
    expect(interventions.map(({ id }) => id)).toEqual([world.interventions[0]])
    expect(yearsOf(numbers, 'longStay')).toEqual([
      { year: 2018, n: 2, of: 2 },
      { year: 2024, n: 0, of: 1 },
    ])
    for (const rule of qualityRuleCodes) {
      const total = yearsOf(numbers, rule).reduce((sum, { n }) => sum + n, 0)
      expect((await call(listFindings, { params, query: { rule } })).total).toBe(total)
    }
  })
  test('are what a lead sees, and never which participations', async () => {
    await bring({ entryDate: '2018-05-01' })
    bench.as('interventionlead.1')
    expect(yearsOf((await call(getQuality, { params })).numbers, 'longStay')).toEqual([{ year: 2018, n: 1, of: 1 }])
    expect(await refusal(call(listFindings, { params, query: { rule: 'longStay' } }))).toMatchObject({ status: 404 })
  })
  test('are of own interventions alone', async () => {
    await bring({ entryDate: '2018-05-01' })
    bench.as('interventionlead.2')
    expect(await refusal(call(getQuality, { params }))).toMatchObject({ status: 404 })
    expect(await call(getQuality, { params: { controllerId: foreign } })).toEqual({ interventions: [], numbers: [] })
  })
})

test('every rule says what it finds and what to do', () => {
  for (const rule of qualityRuleCodes) {
    for (const key of [`quality.${rule}`, `quality.${rule}.what`, `quality.${rule}.do`]) expect(Object.keys(qualityMessages)).toContain(key)
  }
})
