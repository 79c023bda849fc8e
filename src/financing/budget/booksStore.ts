import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { BookedRow, Books } from './books.ts'
import { canonicalRows } from './compare.ts'
import type { YearInput } from './yearBudget.ts'

/** The books of a year that hold: those read in last. */
export async function findBooks(
  queries: Queries,
  associationId: string,
  year: number,
): Promise<{ file: YearInput['file']; rows: BookedRow[]; hash: string | undefined }> {
  const file = await queries
    .selectFrom('accounting_file as f')
    .innerJoin('app_user as u', 'u.id', 'f.recorded_by')
    .selectAll('f')
    .select('u.name as recorder')
    .where('f.association_id', '=', associationId)
    .where('f.year', '=', year)
    .orderBy('f.version', 'desc')
    .executeTakeFirst()
  if (!file) return { file: null, rows: [], hash: undefined }
  const rows = await queries
    .selectFrom('accounting_row')
    .select(['voucher', 'dated', 'month', 'account', 'objects', 'amount_ore as amountOre'])
    .where('association_id', '=', associationId)
    .where('year', '=', year)
    .where('version', '=', file.version)
    .orderBy('row')
    .execute()
  return {
    rows,
    hash: file.content_hash,
    file: {
      ...{ version: file.version, sieType: file.sie_type, program: file.program, generatedOn: file.generated_on, through: file.through },
      ...{ recordedAt: file.recorded_at, recordedBy: file.recorder, rows: rows.length },
      ...{ accounts: file.accounts, dimensions: file.dimensions, objects: file.objects },
    },
  }
}

/**
 * Reads in a year's books, which from now on hold; those before are kept. The same rows, in whatever file and order, with the same last day are left as they are.
 * Throws `Refusal` 409 when other books than those compared with have been read in meanwhile.
 */
export async function recordBooks(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { version, ...books }: Books & { version: number },
  now: Date,
): Promise<void> {
  const hash = hashOf(books)
  const newest = await queries
    .selectFrom('accounting_file')
    .select(['version', 'content_hash'])
    .where('association_id', '=', associationId)
    .where('year', '=', books.year)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (newest?.content_hash === hash) return
  if ((newest?.version ?? 0) !== version) throw new Refusal(409, 'budget.booksChangedMeanwhile')
  await writeBooks(queries, associationId, { ...books, version: version + 1 }, { hash, by: scope.userId, at: now.toISOString() })
}

/** Writes books as a version of their year, unchecked. Throws `Refusal` 409 when somebody else was first with the version. */
export async function writeBooks(
  queries: Queries,
  associationId: string,
  books: Books & { version: number },
  { hash = hashOf(books), by, at }: { hash?: string; by: string; at: string },
): Promise<void> {
  const written = await queries
    .insertInto('accounting_file')
    .values({
      ...{ association_id: associationId, year: books.year, version: books.version, content_hash: hash, sie_type: books.sieType },
      ...{ program: books.program, generated_on: books.generatedOn, through: books.through },
      ...{ accounts: JSON.stringify(books.accounts), dimensions: JSON.stringify(books.dimensions), objects: JSON.stringify(books.objects) },
      ...{ recorded_at: at, recorded_by: by },
    })
    .onConflict((on) => on.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!written) throw new Refusal(409, 'budget.booksChangedMeanwhile')
  await sql`insert into accounting_row (association_id, year, version, row, voucher, dated, month, account, objects, amount_ore)
    select ${associationId}::uuid, ${books.year}::int, ${books.version}::int, r.row, r.voucher, r.dated, r.month, r.account, r.objects, r."amountOre"
    from jsonb_to_recordset(${JSON.stringify(books.rows.map((row, place) => ({ ...row, row: place })))}::text::jsonb)
      as r(row int, voucher text, dated date, month text, account text, objects jsonb, "amountOre" bigint)`.execute(queries)
}

function hashOf({ year, sieType, through, rows }: Books): string {
  return createHash('sha256')
    .update(JSON.stringify([year, sieType, through, canonicalRows(rows)]))
    .digest('hex')
}
