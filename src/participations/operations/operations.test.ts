import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addDays, addMonths } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import { addAnonymous } from '../anonymous/contract.ts'
import * as register from '../register/contract.ts'
import { getOperations } from './contract.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId] = world.interventions
const today = '2026-11-22'
const params = { controllerId }

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const complete = { education: 'compulsory' as const, timeOnSupport: 'none' as const, targetGroups: ['youth' as const] }
async function enter(given: Partial<Participation>): Promise<string> {
  bench.as('caseworker.1')
  const { row: _row, ...plain } = importRow(1, {
    ...complete,
    ...given,
    groundDate: given.ground === 'none' ? null : (given.entryDate ?? today),
  })
  const body = { interventionId, participation: plain as Participation, samePersonAs: null }
  return (await call(register.registerParticipation, { params, body })).id
}
const asLead = async () => {
  bench.as('interventionlead.1')
  return (await call(getOperations, { params }))[0]!
}

describe('the lead of an intervention', () => {
  test('sees what runs, began and ended this year', async () => {
    await enter({ entryDate: '2026-02-01' })
    await enter({ entryDate: '2025-10-01', exitDate: '2026-03-01', exitReason: 'moved', occupationAfter: 'other' })
    await enter({ entryDate: '2024-01-01', exitDate: '2025-03-01', exitReason: 'moved', occupationAfter: 'other' })
    expect(await asLead()).toMatchObject({ active: 1, startedThisYear: 1, endedThisYear: 1, planned: null })
  })
  test('sees the plan that the associations have entered', async () => {
    const [association_id] = world.associations
    const year = {
      association_id,
      intervention_id: interventionId,
      year: 2026,
      planned_participants: 30,
      budget_ore: null,
      actual_ore: null,
    }
    await bench.database.queries.insertInto('intervention_year').values(year).execute()
    expect((await asLead()).planned).toBe(30)
    await bench.database.queries.deleteFrom('intervention_year').execute()
  })
  test('sees what is missing: exits, fields, grounds', async () => {
    await enter({ entryDate: addMonths(today, -25) })
    await enter({ entryDate: addDays(today, -20), education: null })
    await enter({ entryDate: addDays(today, -3), education: null })
    await enter({ entryDate: addDays(today, -3), ground: 'none' })
    expect(await asLead()).toMatchObject({ missingExits: 1, incomplete: 1, drafts: 1 })
  })
  test('sees how many were registered late, and how many follow-ups were answered', async () => {
    await enter({ entryDate: addDays(today, -31) })
    await enter({ entryDate: addDays(today, -30) })
    const id = await enter({ entryDate: addMonths(today, -8) })
    await enter({ entryDate: addMonths(today, -8) })
    const body = { date: addMonths(today, -2), reached: true, source: 'ownContact' as const, changes: [] }
    await call(register.recordContact, { params: { ...params, id }, body })
    expect(await asLead()).toMatchObject({ registered: 4, late: 3, points: 2, answered: 1 })
  })
  test.each([
    ['2026-11-21T22:59:59Z', 0],
    ['2026-11-21T23:00:00Z', 1],
    ['2026-11-21T23:30:00Z', 1],
  ])('sees what began on 22 October and was registered at %s as late by the Swedish day: %i', async (recorded_at, late) => {
    await enter({ entryDate: '2026-10-22' })
    await bench.database.queries.updateTable('participation_version').set({ recorded_at }).execute()
    expect(await asLead()).toMatchObject({ registered: 1, late })
  })
  test('sees the coverage: what can be followed of all that took part this year', async () => {
    expect((await asLead()).coverage).toEqual({ followable: 0, all: 0, percent: null })
    const moved = { exitReason: 'moved', occupationAfter: 'other' } as const
    await enter({ entryDate: '2026-02-01' })
    // Began before this year, and is there in it: as anonymous ones are counted for each year that they spanned.
    await enter({ entryDate: '2025-10-01' })
    await enter({ entryDate: '2025-10-01', exitDate: '2026-01-01', ...moved })
    await enter({ entryDate: '2025-01-01', exitDate: '2025-12-31', ...moved })
    await enter({ entryDate: addDays(today, -3), ground: 'none' })
    expect((await asLead()).coverage).toEqual({ followable: 3, all: 3, percent: 100 })
    bench.as('caseworker.1')
    await call(addAnonymous, { params, body: { interventionId, year: 2026, women: 1, men: 1 } })
    await call(addAnonymous, { params, body: { interventionId, year: 2025, women: 9, men: 0 } })
    expect((await asLead()).coverage).toEqual({ followable: 3, all: 5, percent: 60 })
  })
  test('agrees with what the caseworker has to do', async () => {
    for (let months = 0; months < 40; months++)
      await enter({ entryDate: addDays(addMonths(today, -months), -1), education: months % 3 ? null : 'compulsory' })
    const all = await Promise.all([0, 50, 100].map((offset) => call(register.listToDo, { params, query: { offset } })))
    const rows = all.flatMap((page) => page.rows)
    const of = (kind: string): number => rows.filter(({ toDo }) => toDo.kind === kind && toDo.by < today).length
    const seen = await asLead()
    expect([seen.missingExits, seen.incomplete]).toEqual([of('exit'), of('complete')])
    expect(seen.missingExits).toBeGreaterThan(10)
  })
  test('reaches no participation, at no address', async () => {
    const id = await enter({})
    bench.as('interventionlead.1')
    for (const attempt of [
      () => call(register.getParticipation, { params: { ...params, id } }),
      () => call(register.listParticipations, { params }),
      () => call(register.listVersions, { params: { ...params, id } }),
      () => call(register.listToDo, { params }),
    ])
      expect(await refusal(attempt())).toMatchObject({ status: 404 })
  })
  test('of another controller’s intervention sees nothing of this one', async () => {
    await enter({})
    bench.as('interventionlead.2')
    expect(await refusal(call(getOperations, { params }))).toMatchObject({ status: 404 })
    const [own] = await call(getOperations, { params: { controllerId: foreign } })
    expect(own).toMatchObject({ active: 0, registered: 0 })
  })
})
