import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { fillFacts } from '../../test/facts.ts'
import { messages } from '../messages.ts'
import { call, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { tabulateFacts } from '../statistics/contract.ts'
import { translator } from '../values/catalogue.ts'
import { controllerOf } from './controller.ts'
import { tabulatedCsv } from './tabulatedCsv.ts'

const words = { t: translator(messages, 'sv'), locale: 'sv' } as const
let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 400, 11)
  useTransport(transportAs(await testApp(database), 'nationalanalyst.1'))
})
afterAll(() => database.close())

async function lines(query: { measure: string; rows?: string; columns?: string }): Promise<string[]> {
  const table = await call(tabulateFacts, { query: { ...query, where: ['year=2023'] } })
  return tabulatedCsv(table, ['om'], words).split('\n')
}

test('a share has a column for each of its numbers', async () => {
  const [about, head, ...body] = await lines({ measure: 'to-work-or-study', rows: 'sex' })
  expect([about, head]).toEqual(['# om', 'Kön;Tecken;Antal;Tecken;Av;Tecken;Okänt;Andel %;Osäkerhet från %;Osäkerhet till %'])
  expect(body).toHaveLength(3)
  for (const line of body) expect(line).toMatch(/^(Kvinnor|Män|Totalt)(;≈;\d+){3}(;\d+(,\d)?){3}$/)
})
test('two dimensions stand before the number, with totals', async () => {
  const [, head, ...body] = await lines({ measure: 'participations', rows: 'association', columns: 'sex' })
  expect(head!.split(';')).toHaveLength(4)
  expect(body.at(-1)).toMatch(/^Totalt;Totalt;≈;\d+$/)
})
test('who works for nobody is told so', () =>
  expect(controllerOf('Provkommun')).rejects.toMatchObject({ key: 'terminal.noControllers', code: 3 }))
