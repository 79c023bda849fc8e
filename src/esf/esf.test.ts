import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp, transportAs, world } from '../../test/api.ts'
import { testPersons } from '../../test/testPersons.ts'
import { anyKey } from '../../test/useTiers.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../test/participations.ts'
import type { Participation } from '../participations/domain.ts'
import * as register from '../participations/register/contract.ts'
import { stripParticipation } from '../participations/retention/contract.ts'
import { call, callFile, useTransport } from '../platform/call.ts'
import type { Keyring } from '../participations/identity/keys.ts'
import { lookupOf, sealIdentity } from '../participations/identity/cipher.ts'
import { importLimits } from '../spreadsheet/limits.ts'
import { readSheets } from '../spreadsheet/readSheets.ts'
import { getEsfIndicators, getEsfMonthFile, getEsfMonths, handInEsfMonths } from './contract.ts'
import type { EsfMonths } from './domain.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId, interventionId }
/** What the clock of the application shows. */
let now = new Date('2026-11-22T10:00:00Z')
let app: Awaited<ReturnType<typeof testApp>>
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  bench = await importBench()
  app = await testApp(bench.database, () => now, { identityKeys: anyKey })
  await bench.database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', interventionId).execute()
})
afterAll(async () => {
  await app.close()
  await bench.close()
})
beforeEach(async () => {
  await bench.database.queries.deleteFrom('esf_hand_in').execute()
  await bench.empty()
  now = new Date('2026-11-22T10:00:00Z')
})
const later = (): void => {
  now = new Date(now.getTime() + 60_000)
}

async function registered(given: Partial<Participation>): Promise<string> {
  as('caseworker.1')
  const { row: _row, ...plain } = importRow(1, { groundDate: given.entryDate ?? '2024-03-01', ...given })
  const body = { interventionId, participation: plain as Participation, samePersonAs: null }
  return (await call(register.registerParticipation, { params: { controllerId }, body })).id
}
async function corrected(id: string, given: Partial<Participation>): Promise<void> {
  later()
  as('caseworker.1')
  const { version, participation } = await call(register.getParticipation, { params: { controllerId, id } })
  await call(register.changeParticipation, {
    params: { controllerId, id },
    body: { version, participation: { ...participation, ...given } },
  })
  later()
}
const months = async (): Promise<EsfMonths> => {
  as('controlleradmin.1')
  return call(getEsfMonths, { params })
}
async function handIn(until: string, begins?: string): Promise<EsfMonths> {
  const { months: all } = await months()
  const { chain } = all.find(({ month }) => month === until)!
  const from = all.some(({ handedAt }) => handedAt !== null) ? null : (begins ?? all[0]!.month)
  return call(handInEsfMonths, { params, body: { from, until, chain } })
}
const states = ({ months: all }: EsfMonths) => all.map(({ month, state }) => `${month} ${state}`)

