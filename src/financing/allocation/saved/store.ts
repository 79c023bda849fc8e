import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../../platform/errors.ts'
import type { Scope } from '../../../platform/scope.ts'
import { findSentBefore } from '../../../platform/sentAgain.ts'
import { MoneyFault } from '../../kronor.ts'
import { allocateBy } from '../rules.ts'
import type { ModelFields, OpenedModel, SavedModel, SavedModels } from './domain.ts'

/** More than an office compares. */
const mostModels = 200

/** What is saved, latest year first, then by name. */
export async function listModels(queries: Queries): Promise<SavedModels> {
  const rows = await stored(queries).orderBy('m.year', 'desc').orderBy('m.name').orderBy('m.id').orderBy('m.version', 'desc').execute()
  const models = rows.map(modelOf)
  return [...Map.groupBy(models, ({ id }) => id).values()]
    .map(([newest, ...before]) => ({ ...newest!, before: before.map(({ id: _id, ...one }) => one) }))
    .sort((a, b) => b.year - a.year)
}

/** One version of a saved ruleset with its table; that which holds unless said. Throws `Refusal` 404. */
export async function getModel(queries: Queries, id: string, version?: number): Promise<OpenedModel> {
  const row = await stored(queries)
    .where('m.id', '=', id)
    .$if(version !== undefined, (query) => query.where('m.version', '=', version!))
    .orderBy('m.version', 'desc')
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...modelOf(row), rules: row.rules, subjects: row.subjects }
}

const stored = (queries: Queries) =>
  queries
    .selectFrom('allocation_model as m')
    .innerJoin('app_user as u', 'u.id', 'm.recorded_by')
    .selectAll('m')
    .select('u.name as recorder')

type Row = Awaited<ReturnType<ReturnType<typeof stored>['execute']>>[number]

const modelOf = (row: Row): SavedModel => ({
  ...{
    id: row.id,
    version: row.version,
    name: row.name,
    year: row.year,
    invented: row.invented,
    showsNeed: row.shows_need,
    note: row.note,
  },
  ...{ associations: row.subjects.length, recordedAt: row.recorded_at, recordedBy: row.recorder },
})

/** Saves a ruleset; what has arrived under the same id is not saved again. Throws `Refusal` 409 when something else did, 422 for what cannot be reckoned or when there are as many as may be. */
export async function saveModel(queries: Queries, scope: Scope, { id, ...given }: ModelFields & { id: string }, now: Date): Promise<void> {
  refuseUnreckonable(given)
  const first = await findSentBefore(queries, id, {
    find: () => queries.selectFrom('allocation_model').selectAll().where('id', '=', id).where('version', '=', 1).executeTakeFirst(),
    isSame: (row) => isDeepStrictEqual(fieldsOf({ ...row, showsNeed: row.shows_need }), given),
    refusal: ({ name }) => new Refusal(409, 'contributions.arrivedBefore', { reference: name }),
  })
  if (first) return
  const { count } = await queries
    .selectFrom('allocation_model')
    .select((on) => on.fn.count<number>('id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostModels) throw breaksRule('allocation.saved.tooMany', { most: mostModels })
  await write(queries, scope, { id, version: 1 }, given, now)
}

/** Saves a new version. Throws `Refusal` 404 when there is none, 409 when somebody changed it meanwhile, 422 as `saveModel`. */
export async function changeModel(
  queries: Queries,
  scope: Scope,
  id: string,
  { version, ...given }: ModelFields & { version: number },
  now: Date,
): Promise<void> {
  refuseUnreckonable(given)
  const newest = await queries.selectFrom('allocation_model').selectAll().where('id', '=', id).orderBy('version', 'desc').executeTakeFirst()
  if (!newest) throw notFound()
  if (
    newest.version === version + 1 &&
    newest.recorded_by === scope.userId &&
    isDeepStrictEqual(fieldsOf({ ...newest, showsNeed: newest.shows_need }), given)
  )
    return
  if (newest.version !== version) throw new Refusal(409, 'allocation.saved.changedMeanwhile')
  const written = await write(queries, scope, { id, version: version + 1 }, given, now)
  if (!written) throw new Refusal(409, 'allocation.saved.changedMeanwhile')
}

const fieldsOf = ({ name, year, rules, subjects, invented, showsNeed, note }: ModelFields): ModelFields => ({
  ...{ name, year, rules, subjects, invented, showsNeed, note },
})

function refuseUnreckonable({ rules, subjects }: ModelFields): void {
  try {
    allocateBy(rules, subjects)
  } catch (error) {
    if (!(error instanceof MoneyFault)) throw error
    throw breaksRule(error.key, error.args, [{ where: `body.${error.where}`, key: error.key, args: error.args }])
  }
}

async function write(
  queries: Queries,
  scope: Scope,
  key: { id: string; version: number },
  given: ModelFields,
  now: Date,
): Promise<boolean> {
  const row = await queries
    .insertInto('allocation_model')
    .values({
      ...{ ...key, name: given.name, year: given.year, invented: given.invented, shows_need: given.showsNeed, note: given.note },
      ...{ rules: JSON.stringify(given.rules), subjects: JSON.stringify(given.subjects) },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    // Two at the same moment: the other one was first.
    .onConflict((on) => on.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}
