import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from './database.ts'

/** What is written about a call. Ids of tenants and interventions only; never a name, nor a code or a value of anybody's. */
export interface AuditEntry {
  at: string
  userId: string | null
  /** In what capacity: the roles that the person held there. */
  roles?: readonly string[] | undefined
  endpoint: string
  kind: 'change' | 'personRead' | 'refused'
  status: number
  associationId?: string | undefined
  controllerId?: string | undefined
  subject?: string | undefined
  /** Internal ids of the participations it was about; never their codes. */
  records?: readonly string[] | undefined
}

/**
 * Writes one row of the audit log on the given connection or transaction, linked last in its chain: a change and its row stand or fall
 * together. Holds the chain until the transaction ends, so it is the last thing a transaction does.
 */
export async function writeAudit(queries: Queries, entry: AuditEntry): Promise<void> {
  const { at, userId, endpoint, kind, status, associationId = null, controllerId = null, subject = null } = entry
  const role = entry.roles?.length ? entry.roles.join(' ') : null
  const records = entry.records ? [...entry.records] : null
  await sql`select append_audit(${randomUUID()}, ${at}, ${userId}, ${role}, ${endpoint}, ${kind}, ${status},
    ${associationId}, ${controllerId}, ${subject}, ${records}::uuid[])`.execute(queries)
}
