import type { Queries } from '../../platform/database.ts'
import { lastRelease, listDocuments } from '../publication/store.ts'
import type { ReleaseDocument } from '../publication/release/document.ts'
import { cubesOf } from './cube.ts'
import type { Cube } from './cube.ts'

/** The published tables, held until something new comes out. Invented data are in them only where this machine alone is answered. */
export class OpenTables {
  readonly #mayShowDemo: boolean
  #kept: { last: number | null; cubes: readonly Cube[] } | undefined

  constructor(mayShowDemo: boolean) {
    this.#mayShowDemo = mayShowDemo
  }

  /** The tables as they are now. */
  async cubes(queries: Queries): Promise<readonly Cube[]> {
    const last = await lastRelease(queries)
    if (!this.#kept || this.#kept.last !== last) this.#kept = { last, cubes: await this.#read(queries) }
    return this.#kept.cubes
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
