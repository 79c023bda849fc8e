import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Participation } from '../src/participations/domain.ts'
import * as register from '../src/participations/register/contract.ts'
import { call } from '../src/platform/call.ts'
import { dimensionsOf } from '../src/statistics/dimension.ts'
import type { SingleDimension } from '../src/statistics/dimension.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { FactStore } from '../src/statistics/factStore.ts'
import { enteredIn, exitedIn, inPeriod } from '../src/statistics/filter.ts'
import type { Filter } from '../src/statistics/filter.ts'
import { tabulate } from '../src/statistics/tabulate.ts'
import type { Period } from '../src/values/month.ts'
import { world } from './api.ts'
import { importBench, importRow, type ImportBench } from './participations.ts'

/** What happens in a life while a participation lasts neither splits it in two nor counts it twice. */
let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
const { row: _row, ...plain } = importRow(1, { entryDate: '2023-11-15', groundDate: '2023-11-15', birthYear: 1994, municipality: '9001' })
const participation = plain as Participation

beforeAll(async () => (bench = await importBench()))
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const enter = (given: Partial<Participation> = {}) =>
  call(register.registerParticipation, {
    params: { controllerId },
    body: { interventionId, participation: { ...participation, ...given }, samePersonAs: null },
  })
const change = (id: string, version: number, given: Partial<Participation>) =>
  call(register.changeParticipation, { params: { controllerId, id }, body: { version, participation: { ...participation, ...given } } })
const facts = async (): Promise<Facts> => {
  const store = new FactStore(bench.database, () => new Date())
  return (await bench.database.as('samlad_statistics', undefined, (queries) => store.snapshot(queries))).facts
}
/** Counts by code of a dimension, without those that are nought. */
async function countsBy(name: string, filter: readonly Filter[]): Promise<Record<string, number>> {
  const all = await facts()
  const dimension = dimensionsOf(all).get(name) as SingleDimension
  const { counts } = tabulate(all, { dimensions: [dimension], filter })
  return Object.fromEntries(dimension.codes.flatMap(({ code }, at) => (counts[at]! > 0 ? [[code, counts[at]!]] : [])))
}
const year = (of: number): Period => ({ from: `${of}-01`, to: `${of}-12` })
const exit = {
  exitDate: '2025-02-10',
  exitReason: 'toWork',
  occupationAfter: 'work',
  workExtentAfter: 50,
  supportAfter: { lon: 50 },
} as const

describe('one participation', () => {
  test('that spans a birthday has the age it began with, in every year and table', async () => {
    const { id } = await enter()
    await change(id, 1, exit)
    // 29 at entry, 30 the year after, 31 at exit.
    for (const at of [2023, 2024, 2025]) expect(await countsBy('ageGroup', inPeriod(year(at)))).toEqual({ '25-29': 1 })
    expect(await countsBy('ageGroup', enteredIn(year(2023)))).toEqual({ '25-29': 1 })
    expect(await countsBy('ageGroup', exitedIn(year(2025)))).toEqual({ '25-29': 1 })
  })
  test('that spans three years is in each of them once, began in one and left in one', async () => {
    const { id } = await enter()
    await change(id, 1, exit)
    const total = async (filter: readonly Filter[]) => Object.values(await countsBy('sex', filter)).reduce((sum, count) => sum + count, 0)
    expect(await Promise.all([2022, 2023, 2024, 2025, 2026].map((of) => total(inPeriod(year(of)))))).toEqual([0, 1, 1, 1, 0])
    expect(await Promise.all([2023, 2024, 2025].map((of) => total(enteredIn(year(of)))))).toEqual([1, 0, 0])
    expect(await Promise.all([2023, 2024, 2025].map((of) => total(exitedIn(year(of)))))).toEqual([0, 0, 1])
    expect(await total(inPeriod({ from: '2023-01', to: '2025-12' }))).toBe(1)
  })
  test('that spans a move is counted where the person lives now, and nowhere else', async () => {
    const { id } = await enter()
    await change(id, 1, { municipality: '9002' })
    expect(await countsBy('municipality', inPeriod(year(2024)))).toEqual({ 9002: 1 })
    expect(await countsBy('region', inPeriod(year(2024)))).toEqual({ XA: 1 })
    expect(await countsBy('association', inPeriod(year(2024)))).toEqual({ [world.associations[0]]: 1 })
  })
})
