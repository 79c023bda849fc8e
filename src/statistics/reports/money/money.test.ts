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
}, 60_000)
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
    expect(amounts(part(report, 'costSummary')).at(-1)).toEqual(['Summa', 70_000_150, 50_000_334, -19_999_816])
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
  test('says of funds and administration that they are not here yet, without any amount', async () => {
    const report = await costs()
    for (const key of ['funds', 'administration']) {
      const { sentence, rows, columns } = part(report, key)
      expect([sentence.startsWith('Finns inte'), rows, columns]).toEqual([true, [], []])
    }
  })
  test('of an association has its own money only', async () =>
    expect(amounts(part(await costs({ place: 'association:prov-2' }), 'costSummary')).at(-1)).toEqual(['Summa', 100, 333, 233]))
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
