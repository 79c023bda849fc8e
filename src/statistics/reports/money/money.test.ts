import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../../test/api.ts'
import { filledApp } from '../../../../test/filledApp.ts'
import { recordInterventionYears } from '../../../interventions/contract.ts'
import { call, useTransport } from '../../../platform/call.ts'
import type { Database } from '../../../platform/database.ts'
import { tabulateFacts } from '../../contract.ts'
import { getReport } from '../contract.ts'
import type { Report, ReportPart } from '../domain.ts'

let database: Database
let app: FastifyInstance
const [first, second] = world.associations
const year = { from: '2023-01', to: '2023-12' }

beforeAll(async () => {
  ;({ database, app } = await filledApp(300, 5))
  useTransport(transportAs(app, 'associationadmin.1'))
  const costs = [
    { type: 'staff', budgetOre: 60_000_050, actualOre: 50_000_001 },
    { type: 'premises', budgetOre: 10_000_000, actualOre: null },
  ] as const
  const financing = [{ party: 'region', amountOre: 35_000_025 }] as const
  const row = { interventionId: world.interventions[0], year: 2023, plannedParticipants: 40, budgetOre: 70_000_050, actualOre: 50_000_001 }
  await call(recordInterventionYears, {
    params: { associationId: first },
    body: { rows: [{ ...row, costs: [...costs], financing: [...financing] }] },
  })
  await database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', world.interventions[1]).execute()
  await database.queries
    .insertInto('intervention_year')
    .values({
      association_id: second,
      intervention_id: world.interventions[1],
      year: 2023,
      planned_participants: 9,
      budget_ore: 100,
      actual_ore: 333,
    })
    .execute()
  useTransport(transportAs(app, 'boardmember.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const costs = (query: object = {}): Promise<Report> => call(getReport, { params: { kind: 'costs' }, query: { ...year, ...query } })
const part = ({ parts }: Report, key: string): ReportPart => parts.find((one) => one.key === key)!
const amounts = ({ rows }: ReportPart): [string, ...(number | string)[]][] =>
  rows.map(({ label, values }) => [
    label,
    ...values.map((value) => (value.kind === 'money' ? value.ore : (value as { text: string }).text)),
  ])

describe('Kostnadsrapport', () => {
  test('has money to the öre as it was entered, with the Social Fund apart', async () => {
    const report = await costs()
    expect(amounts(part(report, 'costs'))).toEqual([
      ['Provförbundet 1', 70_000_050, 50_000_001, -20_000_049],
      ['Summa', 70_000_050, 50_000_001, -20_000_049],
    ])
    expect(amounts(part(report, 'costsEsf'))).toEqual([
      ['Provförbundet 2', 100, 333, 233],
      ['Summa', 100, 333, 233],
    ])
    expect(amounts(part(report, 'costSummary')).at(-2)).toEqual(['Insatser, summa', 70_000_150, 50_000_334, -19_999_816])
  })
  test('is summed by association, or tells each intervention', async () => {
    const detailed = part(await costs({ detail: 'detailed' }), 'costs')
    expect(amounts(detailed).map(([label]) => label)).toEqual(['Provinsats 1', 'Räknade', 'Summa'])
    expect(amounts(detailed)[1]).toEqual(['Räknade', 'inte angivet', 'inte angivet', 'inte angivet'])
  })
  test('divides by cost type and by who pays as registered, and says what is not divided', async () => {
    const report = await costs()
    expect(amounts(part(report, 'costTypes'))).toEqual([
      ['Personal', 60_000_050, 50_000_001, -10_000_049],
      ['Lokaler', 10_000_000, 'inte angivet', 'inte angivet'],
      ['Köpta tjänster', 'inte angivet', 'inte angivet', 'inte angivet'],
      ['Övrigt', 'inte angivet', 'inte angivet', 'inte angivet'],
      ['Inte fördelat på kostnadsslag', 100, 333, 233],
      ['Summa', 70_000_150, 50_000_334, -19_999_816],
    ])
    expect(amounts(part(report, 'financiers')).filter(([, amount]) => typeof amount === 'number')).toEqual([
      ['Region', 35_000_025],
      ['Summa', 35_000_025],
    ])
  })
  describe('of funds and administration', () => {
    const enter = (associationId: string, act: 'approved' | 'reopened', step: number) =>
      database.queries
        .insertInto('reporting_step')
        .values({
          ...{ association_id: associationId, year: 2023, month: 12, step, act, note: 'Prov', recorded_by: 'associationadmin.1' },
          recorded_at: '2024-02-01T09:00:00Z',
        })
        .execute()
    beforeAll(async () => {
      const payers = await database.queries
        .selectFrom('membership as ms')
        .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
        .select('o.id')
        .where('ms.association_id', '=', first)
        .where('o.party', 'in', ['stateFk', 'region', 'municipality'])
        .execute()
      const rows = payers.flatMap(({ id }, at) =>
        (['agreed', 'decided', 'paid'] as const).map((step, stepAt) => ({
          ...{ association_id: first, id: crypto.randomUUID(), version: 1, withdrawn: false, year: 2023, organisation_id: id, step },
          ...{
            amount_ore: 100_000_001 + at,
            dated: `2022-1${stepAt}-01`,
            reference: 'Prov',
            motive: '',
          },
          ...{ reason: '', recorded_at: '2022-12-24T09:00:00Z', recorded_by: 'associationadmin.1' },
        })),
      )
      await database.queries.insertInto('contribution_entry').values(rows).execute()
      await database.queries
        .insertInto('association_economy')
        .values({
          interventions_plan_ore: null,
          ...{ association_id: first, year: 2023, version: 1, opening_equity_ore: 12_345_600, ceiling_percent: null, reason: '' },
          ...{ administration_budget_ore: 5_000_000, administration_actual_ore: 4_999_999 },
          ...{ recorded_at: '2023-01-02T09:00:00Z', recorded_by: 'associationadmin.1' },
        })
        .execute()
    })
    const partsOf = async (query: object = {}) => {
      const report = await costs(query)
      return [part(report, 'funds'), part(report, 'administration')] as const
    }
    test('says that nobody has approved the year, without any amount', async () => {
      for (const { sentence, rows, columns } of await partsOf()) {
        expect(sentence).toMatch(/0 av 2\.$/)
        expect([rows, columns]).toEqual([[], []])
      }
    })
    test('has them to the öre once the association has approved the year, by party and in all', async () => {
      await enter(first, 'approved', 1)
      const [funds, administration] = await partsOf()
      const entered = await database.queries
        .selectFrom('contribution_entry')
        .select((on) => on.fn.sum<number>('amount_ore').as('ore'))
        .where('step', '=', 'paid')
        .executeTakeFirstOrThrow()
      const parties = amounts(funds).slice(0, -1)
      expect(parties.map(([label]) => label.split(',')[0])).toEqual(['Staten', 'Regionerna', 'Kommunerna'])
      const given = parties.flatMap(([, , , paid]) => (typeof paid === 'number' ? [paid] : []))
      expect(given.length).toBeGreaterThan(0)
      expect(amounts(funds).at(-1)).toEqual(['Summa', entered.ore, entered.ore, entered.ore])
      expect(given.reduce((one, other) => one + other, 0)).toBe(entered.ore)
      expect(funds.sentence.replaceAll('\u00a0', ' ')).toMatch(/1 av 2\. Eget kapital när 2023 började, hos ett förbund: 123 456 kr\.$/)
      expect(amounts(administration)).toEqual([['Administration', 5_000_000, 4_999_999]])
      expect(amounts(part(await costs(), 'costSummary')).at(-1)).toEqual(['Administration', 5_000_000, 4_999_999, -1])
    })
    test('tells them association by association when it is detailed', async () => {
      const [funds, administration] = await partsOf({ detail: 'detailed' })
      expect(funds.rows.map(({ label }) => label)).toEqual(['Provförbundet 1', 'Summa'])
      expect(amounts(administration)).toEqual([
        ['Provförbundet 1', 5_000_000, 4_999_999],
        ['Summa', 5_000_000, 4_999_999],
      ])
    })
    test('has the budget by kind of cost before a sum that was entered', async () => {
      const lines = [
        { kind: 'staff', budgetOre: 3_000_000 },
        { kind: 'other', budgetOre: 1_000_001 },
      ]
      await database.queries
        .insertInto('administration_budget')
        .values({
          ...{ association_id: first, year: 2023, version: 1, lines: JSON.stringify(lines), reason: '' },
          ...{ recorded_at: '2023-01-02T09:00:00Z', recorded_by: 'associationadmin.1' },
        })
        .execute()
      const [, administration] = await partsOf()
      expect(amounts(administration)).toEqual([['Administration', 4_000_001, 4_999_999]])
    })
    test('has none of another association, nor of a part of one', async () => {
      const [funds] = await partsOf({ place: 'association:prov-2' })
      expect([funds.rows, funds.sentence]).toEqual([[], expect.stringMatching(/0 av 1\.$/)])
      const [ofOne] = await partsOf({ place: `intervention:${world.interventions[0]}` })
      expect(ofOne.sentence).toMatch(/^Finns inte här/)
    })
    test('takes them away again when the year is opened', async () => {
      await enter(first, 'reopened', 2)
      for (const { rows } of await partsOf()) expect(rows).toEqual([])
    })
  })
  test('of an association has its own money only', async () =>
    expect(amounts(part(await costs({ place: 'association:prov-2' }), 'costSummary')).at(-2)).toEqual(['Insatser, summa', 100, 333, 233]))
  test('says which years it is of when the period is not whole years', async () =>
    expect((await costs({ to: '2023-06' })).notes).toEqual(['Planer och pengar gäller hela år: 2023.']))
})

describe('Insatsrapport', () => {
  test('has the columns chosen, in their own order', async () => {
    const query = { ...year, columns: 'actual,owner,nothing,planned' }
    const [only] = (await call(getReport, { params: { kind: 'interventions' }, query })).parts
    expect(only!.columns.map(({ code }) => code)).toEqual(['owner', 'planned', 'actual'])
    expect(only!.rows.map(({ label }) => label)).toEqual(['Provinsats 1', 'Provinsats 2', 'Räknade'])
    expect(only!.rows[0]!.values).toEqual([
      { kind: 'text', text: 'Provkommun 1' },
      { kind: 'number', value: 40 },
      { kind: 'money', ore: 50_000_001 },
    ])
  })
  test('counts persons through cells, those of a table of the same', async () => {
    const query = { ...year, columns: 'participations,exits,toWork' }
    const [only] = (await call(getReport, { params: { kind: 'interventions' }, query })).parts
    const where = ['from=2023-01', 'to=2023-12']
    const table = await call(tabulateFacts, { query: { measure: 'to-work-or-study', rows: 'intervention', where } })
    const shown = only!.rows.slice(0, 2).map(({ values }) => values[2] as { figure: { text: string } })
    expect(shown.map(({ figure }) => figure.text).sort()).toEqual(table.figures.map(([figure]) => figure!.text).sort())
    // Heads without rows are changed too: 30 are given.
    const [heads, exits, toWork] = only!.rows[2]!.values
    expect(heads).toMatchObject({ kind: 'cell', cell: { kind: 'approximate' } })
    expect([exits, toWork]).toEqual([
      { kind: 'text', text: 'bara antal' },
      { kind: 'text', text: 'bara antal' },
    ])
  })
})
