import { sql } from 'kysely'
import { hasDemoData } from '../access/store.ts'
import type { Queries } from '../platform/database.ts'
import { Refusal } from '../platform/errors.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { lastEndedMonth, monthOfNumber, yearPeriod } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import { listCommissionPlaces } from './commissionPlaces.ts'
import type { PlaceKind, Places } from './domain.ts'

/** A place that figures can be about. */
export interface Place {
  kind: PlaceKind
  /** Code of the dimension of the same name; empty for the nation. */
  code: string
  /** As in addresses. */
  address: string
  /** Empty for the nation, whose name is a word of the language. */
  name: string
  /** The places around it, widest first, without the nation. */
  within: Place[]
}

export const nation: Place = { kind: 'nation', code: '', address: 'nation', name: '', within: [] }

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The place of an address. Throws a refusal when there is none such in the layer that the data are in. */
export async function getPlace(queries: Queries, address: string): Promise<Place> {
  const [kind, key = ''] = address.split(':') as [PlaceKind, string?]
  const fictive = await hasDemoData(queries)
  const place = kind === 'nation' ? nation : await finders[kind](queries, key, fictive)
  if (!place) throw new Refusal(400, 'statistics.noSuchPlace', { given: address })
  return place
}

type Finder = (queries: Queries, key: string, fictive: boolean) => Promise<Place | undefined>

const finders: Record<Exclude<PlaceKind, 'nation'>, Finder> = {
  async region(queries, key, fictive) {
    const row = await queries
      .selectFrom('region')
      .select(['code', 'name'])
      .where('code', '=', key)
      .where('fictive', '=', fictive)
      .executeTakeFirst()
    return row && { kind: 'region', code: row.code, address: `region:${row.code}`, name: row.name, within: [] }
  },
  async association(queries, key, fictive) {
    const row = await queries
      .selectFrom('association')
      .select(['id', 'slug', 'name'])
      .where(isUuid.test(key) ? 'id' : 'slug', '=', key)
      .where('fictive', '=', fictive)
      .executeTakeFirst()
    return row && { kind: 'association', code: row.id, address: `association:${row.slug}`, name: row.name, within: [] }
  },
  async intervention(queries, key, fictive) {
    if (!isUuid.test(key)) return undefined
    const rows = await queries
      .selectFrom('intervention as i')
      .leftJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
      .leftJoin('association as a', 'a.id', 'ia.association_id')
      .select(['i.id', 'i.name', 'a.id as association_id', 'a.slug', 'a.name as association_name'])
      .where('i.id', '=', key)
      .where('i.fictive', '=', fictive)
      .orderBy('ia.share_percent', 'desc')
      .execute()
    if (!rows[0]) return undefined
    const { id, name } = rows[0]
    const within = rows.flatMap((row): Place[] =>
      row.association_id === null || row.slug === null
        ? []
        : [
            {
              kind: 'association',
              code: row.association_id,
              address: `association:${row.slug}`,
              name: row.association_name ?? '',
              within: [],
            },
          ],
    )
    return { kind: 'intervention', code: id, address: `intervention:${id}`, name, within }
  },
  async method(queries, key, fictive) {
    const row = (await methodsInUse(queries, fictive)).find(({ code }) => code === key)
    return row && { kind: 'method', code: row.code, address: `method:${row.code}`, name: row.label, within: [] }
  },
  async commission(queries, key, fictive) {
    const found = (await listCommissionPlaces(queries, fictive)).find(({ id }) => id === key)
    if (!found) return undefined
    const { id, name, slug, associationId, associationName } = found
    const association: Place = {
      kind: 'association',
      code: associationId,
      address: `association:${slug}`,
      name: associationName,
      within: [],
    }
    return { kind: 'commission', code: id, address: `commission:${id}`, name, within: [association] }
  },
}

/** The methods that some intervention for individuals works by, and by no other. */
function methodsInUse(queries: Queries, fictive: boolean) {
  return queries
    .selectFrom('method as m')
    .select(['m.code', 'm.name as label'])
    .where((on) =>
      on.exists(
        on
          .selectFrom('intervention as i')
          .select('i.id')
          .where('i.fictive', '=', fictive)
          .where('i.orientation', '!=', 'structural')
          .where(sql<boolean>`i.methods = array[m.code]`),
      ),
    )
    .orderBy(sql`m.name collate sv`)
    .execute()
}

/** The dimension code of an association or intervention as people name it in an address: slug or id. */
export async function findPlaceCode(queries: Queries, kind: 'association' | 'intervention', key: string): Promise<string | undefined> {
  return (await finders[kind](queries, key, await hasDemoData(queries)))?.code
}

/** First and last month with data; `undefined` without any. */
export async function findDataSpan(queries: Queries): Promise<{ first: number; last: number } | undefined> {
  const row = await queries
    .selectFrom('fact')
    .select((on) => on.fn.min('entry_month').as('first'))
    .select(sql<number | null>`greatest(max(entry_month), max(exit_month))`.as('last'))
    .executeTakeFirst()
  return row?.first !== null && row?.first !== undefined && row.last !== null ? { first: row.first, last: row.last } : undefined
}

/** The last whole calendar year with data, which has ended: the month that is running is not whole; the last year there is when none is. */
export function defaultPeriod({ first, last }: { first: number; last: number }, now: Date): Period {
  const lastEnded = Math.min(last, lastEndedMonth(stockholmDate(now)))
  const lastWhole = Math.floor((lastEnded + 1) / 12) - 1
  return yearPeriod(Math.max(Math.floor(first / 12), lastWhole))
}

/** What there is to choose from. */
export async function listPlaces(queries: Queries, now: Date): Promise<Places> {
  const demo = await hasDemoData(queries)
  const inOrder = sql`name collate sv`
  const regions = await queries
    .selectFrom('region')
    .select(['code', 'name as label'])
    .where('fictive', '=', demo)
    .orderBy(inOrder)
    .execute()
  const associations = await queries
    .selectFrom('association as a')
    .leftJoin('association_municipality as am', (join) => join.onRef('am.association_id', '=', 'a.id').on('am.valid_to', 'is', null))
    .leftJoin('municipality as m', 'm.code', 'am.municipality_code')
    .select(['a.slug', 'a.name'])
    .select(sql<string[]>`coalesce(array_agg(distinct m.region_code) filter (where m.code is not null), '{}')`.as('regions'))
    .where('a.fictive', '=', demo)
    .groupBy('a.id')
    .orderBy(sql`a.name collate sv`)
    .execute()
  const interventions = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .innerJoin('association as a', 'a.id', 'ia.association_id')
    .select(['i.id', 'i.name'])
    .select(sql<string[]>`array_agg(a.slug)`.as('associations'))
    .where('i.fictive', '=', demo)
    .where('i.orientation', '!=', 'structural')
    .groupBy('i.id')
    .orderBy(sql`i.name collate sv`)
    .execute()
  const methods = await methodsInUse(queries, demo)
  const commissions = (await listCommissionPlaces(queries, demo)).map(({ id, name, slug }) => ({ id, name, association: slug }))
  const span = await findDataSpan(queries)
  return {
    demo,
    methods,
    commissions,
    regions,
    associations,
    interventions,
    firstMonth: span ? monthOfNumber(span.first) : null,
    lastMonth: span ? monthOfNumber(span.last) : null,
    defaultPeriod: span ? defaultPeriod(span, now) : null,
  }
}