describe('the participant files', () => {
  test('are of every month from the first start to the last that is over, due after four weeks', async () => {
    await registered({ entryDate: '2026-08-10' })
    await registered({ entryDate: '2026-09-01' })
    const answer = await months()
    expect(states(answer)).toEqual(['2026-08 notHanded', '2026-09 notHanded', '2026-10 notHanded'])
    expect(answer.months.map(({ rows, begins, ends, due }) => [rows, begins, ends, due])).toEqual([
      [1, 1, 0, '2026-09-28'],
      [2, 1, 0, '2026-10-28'],
      [2, 0, 0, '2026-11-28'],
    ])
  })
  test('tell who was counted without a name by year: one that went on over two years is one in each', async () => {
    const id = await registered({ entryDate: '2025-11-10' })
    expect((await months()).anonymous).toEqual([])
    const decide = (disposal_decision: string | null, disposal_decision_date: string | null) =>
      bench.database.queries.updateTable('controller').set({ disposal_decision, disposal_decision_date }).execute()
    await decide('KS 2026/12', '2026-05-01')
    as('caseworker.1')
    await call(stripParticipation, { params: { controllerId, id }, body: { reason: 'objection' } })
    await decide(null, null)
    expect((await months()).anonymous).toEqual([
      { year: 2025, n: 1 },
      { year: 2026, n: 1 },
    ])
  })
  test('are handed in up to a month, and stay so while nothing changes', async () => {
    await registered({ entryDate: '2026-08-10' })
    expect(states(await handIn('2026-09'))).toEqual(['2026-08 same', '2026-09 same', '2026-10 notHanded'])
    expect((await months()).months[0]).toMatchObject({ handedBy: 'controlleradmin.1', since: null, differences: [] })
    await registered({ entryDate: '2026-10-05' })
    expect(states(await months())).toEqual(['2026-08 same', '2026-09 same', '2026-10 notHanded'])
  })
  test('begin with the first that is handed in, and are late from then on', async () => {
    await registered({ entryDate: '2025-01-10' })
    later()
    expect(states(await handIn('2026-08', '2026-08'))).toEqual(['2026-08 same', '2026-09 late', '2026-10 notHanded'])
    const begun = (await months()).months[0]!
    const again = call(handInEsfMonths, { params, body: { from: '2026-01', until: begun.month, chain: begun.chain } })
    expect(await refusal(again)).toMatchObject({ status: 409 })
  })
  test('that would begin after they end are none', async () => {
    await registered({ entryDate: '2026-01-10' })
    expect(await refusal(handIn('2026-08', '2026-09'))).toMatchObject({ status: 422, key: 'esfFile.backwards' })
  })
  test('do not begin before the first there is, or in a year that is none', async () => {
    await registered({ entryDate: '2026-07-10' })
    for (const begins of ['2026-06', '1900-01']) expect(await refusal(handIn('2026-08', begins))).toMatchObject({ status: 404 })
    for (const begins of ['0000-01', '9999-12']) expect(await refusal(handIn('2026-08', begins))).toMatchObject({ status: 400 })
    expect(await bench.database.queries.selectFrom('esf_hand_in').select('month').execute()).toEqual([])
  })
  test('after a late correction say themselves which are to be read in anew, from which month and why', async () => {
    const id = await registered({ entryDate: '2026-07-10' })
    await registered({ entryDate: '2026-07-20' })
    later()
    await handIn('2026-10')
    await corrected(id, { exitDate: '2026-09-04', exitReason: 'toWork', occupationAfter: 'work' })
    const { months: all } = await months()
    expect(all.map(({ month, state, since, differences }) => [month, state, since, differences.map(({ what }) => what)])).toEqual([
      ['2026-07', 'same', null, []],
      ['2026-08', 'same', null, []],
      ['2026-09', 'changed', '2026-09', ['changed']],
      ['2026-10', 'changed', '2026-09', ['removed']],
    ])
    expect(all[2]!.differences).toMatchObject([{ id, fields: ['exitDate'] }])
    expect(states(await handIn('2026-10')).every((one) => one.endsWith('same'))).toBe(true)
  })
  test('of one that is registered late are changed from the month it began', async () => {
    await registered({ entryDate: '2026-07-10' })
    later()
    await handIn('2026-10')
    later()
    await registered({ entryDate: '2026-09-10' })
    const { months: all } = await months()
    expect(all.map(({ state, since }) => [state, since])).toEqual([
      ['same', null],
      ['same', null],
      ['changed', '2026-09'],
      ['changed', '2026-09'],
    ])
    expect(all[3]!.differences).toMatchObject([{ what: 'added', fields: [] }])
  })
  test('do not say that a month was handed in when it has changed since it was seen, or is not over', async () => {
    const id = await registered({ entryDate: '2026-08-10' })
    const seen = (await months()).months.at(-1)!
    await corrected(id, { sex: 'man' })
    as('controlleradmin.1')
    const body = { from: '2026-08', until: seen.month, chain: seen.chain }
    expect(await refusal(call(handInEsfMonths, { params, body }))).toMatchObject({ status: 409, key: 'esfFile.changedMeanwhile' })
    expect(await refusal(call(handInEsfMonths, { params, body: { ...body, until: '2026-11' } }))).toMatchObject({ status: 404 })
    await handIn('2026-10')
    const again = (await months()).months.at(-1)!
    const twice = call(handInEsfMonths, { params, body: { from: null, until: again.month, chain: again.chain } })
    expect(await refusal(twice)).toMatchObject({ status: 422, key: 'esfFile.handedAlready' })
    expect(await bench.database.queries.selectFrom('esf_hand_in').select('month').execute()).toHaveLength(3)
  })
  test('have neither drafts nor what was registered in error', async () => {
    const id = await registered({ entryDate: '2026-08-10' })
    await registered({ entryDate: '2026-08-11', ground: 'none', groundDate: null })
    expect((await months()).months[0]!.rows).toBe(1)
    await corrected(id, { exitDate: '2026-08-12', exitReason: 'felregistrering' })
    expect((await months()).months).toEqual([])
  })
})

