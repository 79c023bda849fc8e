import { randomUUID } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { stockholmDate } from '../values/civilDate.ts'
import type { Locale } from '../values/codeList.ts'
import { touchData } from './bulk.ts'
import { ImportWriter, type Looked } from './commitImport.ts'
import type { ImportSummary } from './contract.ts'
import { demandCodeOwners, type CountTries } from './codeOwners.ts'
import { demandOpen } from './demandOpen.ts'
import { isHarmlessHeading } from './import/identity.ts'
import { checkImportRow, type AnonymousRow, type ImportRow } from './import/importRow.ts'
import type { Problem } from './import/problem.ts'
import { targetLabel } from './import/targets.ts'
import type { ReferenceReach } from './importRules.ts'
import { findWritten, getWritten, lockImports } from './importOnce.ts'
import { findInterventions, getImport, isImportOf } from './importSetting.ts'
import { likelyKeys, likeness } from './likeness.ts'
import { findKeptOut } from './removedRows.ts'

export interface NewImport {
  fileName: string
  contentHash: string
  interventionIds: string[]
  withoutGround: 'anonymous' | 'block'
  referenceReach: ReferenceReach
}

/** Begins an import. When the same content has been written for the same interventions and not undone, gives that one instead. */
export async function startImport(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  given: NewImport,
  now: Date,
): Promise<{ importId: string | null; alreadyImported: ImportSummary | null }> {
  await demandOpen(queries, controllerId)
  const allowed = await findInterventions(queries, scope, controllerId)
  if (given.interventionIds.some((id) => !allowed.some((one) => one.id === id))) throw notFound()
  const before = await findWritten(queries, controllerId, given)
  if (before !== undefined) return { importId: null, alreadyImported: await getWritten(queries, scope, controllerId, before) }
  await dropAbandoned(queries, scope, controllerId)
  const id = randomUUID()
  await queries
    .insertInto('import')
    .values({
      controller_id: controllerId,
      id,
      file_name: given.fileName,
      content_hash: given.contentHash,
      without_ground: given.withoutGround,
      reference_reach: given.referenceReach,
      intervention_ids: given.interventionIds,
      status: 'draft',
      created_at: now.toISOString(),
      created_by: scope.userId,
    })
    .execute()
  return { importId: id, alreadyImported: null }
}

/** A person prepares one import at a time: what an earlier, interrupted attempt left behind goes. */
async function dropAbandoned(queries: Queries, scope: Scope, controllerId: string): Promise<void> {
  await queries
    .deleteFrom('import')
    .where('controller_id', '=', controllerId)
    .where('created_by', '=', scope.userId)
    .where('status', '=', 'draft')
    .execute()
}

async function getDraft(queries: Queries, scope: Scope, controllerId: string, importId: string) {
  const draft = await queries
    .selectFrom('import')
    .selectAll()
    .where('controller_id', '=', controllerId)
    .where('id', '=', importId)
    .where(isImportOf(scope, controllerId))
    .forUpdate()
    .executeTakeFirst()
  if (!draft) throw notFound()
  if (draft.status !== 'draft') throw new Refusal(409, 'participations.notADraft')
  if (draft.created_by !== scope.userId) throw new Refusal(409, 'participations.notYourDraft')
  return draft
}

/**
 * Checks a part of the rows again and keeps those without errors. Throws `Refusal` 422 naming the fields when a row holds identity, and for a
 * participant code that leads nowhere. `tied` are the participations whose codes the rows name.
 */
