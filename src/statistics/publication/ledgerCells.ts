import type { Queries } from '../../platform/database.ts'
import type { PublishedCell, PublishedCells } from '../publishedCells.ts'
import { ledgerStamp, listPlanned, readLedger } from './store.ts'

/** What is out and what is planned, for free questions: held in memory, and read again when the ledger has moved. */
export class LedgerCells {
  #kept: { stamp: string; cells: PublishedCells } | undefined

  /** What is published when a question is asked. */
  async find(queries: Queries): Promise<PublishedCells> {
    const stamp = await ledgerStamp(queries)
    if (this.#kept?.stamp !== stamp) this.#kept = { stamp, cells: publishedOf(await readLedger(queries), await listPlanned(queries)) }
    return this.#kept.cells
  }
}

/** What is out stands as it is out; what is planned waits. */
function publishedOf(ledger: ReadonlyMap<string, number | null>, planned: readonly string[]): PublishedCells {
  const reserved = new Set(planned)
  return {
    find: (address): PublishedCell | undefined => {
      const value = ledger.get(address)
      if (value === undefined) return reserved.has(address) ? { kind: 'reserved' } : undefined
      return value === null ? { kind: 'suppressed' } : { kind: 'shown', value }
    },
  }
}
