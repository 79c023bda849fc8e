import type { Database, Queries } from '../../platform/database.ts'
import { listDocuments, releaseStamp } from '../publication/store.ts'
import type { ReleaseDocument } from '../publication/release/document.ts'
import { cubesOf } from './cube.ts'
import type { AnyCube, Cube, OpenRelease } from './cube.ts'
import { MoneyTables } from './money/moneyTables.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { stockholmDate } from '../../values/civilDate.ts'

/** What comes out is seen after this long at most. */
const CHECK_AFTER_MS = 1000

/** What is out: the releases, and the tables made of them. */
interface Held {
  stamp: string
  releases: readonly OpenRelease[]
  cubes: readonly Cube[]
}

/** The published tables, held until something new comes out. Invented data are in them only where this machine alone is answered. */
export class OpenTables {
  readonly #database: Database
  readonly #mayShowDemo: boolean
  readonly #money: MoneyTables
  #kept: (Held & { checkedAt: number }) | undefined
  #checking: Promise<Held> | undefined

  constructor(database: Database, mayShowDemo: boolean) {
    this.#database = database
    this.#mayShowDemo = mayShowDemo
    this.#money = new MoneyTables(database, mayShowDemo)
  }

  /**
   * The tables as they are now, or as they were at the end of a day in Sweden. Must not be asked within a transaction: the embedded database has one
   * connection.
   */
  async cubes(asOf?: CivilDate): Promise<readonly Cube[]> {
    const { releases, cubes } = await this.#held()
    return asOf === undefined ? cubes : cubesOf(releases.filter(({ releasedAt }) => stockholmDate(releasedAt) <= asOf))
  }

  /** All open tables: those of releases, and money that associations have approved. Money is told as it is now alone: an approval that is taken back is gone. */
  async all(asOf?: CivilDate): Promise<readonly AnyCube[]> {
    return [...(await this.cubes(asOf)), ...(asOf === undefined ? await this.#money.cubes() : [])]
  }

  async #held(): Promise<Held> {
    if (this.#kept && performance.now() - this.#kept.checkedAt < CHECK_AFTER_MS) return this.#kept
    this.#checking ??= this.#database
      .as('samlad_office', undefined, (queries) => this.#check(queries))
      .finally(() => (this.#checking = undefined))
    return this.#checking
  }

  async #check(queries: Queries): Promise<Held> {
    const stamp = await releaseStamp(queries)
    const held = this.#kept?.stamp === stamp ? this.#kept : await this.#read(queries, stamp)
    this.#kept = { ...held, checkedAt: performance.now() }
    return held
  }

  async #read(queries: Queries, stamp: string): Promise<Held> {
    const rows = await listDocuments(queries)
    const releases = rows
      .filter(({ fictive }) => !fictive || this.#mayShowDemo)
      .map(({ number, released_at, document }) => ({
        number,
        releasedAt: new Date(released_at),
        document: JSON.parse(Buffer.from(document).toString('utf8')) as ReleaseDocument,
      }))
    return { stamp, releases, cubes: cubesOf(releases) }
  }
}
