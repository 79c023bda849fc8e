import type { Queries } from '../platform/database.ts'
import type { Noise } from '../disclosure/noise/noise.ts'
import { Refusal } from '../platform/errors.ts'
import { monthOfNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import { getCode, getDimension, getMeasure, readConditions } from './condition.ts'
import type { Conditions } from './condition.ts'
import type { Condition } from './countedCells.ts'
import { yearsOf } from './coverage.ts'
import { coverageShown } from './coverageShown.ts'
import { getCost, getOutsideRows } from './coverageStore.ts'
import { dimensionsOf } from './dimension.ts'
import type { Dimension } from './dimension.ts'
import type { Drops, FollowUp, Tabulated } from './domain.ts'
import { dropsOf } from './drops.ts'
import type { FactStore, Snapshot } from './factStore.ts'
import { headings, measureInfo } from './figure.ts'
import type { Writing } from './figure.ts'
import { followUpOf } from './followUp/followUp.ts'
import { defaultPeriod, findDataSpan, findPlaceCode, getPlace, nation } from './placeStore.ts'
import type { Place } from './placeStore.ts'
import type { PublishedCells } from './publishedCells.ts'
import { asked, noiseNotes, noiseShown } from './question.ts'
import { figureGrid } from './tabulated.ts'
import type { FigureGrid } from './tabulated.ts'
import { countText } from './plainText.ts'
import { periodText, placeName } from './words.ts'

/** Who asks and with what: the transaction, the facts, the noise, what is published, the language. */
export interface Asking {
  queries: Queries
  store: FactStore
  noise: Noise
  published: PublishedCells
  writing: Writing
}

/** Answers the page's question about a place and a period. */
export async function answerFollowUp(
  { queries, store, ...how }: Asking,
  choice: { place: string; from: string | undefined; to: string | undefined },
): Promise<FollowUp> {
  const snapshot = await store.snapshot(queries)
  const place = await getPlace(queries, choice.place)
  const period = await choosePeriod(queries, choice)
  const years = yearsOf(period)
  const outside = await getOutsideRows(queries, place, years, snapshot.fictive)
  const cost = await getCost(queries, place, years, snapshot.fictive)
  return followUpOf({ snapshot, place, period, ...how }, outside, cost)
}

/** The period asked for; without months the last whole calendar year with data, with one month from or to there. */
export async function choosePeriod(queries: Queries, { from, to }: { from: string | undefined; to: string | undefined }): Promise<Period> {
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
export async function answerDrops({ queries, store, noise }: Asking): Promise<Drops> {
  const { facts } = await store.snapshot(queries)
  const { until, associations } = dropsOf(facts, await findDataSpan(queries), noise)
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
  const { queries, store, ...how } = asking
  const { writing, noise } = how
  const measure = getMeasure(question.measure)
  const conditions = readConditions(question.where)
  const snapshot = await store.snapshot(queries)
  const dimensions = dimensionsOf(snapshot.facts)
  const choose = (name: string | undefined): Dimension | undefined => (name === undefined ? undefined : getDimension(dimensions, name))
  const [rows, columns] = [choose(question.rows), choose(question.columns)]
  const { conditions: read, place } = await readCodes(queries, snapshot, conditions, writing)
  const period = await choosePeriod(queries, conditions)
  const ask = asked({ snapshot, place, period, ...how })
  const grid = figureGrid(ask, { measure, rows, columns, conditions: read })
  const outside = await getOutsideRows(queries, place, yearsOf(period), snapshot.fictive)
  // Coverage is of the place and the whole years: breakdowns and other conditions show that of what covers them.
  const coverage = coverageShown(ask, outside, measure.kind === 'share' ? grid.total : undefined)
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
    notes: notesOf(grid, asking),
    hidden: grid.hidden,
    threshold: noise.table.threshold,
    noise: noiseShown(noise),
    demo: snapshot.fictive,
    dataDate: snapshot.dataDate,
  }
}

function notesOf(grid: FigureGrid, { writing, noise }: Asking): string[] {
  const hidden = { n: grid.hidden, hidden: countText(grid.hidden, writing.locale) }
  return [...noiseNotes(noise, writing), ...(grid.hidden > 0 ? [writing.t('statistics.hiddenCells', hidden)] : [])]
}

/** Conditions on codes, and the place that coverage is of: one association, intervention or region if only one is asked for. */
async function readCodes(
  queries: Queries,
  snapshot: Snapshot,
  { codes }: Conditions,
  { locale }: Writing,
): Promise<{ conditions: Condition[]; place: Place }> {
  const dimensions = dimensionsOf(snapshot.facts)
  const conditions: Condition[] = []
  let place: Place = nation
  for (const { key, values } of codes) {
    const dimension = getDimension(dimensions, key)
    const found: string[] = []
    for (const value of values) {
      const code = key === 'association' || key === 'intervention' ? await findPlaceCode(queries, key, value) : undefined
      found.push(code ?? getCode(dimension, value, locale))
    }
    addCondition(conditions, { dimension, codes: [...new Set(found)] })
    const isPlace = key === 'region' || key === 'association' || key === 'intervention'
    if (isPlace && found.length === 1 && found[0] !== 'unknown') place = await getPlace(queries, `${key}:${found[0]}`)
  }
  return { conditions, place }
}

/** Two conditions on the same dimension keep what both do; where a fact may have several codes it must have one of each. */
function addCondition(conditions: Condition[], added: Condition): void {
  const at = conditions.findIndex(({ dimension }) => dimension === added.dimension && dimension.kind === 'single')
  if (at < 0) conditions.push(added)
  else conditions[at] = { ...added, codes: added.codes.filter((code) => conditions[at]!.codes.includes(code)) }
}
