import type { Database, Queries } from '../../platform/database.ts'
import { lastRelease, listDocuments } from '../publication/store.ts'
import type { ReleaseDocument } from '../publication/release/document.ts'
import { cubesOf } from './cube.ts'
import type { Cube } from './cube.ts'

/** What comes out is seen after this long at most. */
const CHECK_AFTER_MS = 1000

/** The published tables, held until something new comes out. Invented data are in them only where this machine alone is answered. */
export class OpenTables {
  readonly #database: Database
  readonly #mayShowDemo: boolean
  #kept: { last: number | null; cubes: readonly Cube[]; checkedAt: number } | undefined
  #checking: Promise<readonly Cube[]> | undefined

  constructor(database: Database, mayShowDemo: boolean) {
    this.#database = database
    this.#mayShowDemo = mayShowDemo
  }

  /** The tables as they are now. Must not be asked within a transaction: the embedded database has one connection. */
  async cubes(): Promise<readonly Cube[]> {
    if (this.#kept && performance.now() - this.#kept.checkedAt < CHECK_AFTER_MS) return this.#kept.cubes
    this.#checking ??= this.#database
      .as('samlad_office', undefined, (queries) => this.#check(queries))
      .finally(() => (this.#checking = undefined))
    return this.#checking
  }

  async #check(queries: Queries): Promise<readonly Cube[]> {
    const last = await lastRelease(queries)
    const cubes = this.#kept?.last === last ? this.#kept!.cubes : await this.#read(queries)
    this.#kept = { last, cubes, checkedAt: performance.now() }
    return cubes
  }

  async #read(queries: Queries): Promise<Cube[]> {
    const rows = await listDocuments(queries)
    return cubesOf(
      rows
        .filter(({ fictive }) => !fictive || this.#mayShowDemo)
        .map(({ number, released_at, document }) => ({
          number,
          releasedAt: new Date(released_at),
          document: JSON.parse(Buffer.from(document).toString('utf8')) as ReleaseDocument,
        })),
    )
  }
}
