import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { recordInterventionYears } from '../../interventions/contract.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { changeAccountKey, changeAdministrationBudget, getBudget, recordAccounting } from '../budget/contract.ts'
import { changeContribution, recordContribution } from '../contributions/contract.ts'
import { changeEconomy } from '../economy/contract.ts'
import { recordGrant } from '../grants/contract.ts'
import * as contract from './contract.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const place = { params: { associationId } }
const year = 2025
const ofYear = { params: { associationId, year } }
const as = (user: string): void => useTransport(transportAs(app, user))
const office = 'associationadmin.1'
const board = 'boardmember.1'

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const written = [
  'contribution_entry',
  'association_economy',
  'administration_budget',
  'accounting_row',
  'accounting_file',
  'account_key',
] as const
beforeEach(async () => {
  await database.queries.deleteFrom('year_closing').execute()
  for (const table of [...written, 'grant_step', 'intervention_grant', 'intervention_year'] as const)
    await database.queries.deleteFrom(table).execute()
  as(office)
  await enter.contribution()
})

const contribution = {
  organisationId: world.controllers[0],
  step: 'decided' as const,
  amountOre: 100,
  dated: '2025-01-02',
  reference: 'Beslut',
  motive: '',
}
const economy = {
  openingEquityOre: 1,
  administrationBudgetOre: null,
  administrationActualOre: null,
  interventionsPlanOre: null,
  deficitReason: '',
  ceilingPercent: null,
}
const books = {
  ...{ year, sieType: '4E' as const, program: '', generatedOn: null, through: '2025-12-31', dimensions: [], objects: [], version: 0 },
  ...{
    accounts: [{ account: '5010', name: 'Hyra' }],
    rows: [{ voucher: 'A 1', dated: '2025-01-05', month: null, account: '5010', objects: [], amountOre: 100 }],
  },
}
const grant = {
  id: '22222222-2222-4222-8222-222222222222',
  interventionId: world.interventions[0],
  amountOre: 100,
  from: '2025-01-01',
  to: '2026-12-31',
  reference: '§ 7',
}
/** Everything that is written in a year of the books. */
const enter = {
  contribution: (of = year) => call(recordContribution, { ...place, body: { ...contribution, year: of } }),
  economy: (of = year) => call(changeEconomy, { params: { associationId, year: of }, body: { ...economy, version: 0, reason: '' } }),
  budget: (of = year) =>
    call(changeAdministrationBudget, {
      params: { associationId, year: of },
      body: { lines: [{ kind: 'staff', budgetOre: 1 }], version: 0, reason: '' },
    }),
  books: (of = year) =>
    call(recordAccounting, {
      ...place,
      body: JSON.parse(JSON.stringify({ ...books, year: of }).replaceAll('2025-', `${of}-`)) as typeof books,
    }),
  interventions: (of = year) =>
    call(recordInterventionYears, {
      ...place,
      body: { rows: [{ interventionId: world.interventions[0], year: of, plannedParticipants: 1, budgetOre: 1, actualOre: null }] },
    }),
  grant: (of = year) => call(recordGrant, { ...place, body: { ...grant, dated: `${of}-03-01` } }),
}
const close = (given: object = {}) =>
  call(contract.closeYear, { ...ofYear, body: { note: 'Årsredovisningen är beslutad.', seen: 0, ...given } })
const ask = (given: object = {}) => call(contract.askToReopen, { ...ofYear, body: { reason: 'En faktura saknas.', seen: 1, ...given } })
const answer = (accept: boolean, given: object = {}) =>
  call(contract.answerReopening, { ...ofYear, body: { accept, note: accept ? '' : 'Det får vänta.', seen: 2, ...given } })
const state = async () => (await call(contract.getClosings, place)).years.find((one) => one.year === year)!.state

