import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import { expectFactsAgree, importBench, importRow, type ImportBench } from '../../test/participations.ts'
import { call } from '../platform/call.ts'
import { undoImport } from './contract.ts'
import type { Participation } from './domain.ts'
import { associationOf, type ImportIntervention } from './importRules.ts'
import * as register from './register/contract.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const [here, there] = world.associations
const [interventionId] = world.interventions
/** Each call comes a second after the one before: what is later decides what may be undone. */
let clock = Date.parse('2026-11-22T10:00:00Z')

beforeAll(async () => {
  bench = await importBench({ now: () => new Date((clock += 1000)) })
  // Both finance it; municipality 9001 is in one of them, 9002 in the other.
  await bench.database.queries
    .insertInto('intervention_association')
    .values({ intervention_id: interventionId, association_id: there, share_percent: 50 })
    .execute()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
  await cover('9001')
  await share(50)
})

const share = (share_percent: number) =>
  bench.database.queries
    .updateTable('intervention_association')
    .set({ share_percent })
    .where('intervention_id', '=', interventionId)
    .where('association_id', '=', here)
    .execute()
/** Which municipality the first association has. */
const cover = (municipality_code: string) =>
  bench.database.queries.updateTable('association_municipality').set({ municipality_code }).where('association_id', '=', here).execute()

const bring = (given: Partial<Participation> = {}) => bench.bring([importRow(2, { reference: 'R-1', ...given })])
async function place() {
  const { id } = await bench.database.queries.selectFrom('participation').select('id').executeTakeFirstOrThrow()
  return { controllerId, id }
}
async function change(given: Partial<Participation>): Promise<void> {
  const params = await place()
  const { version, participation } = await call(register.getParticipation, { params })
  await call(register.changeParticipation, { params, body: { version, participation: { ...participation, ...given } } })
}
const followUp = async () =>
  call(register.recordContact, {
    params: await place(),
    body: { date: '2025-03-01', reached: true, source: 'ownContact', changes: [] },
  })
/** Where the participation is, and where its fact is counted. */
async function counted(): Promise<string[]> {
  await expectFactsAgree(bench.database)
  const { queries } = bench.database
  const one = await queries.selectFrom('participation').select('association_id').executeTakeFirstOrThrow()
  const fact = await queries.selectFrom('fact').select('association_id').executeTakeFirstOrThrow()
  return [one.association_id, fact.association_id]
}

describe('the association of a participation follows its municipality', () => {
  test('when it is changed in the form, and stays there whatever is recorded after', async () => {
    await bring()
    expect(await counted()).toEqual([here, here])
    await change({ municipality: '9002' })
    expect(await counted()).toEqual([there, there])
    await followUp()
    await change({ education: 'compulsory' })
    expect(await counted()).toEqual([there, there])
  })
  test('when it is changed by a list, and stays there whatever is recorded after', async () => {
    await bring()
    await bring({ municipality: '9002' })
    expect(await counted()).toEqual([there, there])
    await followUp()
    expect(await counted()).toEqual([there, there])
  })
  test('and back when the list is undone', async () => {
    await bring()
    const { id: importId } = await bring({ municipality: '9002' })
    await call(undoImport, { params: { controllerId, importId } })
    expect(await counted()).toEqual([here, here])
  })
  test('but nothing else: what its association has now moves nobody who is there already', async () => {
    await bring()
    await cover('9002')
    await share(10)
    await bring({ education: 'compulsory' })
    expect(await counted()).toEqual([here, here])
    await followUp()
    await change({ education: 'postSecondary' })
    expect(await counted()).toEqual([here, here])
  })
})

test('of several that have the municipality it is the one with the largest share; of equals always the same', () => {
  const one = (id: string, sharePercent: number, municipalities: string[]) => ({ id, sharePercent, municipalities })
  const of = (...associations: ImportIntervention['associations']) => associationOf({ id: '', name: '', associations }, '9001')
  expect(of(one('a', 20, ['9001']), one('b', 30, ['9001']), one('c', 50, ['9002']))).toBe('b')
  expect([of(one('b', 50, []), one('a', 50, [])), of(one('a', 50, []), one('b', 50, []))]).toEqual(['a', 'a'])
})

test('an update sets right what an earlier version left apart, and nothing else', async () => {
  const update = readFileSync(new URL('../../db/0141_association_follows_municipality.sql', import.meta.url), 'utf8')
  const leave = async (participation: string, fact: string) => {
    await bench.database.queries.updateTable('participation').set({ association_id: participation }).execute()
    await bench.database.queries.updateTable('fact').set({ association_id: fact }).execute()
  }
  await bring()
  // As a list that was read in again after the association had got other municipalities.
  await leave(here, there)
  await bench.database.script(update)
  expect(await counted()).toEqual([here, here])
  // As a form or a list left one whose municipality was changed.
  await bring({ municipality: '9002' })
  await leave(here, here)
  await bench.database.script(update)
  expect(await counted()).toEqual([there, there])
})
