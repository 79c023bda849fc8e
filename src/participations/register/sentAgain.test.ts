import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addDays, addMonths } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import * as register from './contract.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
/** The day of the test's server. */
const today = '2026-11-22'
const { row: _row, ...plain } = importRow(1, { entryDate: addMonths(today, -1), groundDate: addMonths(today, -1), birthYear: 1990 })
const participation = plain as Participation

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
})

const enter = () =>
  call(register.registerParticipation, { params: { controllerId }, body: { interventionId, participation, samePersonAs: null } })
const change = (id: string, version: number, given: Partial<Participation>) =>
  call(register.changeParticipation, { params: { controllerId, id }, body: { version, participation: { ...participation, ...given } } })
const contact = { date: today, reached: true, source: 'ownContact' as const, changes: [] }
const exit = {
  exitDate: today,
  exitReason: 'toWork' as const,
  occupationAfter: 'work' as const,
  workExtentAfter: 50,
  supportAfter: { lon: 50 },
}

describe('a registration that is sent again because the answer never came', () => {
  const id = '7f0c1c1e-5d0e-4c53-9a53-0a5a2b6f5a11'
  const again = (given: Partial<Participation> = {}) =>
    call(register.registerParticipation, {
      params: { controllerId },
      body: { id, interventionId, participation: { ...participation, ...given }, samePersonAs: null },
    })
  test('is the same registration, also when both are on their way at once', async () => {
    const [first, second] = await Promise.all([again(), again()])
    expect([second.id, second.code]).toEqual([id, first.code])
    expect(await again()).toMatchObject({ id, code: first.code, version: 1 })
    expect(await bench.count('participation')).toBe(1)
  })
  test('with something else in it is told that the first arrived', async () => {
    const { code } = await again()
    const refused = await refusal(again({ education: 'compulsory' }))
    expect(refused).toMatchObject({ status: 409, key: 'register.arrivedBefore' })
    expect(refused.message).toContain(code)
    expect(await bench.count('participation_version')).toBe(1)
  })
  test('for another intervention is not taken for the same', async () => {
    await again()
    await bench.database.queries.updateTable('participation').set({ intervention_id: world.volumeIntervention }).execute()
    bench.as('controlleradmin.1')
    expect(await refusal(again())).toMatchObject({ status: 409, key: 'register.arrivedBefore' })
  })
})

describe('a follow-up that is sent again because the answer never came', () => {
  const contactId = '0f0a7f43-7a52-4f0b-8d4f-4ea7b8f3c1d2'
  const changes = [
    {
      ...{ from: today, occupation: 'work' as const, workExtent: 75, studyExtent: null, workType: 'unsubsidised' as const },
      support: { lon: 75, studiestod: 25 },
    },
  ]
  const send = (id: string, given: object = {}) =>
    call(register.recordContact, { params: { controllerId, id }, body: { ...contact, changes, ...given, id: contactId } })
  test.each([
    ['with what has changed since', {}],
    ['as an attempt', { reached: false, changes: [] }],
  ])('%s is the same one, also when both are on their way at once', async (_what, given) => {
    const { id } = await enter()
    await Promise.all([send(id, given), send(id, given)])
    const seen = await send(id, given)
    expect(seen.contacts).toMatchObject([{ id: contactId, version: 1 }])
    expect(await bench.count('contact')).toBe(1)
  })
  test('with something else in it is told that the first arrived', async () => {
    const { id } = await enter()
    await send(id)
    const refused = await refusal(send(id, { reached: false, changes: [] }))
    expect(refused).toMatchObject({ status: 409, key: 'register.contactArrivedBefore' })
    expect(await bench.count('contact')).toBe(1)
  })
  test('under the id of another participation’s is one of its own', async () => {
    const [first, second] = [await enter(), await enter()]
    await send(first.id)
    expect((await send(second.id)).contacts).toHaveLength(1)
    expect(await bench.count('contact')).toBe(2)
  })
  test('is withdrawn once, however often that is sent', async () => {
    const { id } = await enter()
    await send(id)
    const withdraw = (date = today) =>
      call(register.changeContact, {
        params: { controllerId, id, contactId },
        body: { ...contact, changes, date, version: 1, withdrawn: true },
      })
    expect([await withdraw(), await withdraw()].map(({ contacts }) => contacts)).toEqual([[], []])
    expect(await bench.count('contact')).toBe(2)
    expect(await refusal(withdraw(addDays(today, -1)))).toMatchObject({ status: 404 })
  })
})

describe('an exit that is sent again', () => {
  test('by the same person is one version', async () => {
    const { id } = await enter()
    expect([await change(id, 1, exit), await change(id, 1, exit)]).toMatchObject([{ version: 2 }, { version: 2 }])
    expect(await bench.count('participation_version')).toBe(2)
  })
  test('by somebody else, who may not know of it, meets what was saved', async () => {
    const { id } = await enter()
    await change(id, 1, exit)
    bench.as('controlleradmin.1')
    expect(await refusal(change(id, 1, exit))).toMatchObject({ status: 409 })
  })
  test('after somebody has changed more meets what was saved', async () => {
    const { id } = await enter()
    await change(id, 1, exit)
    await change(id, 2, { ...exit, education: 'compulsory' })
    expect(await refusal(change(id, 1, exit))).toMatchObject({ status: 409, key: 'register.changedMeanwhile' })
  })
})
