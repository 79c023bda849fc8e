import { leastBase } from '../../../disclosure/share.ts'
import { caseMixTable } from '../../caseMixTable.ts'
import { concerned, countingOf } from '../../countingOf.ts'
import { dimensionsOf, type SingleDimension } from '../../dimension.ts'
import type { Comparable, Figure } from '../../domain.ts'
import { measures } from '../../measure.ts'
import type { Measure } from '../../measure.ts'
import type { MeasureName } from '../../measureTexts.ts'
import type { Asked } from '../../question.ts'
import { figureGrids } from '../../tabulated.ts'
import type { ColumnUnit, ReportPart, ReportValue } from '../domain.ts'
import { cellValue, column, figureValue, row, textValue } from '../values.ts'

const unitOf = (measure: Measure): ColumnUnit => (measure.unit === 'share' || measure.unit === 'days' ? measure.unit : 'count')

/** One measure of every place of a kind within the place asked for, by sex, in the order of the alphabet: no league table. */
export function comparisonPart(ask: Asked, by: Comparable, name: MeasureName): ReportPart {
  const { writing, sex, snapshot } = ask
  const { t, locale } = writing
  const measure = measures[name]
  const dimension = dimensionsOf(snapshot.facts).get(by)!
  const grid = figureGrids(ask, { measures: [measure], rows: dimension, columns: sex, conditions: ask.atPlace })[0]!
  const unit = unitOf(measure)
  const valueOf = (figure: Figure): ReportValue => (unit === 'count' ? cellValue(figure.value) : figureValue(figure))
  const order = new Intl.Collator('sv')
  // Where no place has a number to show there is one line for all.
  const places = grid.rows.name === by ? grid.rows.codes : []
  const lines = places
    .map(({ label }, at) => ({ label: label[locale], figures: [...grid.figures[at]!, grid.rowTotals[at]!] }))
    .sort((a, b) => order.compare(a.label, b.label))
  const columns = sex.codes.map(({ code, label }) => column(code, label[locale], unit))
  const title = t('reports.comparisonOf', { measure: measure.label[locale], by: t(`reports.by.${by}`) })
  return {
    key: `comparison.${by}.${name}`,
    title,
    sentence: t('reports.comparisonSentence', { n: lines.length, least: leastBase }),
    definition: [measure.definition[locale], t('reports.noLeague'), ...(by === 'region' ? [t('reports.homeRegion')] : [])].join(' '),
    rowTitle: dimension.label[locale],
    columns: [...columns, column('all', t('statistics.all'), unit)],
    rows: [
      ...lines.map(({ label, figures }) => row(label, figures.map(valueOf))),
      row(t('statistics.all'), [...grid.columnTotals, grid.total].map(valueOf), true),
    ],
    picture: unit === 'days' ? null : { as: unit === 'share' ? 'intervals' : 'bars', columns: ['all'] },
    isChange: name === 'started-or-increased',
  }
}

/** Who the participants of the places are, which stands beside every comparison of them: of the same participations as the measure. */
export function caseMixPart(ask: Asked, by: Comparable, name: MeasureName): ReportPart {
  const { writing, snapshot, period } = ask
  const { t, locale } = writing
  const dimension = dimensionsOf(snapshot.facts).get(by) as SingleDimension
  const { population } = measures[name]
  const { groups, rows } = caseMixTable(ask, countingOf(period, measures[name], ask.atPlace), dimension, concerned(measures[name]))
  const columns = groups.flatMap(({ title, columns: own }) => own.map((label) => column(`${title} ${label}`, `${title}: ${label}`, 'text')))
  return {
    key: `caseMix.${by}`,
    title: t('statistics.caseMix'),
    sentence: t('statistics.caseMixHelp'),
    definition: t('reports.caseMixDefinition'),
    rowTitle: dimension.label[locale],
    columns: [column('n', t(`statistics.caseMixCount.${population}`), 'count'), ...columns],
    rows: rows.map(({ heading, n, texts }) => row(heading.label, [cellValue(n), ...texts.map(textValue)], heading.code === '')),
    ...{ picture: null, isChange: false },
  }
}
