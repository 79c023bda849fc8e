import type { Cell } from '../../../disclosure/cell.ts'
import { dimensionsOf } from '../../dimension.ts'
import { countText } from '../../plainText.ts'
import type { Asked } from '../../question.ts'
import { releasedTable } from '../../releasedTable.ts'
import type { ReportPart } from '../domain.ts'
import { cellValue, column, row } from '../values.ts'
import { caseMixPart, comparisonPart } from './comparison.ts'
import { laterPart, outcomesPart } from './outcomesPart.ts'
import { wholeCounts } from './participantReports.ts'

/**
 * The nation's account of a year, or of a part of it: counts and outcomes in all and by association. What is published stands as it is published,
 * all else with noise.
 */
export function nationReport(ask: Asked, controllers: number): ReportPart[] {
  return [
    wholeCounts(ask, controllers).part,
    outcomesPart(ask, 'outcomes', [
      'to-work-or-study',
      'started-or-increased',
      'job-seeking-after',
      'self-supporting-after',
      'right-support',
    ]),
    laterPart(ask),
    associationsPart(ask),
    comparisonPart(ask, 'association', 'to-work-or-study'),
    caseMixPart(ask, 'association', 'to-work-or-study'),
  ]
}

/** Participations and exits of each association by sex, in the order of the alphabet; all of them, whether they have any or not. */
function associationsPart(ask: Asked): ReportPart {
  const { releasing, writing, sex, snapshot } = ask
  const { t, locale } = writing
  const dimension = dimensionsOf(snapshot.facts).get('association')!
  const populations = ['inPeriod', 'exits'] as const
  const tables = dimension.codes.length === 0 ? [] : populations.map((name) => releasedTable(releasing, ask[name], dimension, sex))
  const order = new Intl.Collator('sv')
  const lines = dimension.codes
    .map(({ label }, at) => ({
      label: label[locale],
      cells: tables.flatMap((table): Cell[] => [...table.cells[at]!, table.rowTotals[at]!]),
    }))
    .sort((a, b) => order.compare(a.label, b.label))
  const columns = populations.flatMap((name) => [
    ...sex.codes.map(({ code, label }) => column(`${name}.${code}`, t(`reports.${name}By`, { of: label[locale] }), 'count')),
    column(`${name}.all`, t(`reports.${name}By`, { of: t('statistics.all') }), 'count'),
  ])
  const totals = tables.flatMap((table) => [...table.columnTotals, table.total])
  return {
    ...{ key: 'associations', title: t('reports.part.associations'), rowTitle: dimension.label[locale], columns },
    sentence: t('reports.associationsSentence', { n: countText(lines.length, locale) }),
    definition: [t('statistics.who.inPeriod'), t('reports.noLeague')].join(' '),
    rows: [
      ...lines.map(({ label, cells }) => row(label, cells.map(cellValue))),
      ...(tables.length > 0 ? [row(t('statistics.all'), totals.map(cellValue), true)] : []),
    ],
    picture: { as: 'bars', columns: ['inPeriod.all', 'exits.all'] },
    isChange: false,
  }
}