describe('a closed year', () => {
  test.each(Object.keys(enter) as (keyof typeof enter)[])(
    'takes no more of its %s, and says who closed it and what to do',
    async (what) => {
      await close()
      const refused = await refusal(enter[what]())
      expect(refused).toMatchObject({ status: 422, key: 'closing.closed' })
      expect(refused.message).toMatch(/2025 är stängt\. .+ stängde året 2026-11-22\. .*Stänga år/)
      await enter[what](2026)
    },
  )

  test('lets no row be moved out of it or into it by a correction', async () => {
    const { entries } = await enter.contribution(2026)
    await close()
    for (const [id, to] of [
      [entries.find((one) => one.year === year)!.id, 2026],
      [entries.find((one) => one.year === 2026)!.id, year],
    ] as const) {
      const body = { ...contribution, year: to, version: 1, withdrawn: false, reason: 'Fel år' }
      expect(await refusal(call(changeContribution, { params: { associationId, entryId: id }, body }))).toMatchObject({
        key: 'closing.closed',
      })
    }
  })

  test('is refused by the database itself, past the program', async () => {
    await enter.books()
    await close()
    const { queries } = database
    const late = sql`insert into accounting_row (association_id, year, version, row, voucher, account, objects, amount_ore)
      values (${associationId}, ${year}, 1, 7, '', '5010', '[]', 100)`
    await expect(late.execute(queries)).rejects.toMatchObject({ code: 'SA422' })
    await expect(queries.deleteFrom('contribution_entry').where('year', '=', year).execute()).rejects.toMatchObject({ code: 'SA422' })
    await expect(queries.updateTable('contribution_entry').set({ year: 2026 }).where('year', '=', year).execute()).rejects.toMatchObject({
      code: 'SA422',
    })
  })

  test('keeps what its accounts meant when it was closed', async () => {
    await enter.books()
    const means = { dimension: null, restIsAdministration: true, objects: [] }
    await call(changeAccountKey, { ...place, body: { ...means, accounts: [{ from: 5010, to: 5010, kind: 'premises' }], version: 0 } })
    const before = await call(getBudget, ofYear)
    await close()
    await call(changeAccountKey, { ...place, body: { ...means, accounts: [], version: 1 } })
    const after = await call(getBudget, ofYear)
    expect(after.administration).toEqual(before.administration)
    expect(after.unknown.accounts).toEqual([])
  })

  test('is closed only when it is over, has something, and with a note where something is not finished', async () => {
    expect(await refusal(call(contract.closeYear, { params: { associationId, year: 2026 }, body: { note: 'Nu', seen: 0 } }))).toMatchObject(
      {
        key: 'closing.notOver',
      },
    )
    expect(
      await refusal(call(contract.closeYear, { params: { associationId, year: 2011 }, body: { note: 'Nu!', seen: 0 } })),
    ).toMatchObject({
      key: 'closing.nothing',
    })
    const { remarks } = await call(contract.getClosingRemarks, ofYear)
    expect(remarks.map(({ key }) => key)).toContain('closing.remark.noAdministration')
    expect(await refusal(close({ note: '' }))).toMatchObject({ key: 'closing.noteNeeded' })
    expect(await state()).toBe('open')
  })
})

describe('a closed year is opened', () => {
  test('by one who asks and another who confirms; every step stands there, and it can be closed again', async () => {
    await close()
    await ask()
    expect(await state()).toBe('asked')
    expect(await refusal(enter.contribution())).toMatchObject({ key: 'closing.closed' })
    as(board)
    await answer(true)
    as(office)
    await enter.contribution()
    const { years } = await close({ seen: 3 })
    expect(years.find((one) => one.year === year)).toMatchObject({
      state: 'closed',
      steps: [
        { act: 'close' },
        { act: 'ask', note: 'En faktura saknas.', byId: office },
        { act: 'confirm', byId: board },
        { act: 'close' },
      ],
    })
  })

  test('not by one person alone, in the program or past it', async () => {
    await close()
    await ask()
    expect(await refusal(answer(true))).toMatchObject({ status: 422, key: 'closing.samePerson' })
    const alone = sql`insert into year_closing values (${associationId}, ${year}, 3, 2, 'confirm', 'asked', 'open', ${office}, null, '', now(), ${office})`
    await expect(alone.execute(database.queries)).rejects.toThrow()
    expect(await state()).toBe('asked')
  })

  test('not when somebody says no, with a reason', async () => {
    await close()
    await ask()
    as(board)
    expect(await refusal(answer(false, { note: '' }))).toMatchObject({ status: 400 })
    await answer(false)
    expect(await state()).toBe('closed')
  })

  test('by no step that is skipped, and once however often a form is sent', async () => {
    expect(await refusal(ask({ seen: 0 }))).toMatchObject({ key: 'closing.notNow' })
    await close()
    await close()
    expect(await refusal(close({ note: 'En annan.' }))).toMatchObject({ status: 409 })
    await ask()
    await ask()
    expect((await call(contract.getClosings, place)).years.find((one) => one.year === year)!.steps).toHaveLength(2)
  })

  test('by no board member’s asking, nor by an auditor', async () => {
    await close()
    as(board)
    expect(await refusal(ask())).toMatchObject({ status: 404 })
    as('auditor.1')
    expect(await refusal(answer(true))).toMatchObject({ status: 404 })
    expect(await state()).toBe('closed')
  })
})

test('no step is changed or taken away by an office', async () => {
  await close()
  await expect(database.as('samlad_office', undefined, (queries) => queries.deleteFrom('year_closing').execute())).rejects.toThrow()
  await expect(
    database.as('samlad_office', undefined, (queries) => queries.updateTable('year_closing').set({ note: 'Annat' }).execute()),
  ).rejects.toThrow()
})
