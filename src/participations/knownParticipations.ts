import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { fromColumns } from './columns.ts'
import type { Participation } from './domain.ts'
import { followUpsOf } from './followUpStore.ts'
import { keyOf } from './removedRows.ts'
import type { ContactFields } from './register/contact.ts'

/** A participation that is there already, in its newest version. */
export interface Known {
  participation_id: string
  person_id: string
  association_id: string
  version: number
  /** Out of all figures, waiting for a decision on disposal: nothing may bring it back. */
  locked: boolean
  current: Participation
  contacts: readonly ContactFields[]
}

/**
 * Participations of a controller by their reference, locked until the transaction ends; by `keyOf`.
 * @param references HMACs as `\\x…` hex
 */
export async function findByReference(queries: Queries, controllerId: string, references: string[]): Promise<Map<string, Known>> {
  if (references.length === 0) return new Map()
  const bytes = references.map((text) => Buffer.from(text.slice(2), 'hex'))
  // In a statement of its own: what is read of them is to be what stands once nobody else is changing them.
  const locked = await queries
    .selectFrom('participation')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where('reference_hmac', 'in', bytes)
    .orderBy('id')
    .forUpdate()
    .execute()
  const ids = locked.map(({ id }) => id)
  const rows = await queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id').on('v.current', '=', true),
    )
    .selectAll('v')
    .select(['p.person_id', 'p.association_id', 'p.intervention_id', 'p.reference_hmac', 'p.locked_at'])
    .where('p.controller_id', '=', controllerId)
    .where(sql<boolean>`p.id = any(${ids}::uuid[])`)
    .execute()
  const contacts = await followUpsOf(queries, controllerId, ids)
  const known = new Map<string, Known>()
  for (const row of rows) {
    const reference = `\\x${Buffer.from(row.reference_hmac!).toString('hex')}`
    if (row.exit_reason === 'felregistrering') continue
    const { participation_id, person_id, association_id, version } = row
    known.set(keyOf({ interventionId: row.intervention_id, reference, entryDate: row.entry_date }), {
      participation_id,
      person_id,
      association_id,
      version,
      locked: row.locked_at !== null,
      current: fromColumns(row),
      contacts: contacts.get(participation_id) ?? [],
    })
  }
  return known
}
