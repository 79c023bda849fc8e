import type { Queries } from '../platform/database.ts'
import type { Noise } from '../disclosure/noise/noise.ts'
import { Refusal } from '../platform/errors.ts'
import { monthOfNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import { yearsOf } from './coverage.ts'
import { getCost, getOutsideRows } from './coverageStore.ts'
import type { Drops, FollowUp } from './domain.ts'
import { dropsOf } from './drops.ts'
import type { FactStore } from './factStore.ts'
import type { Writing } from './figure.ts'
import { followUpOf } from './followUp/followUp.ts'
import { defaultPeriod, findDataSpan, getPlace } from './placeStore.ts'
import type { PublishedCells } from './publishedCells.ts'

/** Who asks and with what: the transaction, the facts, the noise, what is published, the language. */
export interface Asking {
  queries: Queries
  store: FactStore
  noise: Noise
  published: PublishedCells
  writing: Writing
  now: Date
}

/** Answers the page's question about a place and a period. */
export async function answerFollowUp(
  { queries, store, ...how }: Asking,
  choice: { place: string; from: string | undefined; to: string | undefined },
): Promise<FollowUp> {
  const snapshot = await store.snapshot(queries)
  const place = await getPlace(queries, choice.place)
  const period = await choosePeriod({ queries, now: how.now }, choice)
  const years = yearsOf(period)
  const outside = await getOutsideRows(queries, place, years, snapshot.fictive)
  const cost = await getCost(queries, place, years, snapshot.fictive)
  return followUpOf({ snapshot, place, period, ...how }, outside, cost)
}

/** The period asked for; without months the last whole calendar year with data, with one month from or to there. */
export async function choosePeriod(
  { queries, now }: Pick<Asking, 'queries' | 'now'>,
  { from, to }: { from: string | undefined; to: string | undefined },
): Promise<Period> {
  const span = await findDataSpan(queries)
  const usual = span ? defaultPeriod(span, now) : { from: '2000-01', to: '2000-12' }
  const period = {
    from: from ?? (to && span ? monthOfNumber(span.first) : usual.from),
    to: to ?? (from && span ? monthOfNumber(span.last) : usual.to),
  }
  if (period.from > period.to) throw new Refusal(400, 'statistics.periodBackwards', period)
  return period
}

/** Associations whose entries fell suddenly, by their addresses. */
export async function answerDrops({ queries, store, noise }: Asking): Promise<Drops> {
  const { facts } = await store.snapshot(queries)
  const { until, associations } = dropsOf(facts, await findDataSpan(queries), noise)
  const rows = await queries.selectFrom('association').select(['id', 'slug']).execute()
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
  return { until, associations: associations.map(({ id, name }) => ({ slug: slugs.get(id)!, name })) }
}
