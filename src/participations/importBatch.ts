import type { RawBuilder } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { insertTogether } from './bulk.ts'
import { moveTo, type Move } from './moveTo.ts'
import { retireVersions } from './retire.ts'

type Rows = Record<string, unknown>[]

/** What a chunk of an import writes. */
export class ImportBatch {
  readonly #controllerId: string
  #statements: (RawBuilder<unknown> | undefined)[] = []
  readonly participations: Rows = []
  readonly versions: Rows = []
  readonly facts: Rows = []
  readonly receipts: Rows = []
  readonly anonymous: Rows = []
  /** Participations that get a new version: the one before is no longer the current one. */
  readonly retired: string[] = []
  /** Those of them whose municipality is another association's now. */
  readonly moved: Move[] = []

  constructor(controllerId: string) {
    this.#controllerId = controllerId
  }

  /**
   * Makes the statements ready, so that writing is the database's work alone. Rows added later are not written. One for each table: the
   * embedded database keeps the memory that its largest statement needed.
   */
  seal(): this {
    this.#statements = [
      insertTogether({ participation: this.participations }),
      insertTogether({ participation_version: this.versions }),
      insertTogether({ fact: this.facts, anonymous_count: this.anonymous, import_row: this.receipts }),
    ]
    return this
  }

  /** Writes what was sealed. */
  async write(queries: Queries): Promise<void> {
    await retireVersions(queries, this.#controllerId, this.retired)
    await moveTo(queries, this.#controllerId, this.moved)
    for (const statement of this.#statements) await statement?.execute(queries)
  }
}
