import { createHash } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { findSentBefore } from '../platform/sentAgain.ts'
import type { FileAnswer } from '../platform/serve.ts'
import type { DocumentUpload } from './domain.ts'
import { documentKindOf, documentKinds, documentName, mostBytes } from './kind.ts'

/**
 * Keeps a file of an association, as it came. One that has arrived under the same id is left as it is. Throws `Refusal` 409 when something else arrived under the
 * id, 422 when it is too large or no PDF, Word or Excel document by its content.
 */
export async function keepDocument(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, name: given, content }: DocumentUpload,
  now: Date,
): Promise<void> {
  const bytes = Buffer.from(content, 'base64')
  const kind = documentKindOf(bytes)
  if (!isKind(kind))
    throw breaksRule(kind, { most: mostBytes / 1024 / 1024 }, [
      { where: 'body.content', key: kind, args: { most: mostBytes / 1024 / 1024 } },
    ])
  const row = { name: documentName(given, kind), sha256: createHash('sha256').update(bytes).digest('hex') }
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('document')
        .select(['name', 'sha256'])
        .where('association_id', '=', associationId)
        .where('id', '=', id)
        .executeTakeFirst(),
    isSame: (one) => one.name === row.name && one.sha256 === row.sha256,
    refusal: ({ name }) => new Refusal(409, 'documents.arrivedBefore', { name }),
  })
  if (first) return
  await queries
    .insertInto('document')
    .values({
      ...{ association_id: associationId, id, ...row, media_type: documentKinds[kind], byte_count: bytes.length, content: bytes },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

const isKind = (found: string): found is keyof typeof documentKinds => found in documentKinds

/** A document as a file to be saved. Throws `Refusal` 404 when there is none. */
export async function getDocumentFile(queries: Queries, associationId: string, id: string): Promise<FileAnswer> {
  const row = await queries
    .selectFrom('document')
    .select(['name', 'media_type', 'content'])
    .where('association_id', '=', associationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { fileName: row.name, mediaType: row.media_type, bytes: row.content }
}
