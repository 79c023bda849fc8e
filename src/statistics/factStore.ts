import { sql } from 'kysely'
import { factColumns, sqlColumn } from '../participations/factColumns.ts'
import type { FactArrays } from '../participations/factColumns.ts'
import type { Database, Queries } from '../platform/database.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { listCommissionPlaces } from './commissionPlaces.ts'
import { CopyReader } from './copyBinary.ts'
import { factsFromColumns } from './facts.ts'
import type { Dictionaries, Facts } from './facts.ts'
import { lastMonthCounted } from './seenUntil.ts'

/** All facts at one version of the data, with the words for what they point at. */
export interface Snapshot {
  facts: Facts
  /** The invented layer of the demo. One snapshot holds one layer: invented and real data are never in one figure. */
  fictive: boolean
  /** Civil date in Sweden of the latest registration; `null` when there is none. */
  dataDate: string | null
  /** When the facts were read: all that was registered by then is in them. */
  readAt: Date
  /** What the database said of itself when the snapshot was read; another value means it is old. */
  stamp: string
}

/** How many times to begin again when somebody writes while we read. */
const attempts = 5

/** Single registrations come all day long: the figures follow them at most this often. Imports and undone imports count at once. */
const FOLLOW_AFTER_MS = 5 * 60 * 1000

/**
 * Holds the facts in memory, one snapshot per version of the data. They count as personal data and never leave this process:
 * only tables made of them do, through `src/disclosure`.
 */
export class FactStore {
  readonly #database: Database
  readonly #now: () => Date
  #kept: (Snapshot & { registrations: number }) | undefined
  #loading: { stamp: string; snapshot: Promise<Snapshot> } | undefined
  #loads = 0

