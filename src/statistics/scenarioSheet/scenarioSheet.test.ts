import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { agreeContributions, recordContribution } from '../../financing/contributions/contract.ts'
import { getScenarios, saveScenario } from '../../financing/scenarios/contract.ts'
import { financingMessages } from '../../financing/messages.ts'
import { recordInterventionYears } from '../../interventions/contract.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { translator } from '../../values/catalogue.ts'
import { pagesOf } from '../reports/files/pdfFile.ts'
import { reportMessages } from '../reports/messages.ts'
import { getScenarioFile } from './contract.ts'
import { scenarioReport } from './scenarioReport.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [municipality] = world.controllers
const params = { associationId }
const fk = stableId('sheet fk')
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  const state = { id: fk, name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true }
  await database.queries.insertInto('organisation').values(state).execute()
  await database.queries.insertInto('membership').values({ association_id: associationId, organisation_id: fk }).execute()
  as('associationadmin.1')
  const agreement = {
    dated: '2026-01-02',
    reference: 'Avtal',
    years: [{ year: 2027, totalOre: 800_000_000 }],
    key: { key: 'equal' as const },
  }
  await call(agreeContributions, { params, body: { ...agreement, id: stableId('sheet agreement') } })
  const extra = {
    year: 2027,
    organisationId: fk,
    step: 'decided' as const,
    amountOre: 5_000_000,
    dated: '2026-03-01',
    reference: 'B 1',
    motive: '',
  }
  await call(recordContribution, { params, body: { ...extra, earmark: 'Riktat uppdrag' } })
  const row = { interventionId: world.interventions[0], year: 2027, plannedParticipants: null, budgetOre: 300_000_000, actualOre: null }
  await call(recordInterventionYears, { params, body: { rows: [row] } })
  const changes = [{ organisationId: municipality, amountOre: 300_000_000 }]
  await call(saveScenario, { params, body: { id: stableId('sheet scenario'), name: 'Om kommunen ger 3 mkr', year: 2027, changes } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const fetched = async (format: 'pdf' | 'docx', year = 2027) => {
  const { fileName, blob } = await callFile(getScenarioFile, { params: { associationId, year }, query: { format } })
  return { fileName, bytes: new Uint8Array(await blob.arrayBuffer()) }
}

test('the board fetches a year’s scenarios as one page of PDF, and as Word; the same twice is the same byte for byte', async () => {
  as('boardmember.1')
  const { fileName, bytes } = await fetched('pdf')
  expect(fileName).toMatch(/^samlad-t.nk-om-.*2027-12\.pdf$/)
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-')
  expect(pagesOf(bytes)).toBe(1)
  expect((await fetched('pdf')).bytes).toEqual(bytes)
  expect((await fetched('docx')).bytes.subarray(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b))
})

test('it says the level, each party, what is unmatched, each member, each planned intervention and what is earmarked', async () => {
  as('auditor.1')
  const book = await call(getScenarios, { params })
  const writing = { locale: 'sv' as const, t: translator({ ...reportMessages, ...financingMessages }, 'sv') }
  const { parts } = scenarioReport(book, { associationId, year: 2027, today: '2026-11-22' }, writing)!
  const told = parts.map(({ key, rows }) => [
    key,
    rows.map(({ label, values }) => [label, ...values.map((one) => (one.kind === 'money' ? one.ore : '–'))]),
  ])
  const part = (key: string) => told.find(([name]) => name === key)![1] as (string | number)[][]
  expect(part('level').map((row) => row.slice(1, 4))).toEqual([
    [800_000_000, 0, 0],
    [600_000_000, -200_000_000, 200_000_000],
  ])
  expect(part('matchedOre').map((row) => row.slice(1))).toEqual([
    [400_000_000, 300_000_000],
    [400_000_000, 300_000_000],
  ])
  expect(part('unmatchedOre').map((row) => row.slice(1))).toEqual([
    [0, 100_000_000],
    [0, 0],
  ])
  expect(part('interventions')[0]!.slice(1)).toEqual([300_000_000, 100_000_000])
  expect(part('earmarked')).toEqual([['Riktat uppdrag (Kassan)', '–', 5_000_000, '–']])
})

test('a year without a ledger has no file, nor has another association’s', async () => {
  as('associationadmin.1')
  expect(await refusal(fetched('pdf', 2031))).toMatchObject({ status: 404 })
  as('associationadmin.2')
  expect(await refusal(fetched('pdf'))).toMatchObject({ status: 404 })
})
