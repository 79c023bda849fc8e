import { randomUUID } from 'node:crypto'
import type { Queries } from './database.ts'

/** What is written about a call. Ids of tenants and interventions only; never a name, nor a code or a value of anybody's. */
export interface AuditEntry {
  at: string
  userId: string | null
  endpoint: string
  kind: 'change' | 'personRead' | 'refused'
  status: number
  associationId?: string | undefined
  controllerId?: string | undefined
  subject?: string | undefined
  /** Internal ids of the participations it was about; never their codes. */
  records?: readonly string[] | undefined
}

/** Writes one row of the audit log on the given connection or transaction: a change and its row stand or fall together. */
export async function writeAudit(queries: Queries, entry: AuditEntry): Promise<void> {
  await queries
    .insertInto('audit_event')
    .values({
      id: randomUUID(),
      at: entry.at,
      user_id: entry.userId,
      endpoint: entry.endpoint,
      kind: entry.kind,
      status: entry.status,
      association_id: entry.associationId ?? null,
      controller_id: entry.controllerId ?? null,
      subject: entry.subject ?? null,
      records: entry.records ? [...entry.records] : null,
    })
    .execute()
}
