import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { dialects, writeSie } from '../../../test/sieFile.ts'
import { recordInterventionYears } from '../../interventions/contract.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { decodeSie } from '../sie/charset.ts'
import type { SieFile } from '../sie/domain.ts'
import { parseSie } from '../sie/parse.ts'
import { booksOf } from './booksOf.ts'
import { compareRows } from './compare.ts'
import * as contract from './contract.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const [interventionId] = world.interventions
const params = { associationId }
const ofYear = { associationId, year: 2026 }
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  for (const table of ['accounting_row', 'accounting_file', 'account_key', 'administration_budget'] as const) {
    await database.queries.deleteFrom(table).execute()
  }
  as('associationadmin.1')
})

const voucher = (number: string, rows: [account: string, kronor: number, object?: string][]) => ({
  ...{ series: 'A', number, dated: '2026-03-14' },
  rows: [...rows, ['1930', -rows.reduce((sum, [, kronor]) => sum + kronor, 0)] as const].map(([account, kronor, object]) => ({
    ...{ account: String(account), amountOre: Number(kronor) * 100, dated: '2026-03-14' },
    objects: object ? [['6', object] as const, ['7', 'Åsa Provsson'] as const] : [],
  })),
})
const file: SieFile = {
  ...{
    type: '4E',
    program: 'Bokföring Åäö',
    company: 'Förbundet',
    generatedOn: '2026-04-02',
    year: 2026,
    through: '2026-03-14',
    balances: [],
  },
  accounts: [
    { account: '5010', name: 'Lokalhyra', kind: 'K' },
    { account: '7010', name: 'Löner 850312-2395', kind: 'K' },
    { account: '1930', name: 'Bank', kind: 'T' },
  ],
  dimensions: [
    { dimension: '6', name: 'Projekt' },
    { dimension: '7', name: 'Anställd' },
  ],
  objects: [
    { dimension: '6', object: 'P1', name: 'Insats é' },
    { dimension: '7', object: '12', name: 'Åsa Provsson' },
  ],
  vouchers: [
    voucher('1', [
      ['5010', 1000],
      ['7010', 5000, 'P1'],
    ]),
    voucher('2', [['3010', -20_000]]),
    voucher('3', [['6999', 77]]),
  ],
}
const readBack = (bytes: Uint8Array) => {
  const found = parseSie(decodeSie(bytes).text)
  if (!found.file) throw new Error(JSON.stringify(found.faults))
  return booksOf(found.file)
}
const books = readBack(writeSie(file))
const key = {
  ...{ dimension: '6', restIsAdministration: true, version: 0 },
  accounts: [
    { from: 3000, to: 3099, kind: 'memberContributions' as const },
    { from: 5000, to: 5099, kind: 'premises' as const },
    { from: 7000, to: 7999, kind: 'staff' as const },
  ],
  objects: [{ object: 'P1', means: interventionId }],
}
const record = (given: object = {}) => call(contract.recordAccounting, { params, body: { ...books, version: 0, ...given } })
const seen = () => call(contract.getBudget, { params: ofYear })
const countRows = async () => (await database.queries.selectFrom('accounting_row').selectAll().execute()).length

describe('what leaves the browser of a SIE file', () => {
  test('is the rows of result accounts, without texts, without what names persons', () => {
    expect(JSON.stringify(books)).not.toMatch(/Provsson|Utlägg|850312|1930/)
    expect(books.rows.map(({ voucher, account, amountOre, objects }) => [voucher, account, amountOre, objects])).toEqual([
      ['A 1', '5010', 100_000, []],
      ['A 1', '7010', 500_000, [['6', 'P1']]],
      ['A 2', '3010', -2_000_000, []],
      ['A 3', '6999', 7_700, []],
    ])
  })
  test.each(Object.entries(dialects))('is the same in every dialect: %s', (_, dialect) =>
    expect(readBack(writeSie(file, dialect))).toEqual(books),
  )
})

