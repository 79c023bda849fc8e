import type { Queries } from '../platform/database.ts'
import { withoutCloseCount } from '../disclosure/closeCounts.ts'
import type { ProtectionPolicy } from '../disclosure/protect.ts'
import { Refusal } from '../platform/errors.ts'
import { monthOfNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import { getCode, getDimension, getMeasure, readConditions } from './condition.ts'
import type { Conditions } from './condition.ts'
import { yearsOf } from './coverage.ts'
import { coverageShown } from './coverageShown.ts'
import { getCosts, getOutsideRows } from './coverageStore.ts'
import { dimensionsOf } from './dimension.ts'
import type { Dimension } from './dimension.ts'
import type { Drops, FollowUp, Tabulated } from './domain.ts'
import { dropsOf } from './drops.ts'
import type { FactStore, Snapshot } from './factStore.ts'
import { headings, measureInfo } from './figure.ts'
import type { Writing } from './figure.ts'
import { having } from './filter.ts'
import type { Filter } from './filter.ts'
import { followUpOf } from './followUp/followUp.ts'
import { countParts } from './followUp/followUpCounts.ts'
import { populationOf } from './measure.ts'
import { defaultPeriod, findDataSpan, findPlaceCode, getPlace, nation } from './placeStore.ts'
import type { Place } from './placeStore.ts'
import { asked } from './question.ts'
import { figureGrid } from './tabulated.ts'
import type { FigureGrid } from './tabulated.ts'
import { countText } from './plainText.ts'
import { periodText, placeName } from './words.ts'

/** Who asks and with what: the transaction, the facts, the policy, the language. */
export interface Asking {
  queries: Queries
  store: FactStore
  policy: ProtectionPolicy
  writing: Writing
}

/** Answers the page's question about a place and a period. */
export async function answerFollowUp(
  { queries, store, policy, writing }: Asking,
  choice: { place: string; from: string | undefined; to: string | undefined },
): Promise<FollowUp> {
  const snapshot = await store.snapshot(queries)
  const place = await getPlace(queries, choice.place)
  const period = await choosePeriod(queries, choice)
  const years = yearsOf(period)
  const outside = await getOutsideRows(queries, place, years, snapshot.fictive)
  const costs = await getCosts(queries, place, years, snapshot.fictive)
  return followUpOf({ snapshot, place, period, policy, writing }, outside, costs)
}

/** The period asked for; without months the last whole calendar year with data, with one month from or to there. */
async function choosePeriod(queries: Queries, { from, to }: { from: string | undefined; to: string | undefined }): Promise<Period> {
  const span = await findDataSpan(queries)
  const usual = span ? defaultPeriod(span) : { from: '2000-01', to: '2000-12' }
  const period = {
    from: from ?? (to && span ? monthOfNumber(span.first) : usual.from),
    to: to ?? (from && span ? monthOfNumber(span.last) : usual.to),
  }
  if (period.from > period.to) throw new Refusal(400, 'statistics.periodBackwards', period)
  return period
}

/** Associations whose entries fell suddenly, by their addresses. */
export async function answerDrops({ queries, store }: Asking): Promise<Drops> {
  const { facts } = await store.snapshot(queries)
  const { until, associations } = dropsOf(facts, await findDataSpan(queries))
  const rows = await queries.selectFrom('association').select(['id', 'slug']).execute()
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
  return { until, associations: associations.map(({ id, name }) => ({ slug: slugs.get(id)!, name })) }
}

/** What a table is asked about. */
export interface TableQuestion {
  measure: string
  rows: string | undefined
  columns: string | undefined
  where: readonly string[]
}

/** Answers a question for one measure by up to two dimensions. */
export async function answerTabulate(asking: Asking, question: TableQuestion): Promise<Tabulated> {
  const { queries, store, policy, writing } = asking
  const measure = getMeasure(question.measure)
  const conditions = readConditions(question.where)
  const snapshot = await store.snapshot(queries)
  const dimensions = dimensionsOf(snapshot.facts)
  const choose = (name: string | undefined): Dimension | undefined => (name === undefined ? undefined : getDimension(dimensions, name))
  const [rows, columns] = [choose(question.rows), choose(question.columns)]
  const { filters, place, asked: codesAsked } = await readFilters(queries, snapshot, conditions, writing)
  const period = await choosePeriod(queries, conditions)
  const ask = asked({ snapshot, place, period, policy, writing })
  const filter = [...filters, ...populationOf(measure, period)]
  const grid = figureGrid(ask, { measure, rows, columns, filter, asked: codesAsked })
  const outside = await getOutsideRows(queries, place, yearsOf(period), snapshot.fictive)
  // Coverage is of the place and the whole years: breakdowns and other conditions show that of what covers them.
  const participations = withoutCloseCount(countParts(ask, 0).totals.grandTotal, grid.total.n ?? grid.total.value, policy)
  const coverage = coverageShown(ask, outside, participations, measure.kind === 'share' ? grid.total : undefined)
  const info = measureInfo(measure, writing)
  const heading = (dimension: Dimension | undefined, made: Dimension) =>
    dimension ? { name: dimension.name, label: dimension.label[writing.locale], codes: headings(made.codes, writing) } : null
  return {
    measure: info,
    period,
    rows: heading(rows, grid.rows),
    columns: heading(columns, grid.columns),
    figures: grid.figures,
    rowTotals: grid.rowTotals,
    columnTotals: grid.columnTotals,
    total: grid.total,
    sentences: [`${info.label}, ${placeName(place, writing)}, ${periodText(period, writing)}: ${grid.total.text}.`, ...coverage.sentences],
    coverage,
    notes: notesOf(grid, asking, measure.kind !== 'count' && measure.kind !== 'persons' && rows !== undefined && columns !== undefined),
    hidden: grid.hidden,
    threshold: policy.threshold,
    demo: snapshot.fictive,
    dataDate: snapshot.dataDate,
  }
}

function notesOf(grid: FigureGrid, { writing: { t, locale }, policy }: Asking, hasNoSums: boolean): string[] {
  const notes = [t('statistics.protectedNote', { most: policy.threshold - 1 })]
  if (grid.hidden > 0) notes.push(t('statistics.hiddenCells', { n: grid.hidden, hidden: countText(grid.hidden, locale) }))
  if (hasNoSums) notes.push(t('statistics.noSums'))
  return notes
}

/** Conditions on codes as filters, and the place that coverage is of: one association, intervention or region if only one is asked for. */
async function readFilters(
  queries: Queries,
  snapshot: Snapshot,
  { codes }: Conditions,
  { locale }: Writing,
): Promise<{ filters: Filter[]; place: Place; asked: Map<string, string[]> }> {
  const dimensions = dimensionsOf(snapshot.facts)
  const filters: Filter[] = []
  let place: Place = nation
  const asked = new Map<string, string[]>()
  for (const { key, values } of codes) {
    const dimension = getDimension(dimensions, key)
    const found: string[] = []
    for (const value of values) {
      const code = key === 'association' || key === 'intervention' ? await findPlaceCode(queries, key, value) : undefined
      found.push(code ?? getCode(dimension, value, locale))
    }
    filters.push(having(dimension, found))
    // Two conditions on the same dimension keep what both do.
    asked.set(
      key,
      found.filter((code) => asked.get(key)?.includes(code) ?? true),
    )
    const isPlace = key === 'region' || key === 'association' || key === 'intervention'
    if (isPlace && found.length === 1 && found[0] !== 'unknown') place = await getPlace(queries, `${key}:${found[0]}`)
  }
  return { filters, place, asked }
}
