import type { FastifyInstance } from 'fastify'
import type { Database } from '../src/platform/database.ts'
import type { Definition } from '../src/statistics/publication/domain.ts'
import { buildWorld, testApp } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'
import { bySex, publishing, trial } from './publications.ts'

/** What a JSON-stat answer holds, for tests. */
export interface Dataset {
  id: string[]
  size: number[]
  value: (number | null)[]
  status?: Record<string, string>
  label: string
  note: string[]
  dimension: Record<
    string,
    { category: { index: Record<string, number>; label: Record<string, string> }; extension: Record<string, unknown> }
  >
  extension: { px: { tableid: string; heading: string[]; stub: string[] } }
}

const year = (of: number): Definition => ({
  ...trial,
  ...{ title: { sv: `Avslut ${of}`, en: '' }, year: of, month: 12 },
  tables: [bySex, { population: 'exits', place: 'association', region: false, by: ['afterExit', 'sex'] }],
})

/** A table of two years, one with hidden cells, and a selection of all of the first. */
export const table = '/api/v2/tables/exits-association-sex'
export const outcomes = '/api/v2/tables/exits-association-afterexit-sex'
export const everything = 'valuecodes[place]=*&valuecodes[sex]=*&valuecodes[ContentsCode]=*&valuecodes[Tid]=*'

/** An application with releases of exits 2022, 2023, and January to August 2023, and how to ask it. */
export async function openData() {
  const database: Database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 500, 21)
  const app: FastifyInstance = await testApp(database)
  const { release } = publishing(app)
  await release(year(2022))
  await release(year(2023))
  await release(trial)
  const get = async (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })
  const json = async <T = Dataset>(url: string): Promise<T> => (await get(url)).json<T>()
  const post = async (url: string, payload: object) => app.inject({ method: 'POST', url, payload })
  const close = async (): Promise<void> => {
    await app.close()
    await database.close()
  }
  return { database, app, get, json, post, close }
}