describe('the books of a year', () => {
  test('stand beside the budget, with what is not known listed and nothing guessed', async () => {
    await call(recordInterventionYears, {
      params,
      body: { rows: [{ interventionId, year: 2026, plannedParticipants: 12, budgetOre: 2_000_000, actualOre: null }] },
    })
    await call(contract.changeAdministrationBudget, {
      params: ofYear,
      body: { lines: [{ kind: 'premises', budgetOre: 400_000 }], version: 0, reason: '' },
    })
    expect((await record()).unknown.accounts.map(({ account }) => account)).toEqual(['3010', '5010', '6999', '7010'])
    await call(contract.changeAccountKey, { params, body: key })
    const year = await seen()
    expect(year.administration.lines.find(({ kind }) => kind === 'premises')).toMatchObject({
      budgetOre: 400_000,
      bookedOre: 100_000,
      leftOre: 300_000,
    })
    expect(year.interventions).toMatchObject([
      { interventionId, plannedParticipants: 12, budgetOre: 2_000_000, bookedOre: 500_000, leftOre: 1_500_000 },
    ])
    expect(year.interventions[0]!.restByBudgetOre).toBe(500_000 + Math.round((2_000_000 * 292) / 365))
    expect(year.total).toMatchObject({ budgetOre: 2_400_000, bookedOre: 600_000 })
    expect(year.unknown).toEqual({ accounts: [{ account: '6999', name: '', amountOre: 7_700 }], objects: [], outsideOre: 0 })
    expect(year.income[0]).toEqual({ kind: 'memberContributions', ledgerOre: null, bookedOre: 2_000_000, differenceOre: null })
    expect(year.file).toMatchObject({
      sieType: '4E',
      program: 'Bokföring Åäö',
      through: '2026-03-14',
      rows: 4,
      days: { gone: 73, all: 365 },
    })
  })
  test('are read in once, in whatever dialect and order, and made when', async () => {
    await record()
    const again = await record({ rows: books.rows.toReversed(), generatedOn: '2026-05-01', program: 'Ett annat' })
    expect([again.file?.version, await countRows()]).toEqual([1, 4])
  })
  test('corrected take the place of those before, which are kept, and what differs is told first', async () => {
    await record()
    const corrected = { ...books, rows: books.rows.map((row) => (row.account === '5010' ? { ...row, amountOre: 120_000 } : row)) }
    const there = await call(contract.getAccounting, { params: ofYear })
    expect({ ...compareRows(there.rows, corrected.rows), version: there.version }).toEqual({
      ...{ version: 1, isSame: false, added: 0, removed: 0, changed: 1 },
      differences: [{ what: 'A 1', change: 'changed', beforeOre: 600_000, afterOre: 620_000 }],
      accounts: [{ account: '5010', beforeOre: 100_000, afterOre: 120_000 }],
    })
    expect((await seen()).file?.version).toBe(1)
    expect((await record({ ...corrected, version: 1 })).file?.version).toBe(2)
    expect(await countRows()).toBe(8)
  })
  test('are refused when others have been read in since they were compared', async () => {
    await record()
    expect(await refusal(record({ rows: books.rows.slice(1) }))).toMatchObject({ status: 409 })
    const both = await Promise.allSettled([
      record({ rows: books.rows.slice(1), version: 1 }),
      record({ rows: books.rows.slice(2), version: 1 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test.each([
    ['no rows', { rows: [] }, 'body.rows'],
    ['a row of another year', { rows: [{ ...books.rows[0]!, dated: '2025-12-31' }] }, 'body.rows.0'],
    ['an employee', { rows: [{ ...books.rows[0]!, objects: [['7', '12']] }] }, 'body.rows.0.objects.0.0'],
    ['part of an öre', { rows: [{ ...books.rows[0]!, amountOre: 0.5 }] }, 'body.rows.0.amountOre'],
    ['a personnummer in a name', { accounts: [{ account: '7010', name: '850312-2395' }] }, 'body.accounts.0.name'],
    ['an unknown type', { sieType: '5' }, 'body.sieType'],
  ])('with %s are refused at the place, and nothing is written', async (_, given, where) => {
    const refused = await refusal(record(given))
    expect([refused.status, refused.faults.map((fault) => fault.where), await countRows()]).toEqual([400, [where], 0])
  })
})

describe('what accounts and objects mean', () => {
  const change = (given: object) => call(contract.changeAccountKey, { params, body: { ...key, ...given } })
  test.each([
    ['ranges that overlap', { accounts: [key.accounts[0]!, { from: 3050, to: 3060, kind: 'other' }] }, 400, 'body.accounts.1'],
    ['a range backwards', { accounts: [{ from: 9, to: 8, kind: 'other' }] }, 400, 'body.accounts.0'],
    ['an object twice', { objects: [key.objects[0]!, key.objects[0]!] }, 400, 'body.objects.1'],
    ['another association’s intervention', { objects: [{ object: 'P1', means: world.interventions[1] }] }, 422, 'body.objects.0.means'],
  ])('cannot be %s', async (_, given, status, where) => {
    const refused = await refusal(change(given))
    expect([refused.status, refused.faults.map((fault) => fault.where)]).toEqual([status, [where]])
  })
  test('is not changed by two at once', async () => {
    await change({})
    await change({})
    expect(await refusal(change({ restIsAdministration: false }))).toMatchObject({ status: 409 })
    expect((await seen()).key).toEqual({ ...key, version: 1 })
  })
})

describe('the administration’s budget', () => {
  const change = (given: object) =>
    call(contract.changeAdministrationBudget, {
      params: ofYear,
      body: { lines: [{ kind: 'staff', budgetOre: 5 }], version: 0, reason: '', ...given },
    })
  test('is changed as a version with its reason, and all versions are kept', async () => {
    await change({})
    expect(await refusal(change({ version: 1 }))).toMatchObject({ status: 400 })
    const { administration } = await change({ version: 1, reason: 'Ny hyra', lines: [{ kind: 'premises', budgetOre: 7 }] })
    expect(administration).toMatchObject({ version: 2, reason: 'Ny hyra', total: { budgetOre: 7 } })
    expect(await database.queries.selectFrom('administration_budget').select('version').execute()).toHaveLength(2)
  })
})

test('the board reads, and writes nothing; nobody reads elsewhere', async () => {
  await record()
  as('boardmember.1')
  expect((await seen()).file?.version).toBe(1)
  expect(await refusal(record())).toMatchObject({ status: 404 })
  as('associationadmin.1')
  expect(await refusal(call(contract.getBudget, { params: { ...ofYear, associationId: foreign } }))).toMatchObject({ status: 404 })
})
