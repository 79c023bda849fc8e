import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addMonths } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import { getOperations } from '../operations/contract.ts'
import * as register from '../register/contract.ts'
import * as retention from '../retention/contract.ts'
import { listExitPoints, setExitPoint } from './contract.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId, foreignIntervention] = world.interventions
const today = '2026-11-22'
const params = { controllerId }

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.database.queries.deleteFrom('exit_point_off').execute()
  await bench.empty()
})

/** A participation that ended so many months ago, after a month. */
async function endedAgo(months: number): Promise<string> {
  bench.as('caseworker.1')
  const exitDate = addMonths(today, -months)
  const entryDate = addMonths(exitDate, -1)
  const whole = { education: 'compulsory', timeOnSupport: 'none', supportAfter: { lon: 100 } } as const
  const ended = { entryDate, groundDate: entryDate, exitDate, exitReason: 'toWork', occupationAfter: 'work' } as const
  const { row: _row, ...plain } = importRow(1, { ...whole, ...ended, targetGroups: ['youth'] })
  const body = { interventionId, participation: plain as Participation, samePersonAs: null }
  return (await call(register.registerParticipation, { params, body })).id
}
const set = (months: 3 | 24, on: boolean, as = 'interventionlead.1') => {
  bench.as(as)
  return call(setExitPoint, { params: { controllerId, interventionId }, body: { months, on } })
}
const exitPointsOf = async (id: string): Promise<number[]> => {
  bench.as('caseworker.1')
  const { followUps } = await call(register.getParticipation, { params: { controllerId, id } })
  return followUps.flatMap(({ points }) => points.filter(({ clock }) => clock === 'exit').map(({ months }) => months))
}

describe('the follow-ups after exit of an intervention', () => {
  test('are all there until somebody switches one off, and come back when it is switched on', async () => {
    const id = await endedAgo(1)
    expect(await exitPointsOf(id)).toEqual([3, 6, 12, 24])
    await set(3, false)
    expect(await set(24, false, 'controlleradmin.1')).toContainEqual({
      intervention: { id: interventionId, name: 'Provinsats 1' },
      off: [3, 24],
    })
    expect(await exitPointsOf(id)).toEqual([6, 12])
    await set(24, true)
    expect(await exitPointsOf(id)).toEqual([6, 12, 24])
  })
  test('are not asked for in the list of what to do while switched off', async () => {
    await endedAgo(3)
    const toDo = async () => {
      bench.as('caseworker.1')
      return (await call(register.listToDo, { params })).rows.map(({ toDo: { kind } }) => kind)
    }
    expect(await toDo()).toEqual(['followUp'])
    await set(3, false)
    expect(await toDo()).toEqual([])
  })
  test('do not count as missed in the lead’s numbers while switched off', async () => {
    await endedAgo(5)
    const points = async () => {
      bench.as('interventionlead.1')
      return (await call(getOperations, { params }))[0]!.points
    }
    expect(await points()).toBe(1)
    await set(3, false)
    expect(await points()).toBe(0)
    await set(24, false)
    await set(3, true)
    expect(await points()).toBe(1)
  })
  test('tell from when disposal counts: the last one that is planned', async () => {
    await endedAgo(30)
    const wouldGo = async (months: number) => {
      bench.as('controlleradmin.1')
      const rule = { decision: 'KS 2026/12', decisionDate: '2026-05-01', months }
      return (await call(retention.setRetention, { params, body: rule })).wouldGo.map(({ n }) => n)
    }
    expect(await wouldGo(5)).toEqual([1])
    expect(await wouldGo(6)).toEqual([])
    await set(24, false)
    // Thirty-one months after entry, of which the last follow-up by that clock takes twenty-four.
    expect(await wouldGo(6)).toEqual([1])
    expect(await wouldGo(7)).toEqual([])
  })
  test('switched off twice are switched off once', async () => {
    await set(3, false)
    await set(3, false, 'controlleradmin.1')
    const rows = await bench.database.queries.selectFrom('exit_point_off').selectAll().execute()
    expect(rows).toMatchObject([{ months: 3, switched_off_by: 'interventionlead.1' }])
  })
})

describe('switching is for', () => {
  test('the lead of the intervention and the steward, who see their own interventions', async () => {
    for (const user of ['interventionlead.1', 'controlleradmin.1']) {
      bench.as(user)
      const seen = (await call(listExitPoints, { params })).map(({ intervention }) => intervention.id)
      expect(seen).toContain(interventionId)
      expect(seen).not.toContain(foreignIntervention)
    }
  })
  test.each(['caseworker.1', 'associationadmin.1', 'interventionlead.2', 'controlleradmin.2'])('not for %s', async (user) => {
    expect((await refusal(set(3, false, user))).status).toBeGreaterThan(402)
    expect(await bench.database.queries.selectFrom('exit_point_off').selectAll().execute()).toEqual([])
  })
  test('nobody at another controller or in another’s intervention', async () => {
    bench.as('controlleradmin.1')
    const body = { months: 3 as const, on: false }
    for (const place of [
      { controllerId, interventionId: foreignIntervention },
      { controllerId: foreign, interventionId: foreignIntervention },
    ]) {
      expect(await refusal(call(setExitPoint, { params: place, body }))).toMatchObject({ status: 404 })
    }
  })
  test('no other months than those that can be done without', async () => {
    bench.as('controlleradmin.1')
    const call12 = call(setExitPoint, { params: { controllerId, interventionId }, body: { months: 12 as 3, on: false } })
    expect((await refusal(call12)).status).toBeGreaterThanOrEqual(400)
  })
})