describe('the file of a month', () => {
  test('is a workbook with the rows, marked as invented, and says what each column is and what is not asked', async () => {
    const id = await registered({ entryDate: '2026-09-10', birthYear: 1988 })
    await corrected(id, { exitDate: '2026-10-02', exitReason: 'toWork', occupationAfter: 'work' })
    as('controlleradmin.1')
    const { blob, fileName } = await callFile(getEsfMonthFile, { params: { ...params, month: '2026-10' } })
    expect(fileName).toBe('samlad-esf-2026-10-PÅHITTADE-DATA.xlsx')
    const { sheets } = await readSheets(new Uint8Array(await blob.arrayBuffer()), importLimits)
    const [head, names, row] = sheets[0]!.rows.map(({ cells }) => cells)
    expect([head![0], names!.slice(0, 4)]).toEqual(['PÅHITTADE DATA', ['Deltagarkod', 'Personnummer', 'Startdatum', 'Slutdatum']])
    expect(row!.slice(2, 8)).toEqual([{ date: '2026-09-10' }, { date: '2026-10-02' }, 'Nej', 'Ja', 'Kvinna', 1988])
    expect([row![1] ?? null, row![8] ?? null]).toEqual([null, null])
    const notes = sheets[1]!.rows.map(({ cells }) => cells.join(' ')).join('\n')
    expect(notes).toContain('Frågas inte i Samlad')
  })
  test('leaves a row of the log that names the participations, before the file', async () => {
    const id = await registered({ entryDate: '2026-09-10' })
    as('controlleradmin.1')
    await callFile(getEsfMonthFile, { params: { ...params, month: '2026-10' } })
    const events = await bench.database.queries.selectFrom('audit_event').selectAll().where('endpoint', '=', 'getEsfMonthFile').execute()
    const [event] = events.filter((one) => JSON.stringify(one).includes(id))
    expect(event).toMatchObject({ kind: 'personRead', user_id: 'controlleradmin.1' })
  })
  test('has no personal numbers while they are closed', async () => {
    await registered({ entryDate: '2026-09-10' })
    as('controlleradmin.1')
    const asked = callFile(getEsfMonthFile, { params: { ...params, month: '2026-10' }, query: { identities: 'with' } })
    expect(await refusal(asked)).toMatchObject({ status: 422, key: 'identity.notOpen' })
  })
  test('has those that are stored when they are open and asked for, and the log says so', async () => {
    const [first] = testPersons
    const id = await registered({ entryDate: '2026-09-10', birthYear: first!.birthYear })
    await registered({ entryDate: '2026-09-11' })
    const keys = (await anyKey()) as Keyring
    const digits = first!.personnummer.replace(/\D/g, '')
    const { keyId, nonce, ciphertext } = sealIdentity(keys.current, { controllerId, participationId: id }, digits)
    const stamp = { recorded_at: now.toISOString(), recorded_by: 'caseworker.1' }
    const { queries } = bench.database
    const decided = (open: boolean) => ({
      identity_opened_at: open ? now.toISOString() : null,
      identity_legal_basis: open ? 'prov' : null,
      identity_decision_reference: open ? 'P 2' : null,
      identity_decision_date: open ? '2026-01-01' : null,
    })
    const open = (is: boolean) => queries.updateTable('controller').set(decided(is)).where('organisation_id', '=', controllerId).execute()
    await open(true)
    const lookup = lookupOf(keys.current, controllerId, digits)
    await queries
      .insertInto('identity')
      .values({ controller_id: controllerId, participation_id: id, key_id: keyId, nonce, ciphertext, lookup, ...stamp })
      .execute()
    as('controlleradmin.1')
    const { blob } = await callFile(getEsfMonthFile, { params: { ...params, month: '2026-10' }, query: { identities: 'with' } })
    const { sheets } = await readSheets(new Uint8Array(await blob.arrayBuffer()), importLimits)
    const numbers = sheets[0]!.rows.slice(2).map(({ cells }) => cells[1] ?? null)
    expect(numbers.filter((one) => one !== null)).toEqual([`${digits.slice(0, 8)}-${digits.slice(8)}`])
    expect(numbers).toHaveLength(2)
    await queries.deleteFrom('identity').execute()
    await open(false)
  })
})

describe('the indicators', () => {
  test('are of no month in a year that is none', async () => {
    as('controlleradmin.1')
    for (const until of ['9999-12', '0000-01'])
      expect(await refusal(call(getEsfIndicators, { params, query: { until } }))).toMatchObject({ status: 400 })
  })
  test('are counted by sex up to the month that is asked for', async () => {
    await registered({ entryDate: '2026-08-10', occupationBefore: 'jobSeeking' })
    await registered({ entryDate: '2026-10-10', sex: 'man' })
    as('controlleradmin.1')
    const of = async (until?: string) => {
      const { rows } = await call(getEsfIndicators, { params, query: { until } })
      return rows.find(({ code }) => code === 'EECO01')!.counts
    }
    expect(await of()).toMatchObject({ woman: { n: 1 }, man: { n: 1 }, all: { n: 2 } })
    expect(await of('2026-09')).toMatchObject({ woman: { n: 1 }, man: { n: 0 }, all: { n: 1 } })
  })
})