  constructor(database: Database, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  /** How many times the facts have been read from the database. */
  get loads(): number {
    return this.#loads
  }

  /**
   * The newest facts; read from the database only when they have changed, once for all who ask meanwhile.
   * @param queries a transaction: the embedded database has one connection, and it must be ours while the facts are copied
   */
  async snapshot(queries: Queries): Promise<Snapshot> {
    const { stamp, registrations } = await stampOf(queries)
    const kept = this.#kept
    if (kept?.stamp === stamp && (kept.registrations === registrations || this.#now().getTime() - kept.readAt.getTime() < FOLLOW_AFTER_MS))
      return kept
    if (this.#loading?.stamp !== stamp) {
      const snapshot = this.#load(queries, { stamp, registrations })
      const loading = { stamp, snapshot }
      this.#loading = loading
      const done = (): void => {
        if (this.#loading === loading) this.#loading = undefined
      }
      snapshot.then(done, done)
    }
    return this.#loading!.snapshot
  }

  async #load(queries: Queries, asked: Stamp): Promise<Snapshot> {
    let stamp = asked
    for (let attempt = 0; attempt < attempts; attempt++) {
      this.#loads++
      const snapshot = await this.#read(queries, stamp.stamp)
      const after = await stampOf(queries)
      const isSame = after.stamp === stamp.stamp && after.registrations === stamp.registrations
      if (isSame) {
        this.#kept = { ...snapshot, readAt: this.#now(), registrations: after.registrations }
        return this.#kept
      }
      stamp = after
    }
    throw new Error(`The data changed ${attempts} times while they were read`)
  }

  async #read(queries: Queries, stamp: string): Promise<Omit<Snapshot, 'readAt'>> {
    const fictive = stamp.startsWith('fictive')
    const dictionaries = await readDictionaries(queries, fictive)
    const reader = new CopyReader(factColumns, 4096)
    for await (const chunk of this.#database.copyOut(fictive ? copyFictive : copyRegister)) reader.push(chunk)
    const { arrays } = reader.finish()
    const columns = Object.fromEntries(factColumns.map(({ name }, at) => [name, arrays[at]])) as unknown as FactArrays
    const dataDate = await dataDateOf(queries)
    const seenUntil = dataDate === null ? undefined : lastMonthCounted(dataDate)
    return { facts: factsFromColumns(columns, dictionaries, seenUntil), fictive, dataDate, stamp }
  }
}

/** What moves when the data do: at once (`stamp`), and with every single registration. */
interface Stamp {
  stamp: string
  registrations: number
}

/** Layer, version of persons and counts, and what moves when a name or a place that facts point at is new or changed. */
async function stampOf(queries: Queries): Promise<Stamp> {
  const { rows } = await sql<{ fictive: boolean; version: number; registrations: number; places: string }>`
    select exists (select from association where fictive) as fictive, v.version, v.registrations,
      (select count(*) || ' ' || coalesce(sum(version), 0) from intervention) || ' ' || (select count(*) from controller) || ' ' ||
      (select count(*) from association) || ' ' || (select count(*) from municipality) ||
      coalesce((select ' ' || md5(string_agg(p.id || p.title || p.interventions::text, ' ' order by p.id)) from commission_places() p), '') as places
    from data_version v`.execute(queries)
  const { fictive, version, registrations, places } = rows[0]!
  return { stamp: `${fictive ? 'fictive' : 'register'} ${version} ${places}`, registrations: Number(registrations) }
}

/** The day of the last registration, of a participation or a follow-up. */
async function dataDateOf(queries: Queries): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`select last_registration() as at`.execute(queries)
  const at = rows[0]?.at
  return at ? stockholmDate(new Date(at)) : null
}

/** The words, each list in the order that the copy numbers by. */
async function readDictionaries(queries: Queries, fictive: boolean): Promise<Dictionaries> {
  const associations = await queries.selectFrom('association').select(['id', 'name']).where('fictive', '=', fictive).orderBy('id').execute()
  const interventions = await queries
    .selectFrom('intervention')
    .select(['id', 'name', 'orientation', 'methods'])
    .where('fictive', '=', fictive)
    .orderBy('id')
    .execute()
  const methods = await queries.selectFrom('method').select(['code', 'name']).orderBy('name').execute()
  const commissions = await listCommissionPlaces(queries, fictive)
  const controllers = await queries.selectFrom('controller').select('organisation_id').orderBy('organisation_id').execute()
  const municipalities = await queries
    .selectFrom('municipality')
    .select(['code', 'name', 'region_code as region'])
    .where('fictive', '=', fictive)
    .orderBy('code')
    .execute()
  const regions = await queries.selectFrom('region').select(['code', 'name']).where('fictive', '=', fictive).orderBy('code').execute()
  return {
    controllers: controllers.map((row) => row.organisation_id),
    associations,
    interventions,
    methods,
    commissions,
    municipalities,
    regions,
  }
}

const numbered = (table: string, key: string, where = 'true'): string =>
  `(select ${key} as key, (row_number() over (order by ${key}) - 1)::int as position from ${table} where ${where})`

const own = new Set<string>(['controller', 'association', 'intervention', 'municipality', 'personIndex', 'recordKey', 'personKey'])
const coded = factColumns.flatMap(({ name }) => (own.has(name) ? [] : [`f.${sqlColumn(name)}`]))

/** The first four bytes of a hash with the secret seed: the same as long as the id is, and nobody without the seed can work it out. */
const keyOf = (id: string): string => `substring(sha256(s.seed || uuid_send(${id})) from 1 for 4)`

/** The columns in the order of `factColumns`: places as dense positions, persons numbered within their controller, keys by the seed. */
const copyOf = (layer: 'fictive' | 'not fictive'): string => `
  select c.position, a.position, i.position, m.position, ${coded.join(', ')},
    (dense_rank() over (order by f.controller_id, f.person_id) - 1)::int, ${keyOf('f.participation_id')}, ${keyOf('f.person_id')}
  from fact f cross join noise_seed s
  join ${numbered('controller', 'organisation_id')} c on c.key = f.controller_id
  join ${numbered('association', 'id', layer)} a on a.key = f.association_id
  join ${numbered('intervention', 'id', layer)} i on i.key = f.intervention_id
  left join ${numbered('municipality', 'code', layer)} m on m.key = f.municipality`
const copyFictive = copyOf('fictive')
const copyRegister = copyOf('not fictive')
