import { perturbationTable } from '../disclosure/noise/perturbationTable.ts'
import type { Noise, NoiseSettings } from '../disclosure/noise/noise.ts'
import type { Database, Queries } from '../platform/database.ts'

/**
 * The stored perturbation table of some settings, made and stored when there is none: as long as a setting stands, or comes back, the same
 * questions have the same answers, also after the program that makes tables has changed. Call it outside any transaction, before requests are served.
 */
export async function getNoise(database: Database, settings: NoiseSettings, now: Date): Promise<Noise> {
  return database.as('samlad_keeper', undefined, async (queries) => {
    const known = await findNoise(queries, settings)
    if (known) return known
    const { rows } = perturbationTable(settings.threshold, settings.variance, settings.maxDeviation)
    const { last } = await queries
      .selectFrom('perturbation_table')
      .select((on) => on.fn.max('version').as('last'))
      .executeTakeFirstOrThrow()
    await queries
      .insertInto('perturbation_table')
      .values({
        version: (last ?? 0) + 1,
        ...{ threshold: settings.threshold, variance: settings.variance, max_deviation: settings.maxDeviation },
        ...{ shifts: JSON.stringify(rows), made_at: now.toISOString() },
      })
      // Another process may have been as quick.
      .onConflict((on) => on.doNothing())
      .execute()
    return (await findNoise(queries, settings))!
  })
}

async function findNoise(queries: Queries, { threshold, variance, maxDeviation }: NoiseSettings): Promise<Noise | undefined> {
  const row = await queries
    .selectFrom('perturbation_table')
    .select(['version', 'shifts'])
    .where('threshold', '=', threshold)
    .where('variance', '=', variance)
    .where('max_deviation', '=', maxDeviation)
    .executeTakeFirst()
  return row && { version: row.version, table: { threshold, variance, maxDeviation, rows: row.shifts } }
}

/** The secret that counts without rows get their keys by, as text. Only the statistics role may read it. */
export async function getSeed(queries: Queries): Promise<string> {
  const { seed } = await queries.selectFrom('noise_seed').select('seed').executeTakeFirstOrThrow()
  return Buffer.from(seed).toString('hex')
}