export async function addImportRows(
  queries: Queries,
  scope: Scope,
  place: { controllerId: string; importId: string },
  part: { number: number; rows: unknown[]; anonymous: AnonymousRow[] },
  { now, locale, countTries }: { now: Date; locale: Locale; countTries: CountTries },
): Promise<{ accepted: number; problems: Problem[]; likelyDuplicates: number[]; removed: number[]; tied: string[] }> {
  await demandOpen(queries, place.controllerId)
  const draft = await getDraft(queries, scope, place.controllerId, place.importId)
  const today = stockholmDate(now)
  const problems: Problem[] = []
  const rows: ImportRow[] = []
  for (const input of part.rows) {
    const checked = checkImportRow(input, today)
    problems.push(...checked.problems)
    if (checked.row) rows.push(checked.row)
  }
  refuseIdentity(problems, locale)
  const outside = [...rows, ...part.anonymous].find(
    (row) => row.intervention !== undefined && !draft.intervention_ids.includes(row.intervention),
  )
  if (outside) throw breaksRule('participations.unknownIntervention')
  await refuseUnknownMunicipalities(queries, place.controllerId, rows)
  const owners = await demandCodeOwners(queries, scope, place.controllerId, rows, countTries)
  await queries
    .insertInto('import_chunk')
    .values({
      controller_id: place.controllerId,
      import_id: place.importId,
      number: part.number,
      rows: JSON.stringify([rows, part.anonymous]),
    })
    .onConflict((conflict) =>
      conflict.columns(['controller_id', 'import_id', 'number']).doUpdateSet({ rows: JSON.stringify([rows, part.anonymous]) }),
    )
    .execute()
  const only = draft.intervention_ids.length === 1 ? draft.intervention_ids[0] : undefined
  const tied = [...owners.values()].map(({ id }) => id)
  const removed = await findKeptOut(queries, place.controllerId, rows, { reach: draft.reference_reach as ReferenceReach, only })
  return { accepted: rows.length, problems, likelyDuplicates: await likelyRows(queries, place, rows, only), removed, tied }
}

function refuseIdentity(problems: readonly Problem[], locale: Locale): void {
  const found = problems.filter((problem) => problem.key === 'identity' || problem.key === 'referencePersonnummer')
  if (found.length === 0) return
  const faults = found.slice(0, 20).map((problem) => ({
    where: `row ${problem.row}`,
    key: 'participations.identityField',
    args: { row: problem.row, field: problem.field ? targetLabel(problem.field)[locale] : String(problem.args['name'] ?? '') },
  }))
  throw breaksRule('participations.identityRefused', { n: found.length }, faults)
}

/** Invented records stand in invented municipalities and real ones in real ones. */
async function refuseUnknownMunicipalities(queries: Queries, controllerId: string, rows: readonly ImportRow[]): Promise<void> {
  const used = [...new Set(rows.flatMap(({ municipality }) => municipality ?? []))]
  if (used.length === 0) return
  const known = await queries
    .selectFrom('municipality as m')
    .innerJoin('organisation as o', 'o.fictive', 'm.fictive')
    .select('m.code')
    .where('o.id', '=', controllerId)
    .where('m.code', 'in', used)
    .execute()
  const unknown = used.filter((code) => !known.some((one) => one.code === code))
  if (unknown.length > 0) throw breaksRule('participations.unknownMunicipality', { code: unknown[0]! })
}

async function likelyRows(
  queries: Queries,
  place: { controllerId: string; importId: string },
  rows: ImportRow[],
  only: string | undefined,
): Promise<number[]> {
  const keys = await likelyKeys(queries, place.controllerId, rows, place.importId)
  return rows.filter((row) => row.reference === undefined && keys.has(likeness(row.intervention ?? only ?? '', row))).map((row) => row.row)
}

/** Throws the draft away. */
export async function cancelImport(queries: Queries, scope: Scope, controllerId: string, importId: string): Promise<void> {
  await getDraft(queries, scope, controllerId, importId)
  await queries.deleteFrom('import').where('controller_id', '=', controllerId).where('id', '=', importId).execute()
}

/** How a commit is watched: told after each part, and asked to stop. */
export interface CommitWatch {
  onProgress(done: number, of: number): void
  signal: AbortSignal
  /** Counts participant codes that lead nowhere. */
  countTries: CountTries
}

/**
 * Writes an import inside the caller's transaction. Throws when asked to stop, so that the transaction is rolled back whole, and `Refusal` 409
 * when the same file has been written since the draft was begun.
 */
