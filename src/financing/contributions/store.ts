import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql, type Selectable } from 'kysely'
import { findAttached } from '../../documents/attachments.ts'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import type { ContributionEntryRow } from '../tables.ts'
import { bookYears } from './book.ts'
import type { ContributionBook, EntryChange, EntryFields, StoredEntry } from './domain.ts'
import { ofEntries } from './documentStore.ts'
import { findPayers, refuseInsideRegion, refuseNonPayer } from './payerStore.ts'

/** The contributions of an association's members as they are now. Throws `Refusal` 404 when there is no such association. */
export async function getBook(queries: Queries, _scope: Scope, associationId: string, now: Date): Promise<ContributionBook> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const entries = await listEntries(queries, associationId)
  const { members, inhabitantsYear } = await findPayers(queries, associationId)
  const years = bookYears(members, entries, stockholmDate(now))
  return { associationName: association.name, fictive: association.fictive, inhabitantsYear, members, years, entries }
}

/** The rows that hold: the highest version of each, without those withdrawn; latest year first, then latest day. */
async function listEntries(queries: Queries, associationId: string): Promise<StoredEntry[]> {
  const rows = await queries
    .selectFrom((inner) =>
      inner
        .selectFrom('contribution_entry')
        .distinctOn('id')
        .selectAll()
        .where('association_id', '=', associationId)
        .orderBy('id')
        .orderBy('version', 'desc')
        .as('e'),
    )
    .innerJoin('organisation as o', 'o.id', 'e.organisation_id')
    .innerJoin('app_user as u', 'u.id', 'e.recorded_by')
    .selectAll('e')
    .select(['o.name as member', 'u.name as recorder'])
    .where('e.withdrawn', '=', false)
    .orderBy('e.year', 'desc')
    .orderBy('e.dated', 'desc')
    .orderBy(sql`o.name collate sv`)
    .orderBy('e.id')
    .execute()
  const documents = await findAttached(queries, ofEntries, associationId)
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, ...fieldsOf(row), reason: row.reason, documents: documents.get(row.id) ?? [] },
    ...{ memberName: row.member, recordedAt: row.recorded_at, recordedBy: row.recorder },
  }))
}

function fieldsOf(row: Selectable<ContributionEntryRow>): EntryFields {
  return {
    ...{ year: row.year, organisationId: row.organisation_id, step: row.step as EntryFields['step'], amountOre: row.amount_ore },
    ...{ dated: row.dated, reference: row.reference, motive: row.motive, earmark: row.earmark, asRegion: row.as_region },
  }
}

/**
 * Enters a row; one that has been entered already under the same id is left as it is. Throws `Refusal` 409 when what arrived under the id says
 * something else, 422 when the organisation does not pay to the association (§ 6), or what is said to have happened lies ahead.
 */
export async function recordEntry(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id = randomUUID(), ...given }: EntryFields & { id?: string | undefined },
  now: Date,
): Promise<void> {
  await demandEntry(queries, associationId, given, now)
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('contribution_entry')
        .selectAll()
        .where('association_id', '=', associationId)
        .where('id', '=', id)
        .where('version', '=', 1)
        .executeTakeFirst(),
    isSame: (row) => isDeepStrictEqual(fieldsOf(row), given),
    refusal: ({ reference }) => new Refusal(409, 'contributions.arrivedBefore', { reference }),
  })
  if (!first) await writeEntry(queries, scope, associationId, { id, version: 1, withdrawn: false, reason: '' }, given, now)
}

/** Corrects or withdraws a row as a new version. Throws `Refusal` 404, 409 when somebody changed it meanwhile, 422 as `recordEntry`. */
export async function changeEntry(
  queries: Queries,
  scope: Scope,
  place: { associationId: string; entryId: string },
  { version, withdrawn, reason, ...given }: EntryChange,
  now: Date,
): Promise<void> {
  // Of two corrections at once the second waits, and is then told of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contribution ${place.entryId}`}, 0))`.execute(queries)
  const before = await queries
    .selectFrom('contribution_entry')
    .select(['version', 'withdrawn'])
    .where('association_id', '=', place.associationId)
    .where('id', '=', place.entryId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!before || before.withdrawn) throw notFound()
  if (before.version !== version) throw new Refusal(409, 'contributions.changedMeanwhile')
  if (!withdrawn) await demandEntry(queries, place.associationId, given, now)
  const key = { id: place.entryId, version: version + 1, withdrawn, reason }
  await writeEntry(queries, scope, place.associationId, key, given, now)
}

interface EntryKey {
  id: string
  version: number
  withdrawn: boolean
  reason: string
}

/** Adds a version of a row, unchecked. */
export async function writeEntry(
  queries: Queries,
  scope: Scope,
  associationId: string,
  key: EntryKey,
  given: EntryFields,
  now: Date,
): Promise<void> {
  await queries
    .insertInto('contribution_entry')
    .values({
      ...{ association_id: associationId, ...key, year: given.year, organisation_id: given.organisationId, step: given.step },
      ...{
        amount_ore: given.amountOre,
        dated: given.dated,
        reference: given.reference,
        motive: given.motive,
        earmark: given.earmark,
        as_region: given.asRegion,
      },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}

async function demandEntry(
  queries: Queries,
  associationId: string,
  { organisationId, asRegion, dated, year }: EntryFields,
  now: Date,
): Promise<void> {
  await refuseNonPayer(queries, associationId, organisationId)
  if (asRegion) await refuseInsideRegion(queries, associationId, organisationId)
  demandDay(dated, year, now)
}

/** Refuses (422) a day to come, and one far from the year that it is of: agreements run for years, but a day outside the working life of the act is a slip. */
export function demandDay(dated: CivilDate, year: number, now: Date): void {
  const fault = (key: string) => breaksRule(key, {}, [{ where: 'body.dated', key }])
  if (dated > stockholmDate(now)) throw fault('contributions.inFuture')
  if (Number(dated.slice(0, 4)) < year - 10 || Number(dated.slice(0, 4)) > year + 5) throw fault('contributions.farFromYear')
}
