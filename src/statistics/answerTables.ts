import type { Queries } from '../platform/database.ts'
import { monthOfNumber } from '../values/month.ts'
import type { Month } from '../values/month.ts'
import { lastMonthAmong } from './among.ts'
import { choosePeriod } from './answer.ts'
import type { Asking } from './answer.ts'
import { caseMixTable } from './caseMixTable.ts'
import { getCode, getDimension, getMeasure, readConditions } from './condition.ts'
import type { Conditions } from './condition.ts'
import type { Condition } from './countedCells.ts'
import { yearsOf } from './coverage.ts'
import { coverageShown, withStatus } from './coverageShown.ts'
import { getOutsideRows } from './coverageStore.ts'
import { dimensionsOf } from './dimension.ts'
import type { Dimension, SingleDimension } from './dimension.ts'
import type { CaseMixBeside, Comparable, Tabulated } from './domain.ts'
import type { Snapshot } from './factStore.ts'
import type { Facts } from './facts.ts'
import { headings, measureInfo } from './figure.ts'
import type { Writing } from './figure.ts'
import type { Measure } from './measure.ts'
import { concerned, countingOf } from './countingOf.ts'
import { findPlaceCode, getPlace, nation } from './placeStore.ts'
import type { Place } from './placeStore.ts'
import { countText } from './plainText.ts'
import { asked, noiseNotes, noiseShown } from './question.ts'
import { breaksOf } from './seriesBreaks.ts'
import { figureGrids } from './tabulated.ts'
import type { FigureGrid } from './tabulated.ts'
import { isTimeUnit } from './timeAxis.ts'
import { periodText, placeName } from './words.ts'

/** What a table is asked about. */
export interface TableQuestion {
  measure: string
  rows: string | undefined
  columns: string | undefined
  where: readonly string[]
}

/** The same of several measures: the tables have the same rows and columns. */
export type TablesQuestion = Omit<TableQuestion, 'measure'> & { measures: readonly string[] }

/** Answers a question for one measure by up to two dimensions, or by parts of the period and a dimension. */
export async function answerTabulate(asking: Asking, { measure, ...question }: TableQuestion): Promise<Tabulated> {
  return (await answerTables(asking, { ...question, measures: [measure] }))[0]!
}

/** Answers a question for several measures at once, each as by itself but with the rows and columns that any of them has. */
export async function answerTables(asking: Asking, question: TablesQuestion): Promise<Tabulated[]> {
  const { queries, store, ...how } = asking
  const { writing } = how
  const measures = question.measures.map(getMeasure)
  const conditions = readConditions(question.where)
  const snapshot = await store.snapshot(queries)
  const dimensions = dimensionsOf(snapshot.facts)
  const choose = (name: string | undefined): Dimension | undefined => (name === undefined ? undefined : getDimension(dimensions, name))
  const rows = isTimeUnit(question.rows) ? question.rows : choose(question.rows)
  const columns = choose(question.columns)
  const { conditions: read, place } = await readCodes(queries, snapshot, conditions, writing)
  const period = await choosePeriod({ queries, now: how.now }, conditions)
  const ask = asked({ snapshot, place, period, ...how })
  const grids = figureGrids(ask, { measures, rows, columns, conditions: read })
  const outside = await getOutsideRows(queries, place, yearsOf(period), snapshot.fictive)
  // Coverage is of the place and the whole years: breakdowns and other conditions show that of what covers them.
  const covered = coverageShown(ask, outside)
  return measures.map((measure, at) => {
    const grid = grids[at]!
    const coverage = measure.kind === 'share' ? withStatus(ask, covered, grid.total) : covered
    const info = measureInfo(measure, writing)
    return {
      ...tableOf(measure, grid, asking, { hasRows: rows !== undefined, hasColumns: columns !== undefined }),
      breaks: isTimeUnit(rows) ? breaksOf(measure, period, writing) : [],
      countedUntil: snapshot.dataDate === null ? null : countedUntil(snapshot.facts, measure),
      ...{ period, coverage, demo: snapshot.fictive, dataDate: snapshot.dataDate },
      sentences: [
        `${info.label}, ${placeName(place, writing)}, ${periodText(period, writing)}: ${grid.total.text}.`,
        ...coverage.sentences,
      ],
    }
  })
}

/** Who the participants are, of each place that a table of a measure has beside each other. */
export async function answerCaseMix(
  { queries, store, ...how }: Asking,
  { measure: name, by, where }: { measure: string; by: Comparable; where: readonly string[] },
): Promise<CaseMixBeside> {
  const measure = getMeasure(name)
  const conditions = readConditions(where)
  const snapshot = await store.snapshot(queries)
  const { conditions: read, place } = await readCodes(queries, snapshot, conditions, how.writing)
  const period = await choosePeriod({ queries, now: how.now }, conditions)
  const ask = asked({ snapshot, place, period, ...how })
  const unit = dimensionsOf(snapshot.facts).get(by) as SingleDimension
  return {
    unitTitle: unit.label[how.writing.locale],
    caseMix: caseMixTable(ask, countingOf(period, measure, read), unit, concerned(measure)),
    ...{ population: measure.population, period, demo: snapshot.fictive },
  }
}

function countedUntil(facts: Facts, measure: Measure): Month | null {
  return measure.kind === 'share' && measure.among ? monthOfNumber(lastMonthAmong(facts, measure.among)) : null
}

function tableOf(measure: Measure, grid: FigureGrid, asking: Asking, { hasRows, hasColumns }: { hasRows: boolean; hasColumns: boolean }) {
  const { noise, writing } = asking
  const heading = ({ name, label, codes }: Dimension) => ({ name, label: label[writing.locale], codes: headings(codes, writing) })
  return {
    measure: measureInfo(measure, writing),
    rows: hasRows ? heading(grid.rows) : null,
    columns: hasColumns ? heading(grid.columns) : null,
    figures: grid.figures,
    rowTotals: grid.rowTotals,
    columnTotals: grid.columnTotals,
    total: grid.total,
    notes: notesOf(grid, asking),
    hidden: grid.hidden,
    threshold: noise.table.threshold,
    noise: noiseShown(noise),
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
