import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stableId } from '../../../associations/register.ts'
import { transportAs, world } from '../../../../test/api.ts'
import { filledApp } from '../../../../test/filledApp.ts'
import { call, callFile, useTransport } from '../../../platform/call.ts'
import type { Database } from '../../../platform/database.ts'
import { getFinsam, getFinsamFile } from '../contract.ts'
import type { ReportPart } from '../domain.ts'

let database: Database
let app: FastifyInstance
const params = { associationId: world.associations[0], year: 2023 }
beforeAll(async () => {
  ;({ database, app } = await filledApp(300, 5))
  useTransport(transportAs(app, 'associationadmin.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const interventions = async (): Promise<ReportPart> => (await call(getFinsam, { params })).parts.find(({ key }) => key === 'finsam')!
const at = (part: ReportPart, label: string, code: string) =>
  part.rows.filter((row) => row.label === label).map(({ values }) => values[part.columns.findIndex((column) => column.code === code)]!)

describe('what Uppföljning Finsam asks for', () => {
  test('has the head-counts the association entered itself exactly, of the latest version', async () => {
    const part = await interventions()
    expect([at(part, 'Räknade', 'women'), at(part, 'Räknade', 'men')]).toEqual([
      [{ kind: 'number', value: 20 }],
      [{ kind: 'number', value: 10 }],
    ])
  })
  test('keeps them when the intervention registers its participants later', async () => {
    const ofOne = database.queries.updateTable('intervention').where('id', '=', world.volumeIntervention)
    await ofOne.set({ counting_mode: 'identified' }).execute()
    expect(at(await interventions(), 'Räknade', 'women')).toEqual([{ kind: 'number', value: 20 }])
    await ofOne.set({ counting_mode: 'volume' }).execute()
  })
  test('has computed counts through cells only, and the anonymous too', async () => {
    const { parts } = await call(getFinsam, { params })
    const part = parts.find(({ key }) => key === 'finsam')!
    const counted = [...at(part, 'Provinsats 1', 'women'), ...at(part, 'Provinsats 1', 'men')]
    expect(counted.map((value) => (value.kind === 'cell' ? value.cell.kind : value.kind))).toEqual(['approximate', 'approximate'])
    const anonymous = parts.find(({ key }) => key === 'anonymous')!
    expect(anonymous.rows.map(({ label }) => label)).toEqual(['Provinsats 1'])
    expect(anonymous.rows[0]!.values.map((value) => value.kind)).toEqual(['cell', 'cell'])
  })
  test('has its own interventions only', async () =>
    expect(new Set((await interventions()).rows.map(({ label }) => label))).toEqual(new Set(['Provinsats 1', 'Räknade'])))
  test('divides an intervention with both orientations into two rows, and guesses no division of its money', async () => {
    const change = (orientation: string) =>
      database.queries.updateTable('intervention').set({ orientation }).where('id', '=', world.interventions[0]).execute()
    await change('both')
    const part = await interventions()
    expect(at(part, 'Provinsats 1', 'orientation')).toEqual([
      { kind: 'text', text: 'Individinriktad' },
      { kind: 'text', text: 'Strukturövergripande' },
    ])
    expect(at(part, 'Provinsats 1', 'actual')).toEqual([
      { kind: 'text', text: '' },
      { kind: 'text', text: '' },
    ])
    expect(at(part, 'Provinsats 1', 'remark')[0]).toMatchObject({ text: expect.stringMatching(/utfall 1\s000\s000 mellan raderna/) })
    await change('individual')
    expect(at(await interventions(), 'Provinsats 1', 'actual')).toEqual([{ kind: 'money', ore: 100_000_000 }])
  })
  test('says what is not here yet, and makes up nothing', async () => {
    const { parts } = await call(getFinsam, { params })
    expect(parts.filter(({ columns }) => columns.length === 0).map(({ key }) => key)).toEqual(['ownFunds', 'ownAdministration'])
  })
  test('has what the members have agreed, decided and paid for the year, as the rows hold now, of the own association alone', async () => {
    const [own, foreign] = world.associations
    const payer = await database.queries
      .selectFrom('organisation as o')
      .innerJoin('membership as m', 'm.organisation_id', 'o.id')
      .select('o.id')
      .where('m.association_id', '=', own)
      .where('o.party', '=', 'municipality')
      .executeTakeFirstOrThrow()
    const entry = (id: string, version: number, step: string, amount: number, given: object = {}) => ({
      ...{
        association_id: own,
        id: stableId(id),
        version,
        withdrawn: false,
        year: 2023,
        organisation_id: payer.id,
        step,
        amount_ore: amount,
      },
      ...{
        dated: '2022-12-01',
        reference: 'DNR 1',
        motive: '',
        reason: '',
        recorded_at: '2022-12-02T00:00:00Z',
        recorded_by: 'associationadmin.1',
      },
      ...given,
    })
    await database.queries
      .insertInto('contribution_entry')
      .values([
        entry('a', 1, 'decided', 100_00),
        entry('a', 2, 'decided', 200_00, { reason: 'fel' }),
        entry('b', 1, 'paid', 50_00),
        entry('c', 1, 'paid', 25_00),
        entry('d', 1, 'paid', 99_00),
        entry('d', 2, 'paid', 99_00, { withdrawn: true, reason: 'fel' }),
        entry('e', 1, 'decided', 900_00, { year: 2022 }),
        entry('f', 1, 'decided', 700_00, { association_id: foreign }),
      ])
      .execute()
    const part = (await call(getFinsam, { params })).parts.find(({ key }) => key === 'funds')!
    const money = (ore: number) => ({ kind: 'money', ore })
    expect(at(part, 'Kommunerna', 'decidedOre')).toEqual([money(200_00)])
    expect(at(part, 'Kommunerna', 'paidOre')).toEqual([money(75_00)])
    expect(at(part, 'Alla', 'decidedOre')).toEqual([money(200_00)])
    expect(at(part, 'Kommunerna', 'agreedOre')[0]).toMatchObject({ kind: 'text' })
    expect(part.sentence).toContain('Eget kapital är inte angivet')
  })
  test('has own capital and administration as the office has entered them last', async () => {
    const year = (version: number, opening: number) => ({
      ...{ association_id: world.associations[0], year: 2023, version, opening_equity_ore: opening, ceiling_percent: null, reason: '' },
      ...{ administration_budget_ore: 300_00, administration_actual_ore: null, recorded_at: '2024-01-02T00:00:00Z' },
      recorded_by: 'associationadmin.1',
    })
    await database.queries
      .insertInto('association_economy')
      .values([year(1, 900_00), year(2, -1_234_00)])
      .execute()
    const { parts } = await call(getFinsam, { params })
    expect(parts.find(({ key }) => key === 'funds')!.sentence.replaceAll('\u00a0', ' ')).toMatch(
      /Eget kapital vid årets början: [−-]1 234 kr/,
    )
    const administration = parts.find(({ key }) => key === 'administration')!
    expect(at(administration, 'Administration', 'budget')).toEqual([{ kind: 'money', ore: 300_00 }])
    expect(at(administration, 'Administration', 'actual')[0]).toMatchObject({ kind: 'text' })
  })
  test('as a file has the same, marked as invented, with a sign of its own for approximate counts', async () => {
    const { blob, fileName } = await callFile(getFinsamFile, { params, query: { format: 'csv' } })
    const lines = (await blob.text()).split('\r\n')
    expect([lines[0], fileName]).toEqual(['PÅHITTADE DATA', 'samlad-underlag-till-uppföljning-finsam-provförbundet-1-2023-01-2023-12.csv'])
    const line = (name: string): string[] => lines.find((one) => one.startsWith(`${name};`))!.split(';')
    const heads = line('Insats')
    expect(line('Räknade').slice(heads.indexOf('Kvinnor') - 1, heads.indexOf('Män') + 1)).toEqual(['', '20', '', '10'])
    expect(line('Provinsats 1')[heads.indexOf('Kvinnor') - 1]).toBe('≈')
  })
})

describe('who may ask', () => {
  test('is the office of the association alone', async () => {
    const status = async (user: string): Promise<number> => {
      const headers = { authorization: 'Bearer test-terminal-token', 'x-samlad-as': user }
      return (await app.inject({ url: `/api/associations/${params.associationId}/finsam/2023`, headers })).statusCode
    }
    expect(await Promise.all(['associationadmin.1', 'associationadmin.2', 'boardmember.1', 'nationalanalyst.1'].map(status))).toEqual([
      200, 404, 404, 404,
    ])
  })
})
