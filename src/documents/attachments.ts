import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import type { FileAnswer } from '../platform/serve.ts'
import type { DocumentUpload, KeptDocument } from './domain.ts'
import { getDocumentFile, keepDocument } from './store.ts'

/** More than a decision with its annexes has. */
const mostDocuments = 20

/** The table that says what documents belong to, and its column for that. Rows are only added; one with `withdrawn` takes a document away, with the reason. */
export interface Attachments {
  table: 'contribution_document' | 'application_document'
  owner: 'entry_id' | 'application_id'
}
/** What documents belong to: a row of an association's. */
export interface OwnerPlace {
  associationId: string
  ownerId: string
}

interface AttachedRow {
  owner: string
  withdrawn: boolean
  recorded_at: string
  recorded_by: string
  id: string
  name: string
  media_type: string
  byte_count: number
  sha256: string
}

/** The documents of an association that are not taken away, by what they belong to, first attached first. */
export async function findAttached(
  queries: Queries,
  { table, owner }: Attachments,
  associationId: string,
  ownerId?: string,
): Promise<Map<string, KeptDocument[]>> {
  const { rows } = await sql<AttachedRow>`
    select a.${sql.ref(owner)} as owner, a.withdrawn, a.recorded_at, u.name as recorded_by, d.id, d.name, d.media_type, d.byte_count, d.sha256
    from ${sql.table(table)} a
    join document d on d.association_id = a.association_id and d.id = a.document_id
    join app_user u on u.id = a.recorded_by
    where a.association_id = ${associationId} ${ownerId === undefined ? sql`` : sql`and a.${sql.ref(owner)} = ${ownerId}`}
    order by a.recorded_at, d.id`.execute(queries)
  const keyOf = (row: AttachedRow): string => `${row.owner} ${row.id}`
  const gone = new Set(rows.filter(({ withdrawn }) => withdrawn).map(keyOf))
  const left = Map.groupBy(
    rows.filter((row) => !gone.has(keyOf(row))),
    (row) => row.owner,
  )
  return new Map(
    [...left].map(([key, all]) => [
      key,
      all.map(({ id, name, media_type, byte_count, sha256, recorded_at, recorded_by }) => ({
        ...{ id, name, mediaType: media_type, bytes: byte_count, sha256, recordedAt: recorded_at, recordedBy: recorded_by },
      })),
    ]),
  )
}

/** Attaches a file; that what it belongs to is there has been seen before. Throws `Refusal` 409 and 422 as `keepDocument`, 422 when there are as many as there may be. */
export async function attach(
  queries: Queries,
  scope: Scope,
  kind: Attachments,
  place: OwnerPlace,
  upload: DocumentUpload,
  now: Date,
): Promise<void> {
  const attached = (await findAttached(queries, kind, place.associationId, place.ownerId)).get(place.ownerId) ?? []
  if (attached.length >= mostDocuments) throw breaksRule('documents.tooMany', { most: mostDocuments })
  await keepDocument(queries, scope, place.associationId, upload, now)
  await write(queries, kind, place, upload.id, { withdrawn: false, reason: '', at: now, by: scope.userId })
}

/** An attached document as a file. Throws `Refusal` 404 when there is no such document, or no longer. */
export async function getAttached(queries: Queries, kind: Attachments, place: OwnerPlace, documentId: string): Promise<FileAnswer> {
  await demandAttached(queries, kind, place, documentId)
  return getDocumentFile(queries, place.associationId, documentId)
}

/** Takes a document away; what was attached stays in the database. Throws `Refusal` 404 as `getAttached`. */
export async function detach(
  queries: Queries,
  scope: Scope,
  kind: Attachments,
  place: OwnerPlace & { documentId: string; reason: string },
  now: Date,
): Promise<void> {
  await demandAttached(queries, kind, place, place.documentId)
  await write(queries, kind, place, place.documentId, { withdrawn: true, reason: place.reason, at: now, by: scope.userId })
}

async function write(
  queries: Queries,
  { table, owner }: Attachments,
  { associationId, ownerId }: OwnerPlace,
  documentId: string,
  { withdrawn, reason, at, by }: { withdrawn: boolean; reason: string; at: Date; by: string },
): Promise<void> {
  await sql`
    insert into ${sql.table(table)} (association_id, ${sql.ref(owner)}, document_id, withdrawn, reason, recorded_at, recorded_by)
    values (${associationId}, ${ownerId}, ${documentId}, ${withdrawn}, ${reason}, ${at.toISOString()}, ${by})
    on conflict do nothing`.execute(queries)
}

async function demandAttached(queries: Queries, kind: Attachments, place: OwnerPlace, documentId: string): Promise<void> {
  const attached = (await findAttached(queries, kind, place.associationId, place.ownerId)).get(place.ownerId) ?? []
  if (!attached.some(({ id }) => id === documentId)) throw notFound()
}
