import type { FastifyInstance } from 'fastify'
import type { Database } from '../src/platform/database.ts'
import { buildWorld, testApp } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/** The application on a database of its own with the world in it, filled with invented participations (see `fillFacts`). */
export async function filledApp(size: number, seed: number, clock?: () => Date): Promise<{ database: Database; app: FastifyInstance }> {
  const database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, size, seed)
  return { database, app: await testApp(database, clock) }
}
