import { attach, type Attachments, type OwnerPlace } from '../../documents/attachments.ts'
import type { DocumentUpload } from '../../documents/domain.ts'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'

/** Documents of the rows of the contributions. */
export const ofEntries: Attachments = { table: 'contribution_document', owner: 'entry_id' }

/** Attaches a file to a row. Throws `Refusal` 404 when there is no such row, 409 and 422 as `attach`. */
export async function attachDocument(queries: Queries, scope: Scope, place: OwnerPlace, upload: DocumentUpload, now: Date): Promise<void> {
  const entry = await queries
    .selectFrom('contribution_entry')
    .select('withdrawn')
    .where('association_id', '=', place.associationId)
    .where('id', '=', place.ownerId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (!entry || entry.withdrawn) throw notFound()
  await attach(queries, scope, ofEntries, place, upload, now)
}