export async function commitImport(
  queries: Queries,
  scope: Scope,
  place: { controllerId: string; importId: string },
  choice: { likelyDuplicates: 'skip' | 'import'; anonymous: 'count' | 'skip'; mapping: Record<string, string> },
  now: Date,
  watch: CommitWatch,
): Promise<ImportSummary> {
  await demandOpen(queries, place.controllerId)
  await lockImports(queries, place.controllerId)
  const draft = await getDraft(queries, scope, place.controllerId, place.importId)
  const content = { contentHash: draft.content_hash, interventionIds: draft.intervention_ids }
  if ((await findWritten(queries, place.controllerId, content)) !== undefined) throw new Refusal(409, 'participations.writtenMeanwhile')
  const controller = await queries
    .selectFrom('controller')
    .select('reference_key')
    .where('organisation_id', '=', place.controllerId)
    .executeTakeFirstOrThrow()
  const interventions = await findInterventions(queries, scope, place.controllerId)
  const writer = new ImportWriter(queries, scope, {
    ...place,
    referenceKey: controller.reference_key,
    reach: draft.reference_reach as ReferenceReach,
    interventions: new Map(interventions.filter((one) => draft.intervention_ids.includes(one.id)).map((one) => [one.id, one])),
    likelyDuplicates: choice.likelyDuplicates,
    countsAnonymous: choice.anonymous === 'count',
    countTries: watch.countTries,
    now: now.toISOString(),
  })
  // Not before the lock: what an import that was under way has written is to be known.
  await writer.begin()
  const chunks = await queries
    .selectFrom('import_chunk')
    .select('number')
    .where('controller_id', '=', place.controllerId)
    .where('import_id', '=', place.importId)
    .orderBy('number')
    .execute()
  const numbers = chunks.map(({ number }) => number)
  await writeChunks(queries, writer, numbers, (number) => readChunk(queries, place, number), watch)
  return finishImport(queries, scope, place, writer, choice.mapping, now)
}

type Chunk = [rows: ImportRow[], anonymous: AnonymousRow[]]

/** Writes chunk after chunk: while the database writes one, the next is made ready. */
async function writeChunks(
  queries: Queries,
  writer: ImportWriter,
  numbers: readonly number[],
  read: (number: number) => Promise<Chunk>,
  watch: CommitWatch,
): Promise<void> {
  const look = async (number: number | undefined): Promise<Looked | undefined> =>
    number === undefined ? undefined : writer.look(...(await read(number)))
  let writing: Promise<void> = Promise.resolve()
  try {
    let looked = await look(numbers[0])
    for (let done = 0; looked !== undefined; done++) {
      if (watch.signal.aborted) throw new Refusal(499, 'participations.cancelled')
      watch.onProgress(done, numbers.length)
      const batch = writer.place(looked)
      await writing
      looked = await look(numbers[done + 1])
      writing = batch.write(queries)
      writing.catch(() => undefined)
    }
  } finally {
    // Nothing may still be on its way when the transaction ends.
    await writing
  }
  if (watch.signal.aborted) throw new Refusal(499, 'participations.cancelled')
}

async function readChunk(queries: Queries, place: { controllerId: string; importId: string }, number: number): Promise<Chunk> {
  const chunk = await queries
    .selectFrom('import_chunk')
    .select('rows')
    .where('controller_id', '=', place.controllerId)
    .where('import_id', '=', place.importId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return JSON.parse(chunk.rows) as Chunk
}

async function finishImport(
  queries: Queries,
  scope: Scope,
  place: { controllerId: string; importId: string },
  writer: ImportWriter,
  mapping: Record<string, string>,
  now: Date,
): Promise<ImportSummary> {
  await queries
    .updateTable('import')
    .set({ status: 'committed', committed_at: now.toISOString(), result: JSON.stringify(writer.counts) })
    .where('controller_id', '=', place.controllerId)
    .where('id', '=', place.importId)
    .execute()
  await queries.deleteFrom('import_chunk').where('controller_id', '=', place.controllerId).where('import_id', '=', place.importId).execute()
  const harmless = Object.entries(mapping).filter(([heading]) => isHarmlessHeading(heading, stockholmDate(now)))
  for (const [heading, field] of harmless.slice(0, 200)) {
    await queries
      .insertInto('import_mapping')
      .values({ controller_id: place.controllerId, heading, field, used_at: now.toISOString() })
      .onConflict((conflict) => conflict.columns(['controller_id', 'heading']).doUpdateSet({ field, used_at: now.toISOString() }))
      .execute()
  }
  await touchData(queries)
  return getImport(queries, scope, place.controllerId, place.importId)
}
