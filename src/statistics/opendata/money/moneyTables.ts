import { sql } from 'kysely'
import { hasDemoData } from '../../../access/store.ts'
import { listApprovedYears } from '../../../financing/approved/approvedStore.ts'
import type { Database, Queries } from '../../../platform/database.ts'
import type { MoneyCube } from '../cube.ts'
import { moneyCubes } from './moneyCubes.ts'

/** How long what has been read is held. Whoever asks in as long a time after that gets it too, while it is read anew: so what is approved, or opened again, is seen after twice as long at most. */
const CHECK_AFTER_MS = 5000

/** Tables of the money that associations have approved, held for a short while. Invented money is in them only where this machine alone is answered. */
export class MoneyTables {
  readonly #database: Database
  readonly #mayShowDemo: boolean
  #kept: { cubes: readonly MoneyCube[]; readAt: number } | undefined
  #reading: Promise<readonly MoneyCube[]> | undefined

  constructor(database: Database, mayShowDemo: boolean) {
    this.#database = database
    this.#mayShowDemo = mayShowDemo
  }

  /** The tables as they are now. Must not be asked within a transaction: the embedded database has one connection. */
  async cubes(): Promise<readonly MoneyCube[]> {
    const age = this.#kept ? performance.now() - this.#kept.readAt : Infinity
    if (age < CHECK_AFTER_MS) return this.#kept!.cubes
    // Many ask at once: one reads.
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined))
    if (age >= 2 * CHECK_AFTER_MS) return this.#reading
    // What goes wrong is told to whoever waits for it next.
    this.#reading.catch(() => undefined)
    return this.#kept!.cubes
  }

  async #read(): Promise<readonly MoneyCube[]> {
    const cubes = await this.#database.as('samlad_office', undefined, (queries) => readMoney(queries, this.#mayShowDemo))
    this.#kept = { cubes, readAt: performance.now() }
    return cubes
  }
}

async function readMoney(queries: Queries, mayShowDemo: boolean): Promise<MoneyCube[]> {
  const demo = (await hasDemoData(queries)) && mayShowDemo
  const approved = await listApprovedYears(queries, demo)
  const { rows } = await sql<{ association_id: string; year: number; actual_ore: number | null }>`
    select association_id, year, actual_ore from approved_money()`.execute(queries)
  const spent = new Map(rows.map((row) => [`${row.association_id} ${row.year}`, row.actual_ore]))
  const { rows: changed } = await sql<{ at: string | null }>`select approved_money_changed() as at`.execute(queries)
  const years = approved.map((one) => ({ ...one, interventionsOre: spent.get(`${one.associationId} ${one.year}`) ?? null }))
  return moneyCubes({ years, demo, changed: new Date(changed[0]!.at ?? 0) })
}
