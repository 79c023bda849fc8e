import type { KeptDocument, DocumentUpload } from '../../documents/domain.ts'
import { getDocumentFile, keepDocument } from '../../documents/store.ts'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { FileAnswer } from '../../platform/serve.ts'

/** More than a decision with its annexes has. */
const mostDocuments = 20

interface EntryPlace {
  associationId: string
  entryId: string
}

/** The documents of an association's contributions that are not taken away, by row, first attached first. */
export async function findDocuments(queries: Queries, associationId: string, entryId?: string): Promise<Map<string, KeptDocument[]>> {
  const rows = await queries
    .selectFrom('contribution_document as c')
    .innerJoin('document as d', (join) => join.onRef('d.association_id', '=', 'c.association_id').onRef('d.id', '=', 'c.document_id'))
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .select([
      'c.entry_id',
      'c.withdrawn',
      'c.recorded_at',
      'd.id',
      'd.name',
      'd.media_type',
      'd.byte_count',
      'd.sha256',
      'u.name as recorder',
    ])
    .where('c.association_id', '=', associationId)
    .$if(entryId !== undefined, (query) => query.where('c.entry_id', '=', entryId!))
    .orderBy('c.recorded_at')
    .orderBy('d.id')
    .execute()
  const keyOf = (row: (typeof rows)[number]): string => `${row.entry_id} ${row.id}`
  const gone = new Set(rows.filter(({ withdrawn }) => withdrawn).map(keyOf))
  const left = Map.groupBy(
    rows.filter((row) => !gone.has(keyOf(row))),
    ({ entry_id }) => entry_id,
  )
  return new Map(
    [...left].map(([entry, all]) => [
      entry,
      all.map(({ id, name, media_type, byte_count, sha256, recorded_at, recorder }) => ({
        ...{ id, name, mediaType: media_type, bytes: byte_count, sha256, recordedAt: recorded_at, recordedBy: recorder },
      })),
    ]),
  )
}

/** Attaches a file to a row. Throws `Refusal` 404 when there is no such row, 409 and 422 as `keepDocument`, 422 when the row has as many as it may. */
export async function attachDocument(
  queries: Queries,
  scope: Scope,
  { associationId, entryId }: EntryPlace,
  upload: DocumentUpload,
  now: Date,
): Promise<void> {
  const entry = await queries
    .selectFrom('contribution_entry')
    .select('withdrawn')
    .where('association_id', '=', associationId)
    .where('id', '=', entryId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (!entry || entry.withdrawn) throw notFound()
  const attached = (await findDocuments(queries, associationId, entryId)).get(entryId) ?? []
  if (attached.length >= mostDocuments) throw breaksRule('contributions.documents.tooMany', { most: mostDocuments })
  await keepDocument(queries, scope, associationId, upload, now)
  await queries
    .insertInto('contribution_document')
    .values({
      ...{ association_id: associationId, entry_id: entryId, document_id: upload.id, withdrawn: false, reason: '' },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** A document of a row as a file. Throws `Refusal` 404 when the row has no such document, or no longer. */
export async function getAttached(
  queries: Queries,
  { associationId, entryId, documentId }: EntryPlace & { documentId: string },
): Promise<FileAnswer> {
  await demandAttached(queries, { associationId, entryId }, documentId)
  return getDocumentFile(queries, associationId, documentId)
}

/** Takes a document away from a row; what was attached stays in the database. Throws `Refusal` 404 as `getAttached`. */
export async function detachDocument(
  queries: Queries,
  scope: Scope,
  { associationId, entryId, documentId }: EntryPlace & { documentId: string },
  reason: string,
  now: Date,
): Promise<void> {
  await demandAttached(queries, { associationId, entryId }, documentId)
  await queries
    .insertInto('contribution_document')
    .values({
      ...{ association_id: associationId, entry_id: entryId, document_id: documentId, withdrawn: true, reason },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

async function demandAttached(queries: Queries, { associationId, entryId }: EntryPlace, documentId: string): Promise<void> {
  const attached = (await findDocuments(queries, associationId, entryId)).get(entryId) ?? []
  if (!attached.some(({ id }) => id === documentId)) throw notFound()
}
